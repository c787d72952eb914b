package be.leerkring.feedback.report;

import be.leerkring.feedback.FeedbackLink;
import be.leerkring.feedback.report.Measure.Unit;
import be.leerkring.feedback.report.Topic.Chapter;
import be.leerkring.network.organisation.Organisation.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a year came to, beside the year before, for everybody.
 *
 * @param measures every figure, in the order in which a reader meets them
 * @param settled from when on nothing in it changes but by a whole session: the last answers are in
 * @param running whether the year has yet to end
 * @param previous whether the year before can be read
 * @param next whether the year after can be read
 */
public record PublicReport(
        PublicYear now,
        PublicYear before,
        List<Measure> measures,
        Voices voices,
        Instant settled,
        boolean running,
        boolean previous,
        boolean next) {

    static PublicReport of(int year, Records records) {
        var now = year(year, records);
        var before = year(year - 1, records);
        var previous = !before.isEmpty();
        return new PublicReport(
                now,
                before,
                measures(new Comparison<>(now, before, previous)),
                records.voices(year),
                settled(year, records),
                records.isRunning(year),
                previous,
                !year(year + 1, records).isEmpty());
    }

    private static PublicYear year(int year, Records records) {
        return PublicYear.of(records.year(year), !records.now().isBefore(settled(year, records)));
    }

    private static Instant settled(int year, Records records) {
        return records.end(year).plus(FeedbackLink.ANSWERABLE);
    }

    int year() {
        return now.figures().year();
    }

    private static List<Measure> measures(Comparison<PublicYear> years) {
        return Stream.of(immediate(years), liking(years), potential(years),
                Around.measures(years, year -> year.figures().around())).flatMap(List::stream).toList();
    }

    private static List<Measure> immediate(Comparison<PublicYear> years) {
        var measures = new ArrayList<Measure>();
        measures.add(years.count(Topic.SESSIONS, "sessions-held", year -> year.figures().held()));
        measures.add(years.count(Topic.SESSIONS, "seats", year -> year.figures().seats()));
        measures.add(years.count(Topic.PEOPLE, "present", PublicYear::present));
        for (var kind : Kind.values()) {
            measures.add(years.reading(Topic.PEOPLE, "present." + kind.code(), year -> year.present(kind)));
        }
        measures.add(years.reading(Topic.PEOPLE, "unique-people", PublicYear::unique));
        measures.add(years.reading(Topic.ORGANISATIONS, "organisations", year -> Reading.part(
                year.figures().reachedOrganisations(),
                year.figures().organisations().all().size())));
        for (var kind : Kind.values()) {
            measures.add(years.reading(
                    Topic.ORGANISATIONS, "organisations." + kind.code(), year -> year.organisations(kind)));
        }
        return measures;
    }

    private static List<Measure> liking(Comparison<PublicYear> years) {
        return List.of(
                years.reading(Topic.OPINION, "answers", PublicYear::answers),
                years.measure(Topic.OPINION, "usefulness", Unit.MEAN, year -> Reading.orHidden(
                        year.satisfaction().usefulness())),
                years.measure(Topic.OPINION, "recommendation", Unit.MEAN, year -> Reading.orHidden(
                        year.satisfaction().recommendation())),
                years.measure(Topic.OPINION, "net-promoter-score", Unit.SCORE, year -> Reading.orHidden(
                        year.satisfaction().netPromoterScore())));
    }

    private static List<Measure> potential(Comparison<PublicYear> years) {
        return List.of(
                years.measure(Topic.MEETINGS, "pairs-first-met", Unit.COUNT, year -> Reading.of(
                        year.figures().firstMeetings())),
                years.measure(Topic.MEETINGS, "pairs-so-far", Unit.COUNT, year -> year.figures().pairs()),
                years.measure(Topic.MEETINGS, "contacts", Unit.COUNT, PublicYear::contacts),
                years.measure(Topic.KNOWLEDGE, "knowledge-added", Unit.COUNT, year -> Reading.of(
                        year.figures().added())));
    }

    /** Those that open the report. */
    List<Measure> headlines() {
        return Measure.headlines(measures);
    }

    /** Those that belong to one chapter, by what stands together. */
    Map<Topic, List<Measure>> measures(Chapter chapter) {
        return Measure.of(chapter, measures);
    }

    /** What the report does not know, or does not say. */
    List<Gap> gaps() {
        return Stream.of(
                new Gap("running", running ? 1 : 0),
                new Gap("small", 1),
                new Gap("hidden", measures.stream().anyMatch(Measure::isHidden) ? 1 : 0),
                new Gap("addresses", 1),
                new Gap("cause", 1))
                .filter(gap -> gap.count() > 0)
                .toList();
    }
}
