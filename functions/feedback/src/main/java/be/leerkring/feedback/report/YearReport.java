package be.leerkring.feedback.report;

import be.leerkring.feedback.report.Measure.Unit;
import be.leerkring.feedback.report.Topic.Chapter;
import be.leerkring.network.organisation.Organisation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a year came to, beside the year before, for the desk.
 *
 * @param measures every figure, in the order in which a reader meets them
 * @param open how many of its sessions were, and are not closed yet
 * @param running whether the year has yet to end
 * @param previous whether the year before has figures
 * @param next whether the year after has figures
 */
public record YearReport(
        YearFigures now,
        YearFigures before,
        List<Measure> measures,
        Voices voices,
        int open,
        boolean running,
        boolean previous,
        boolean next) {

    static YearReport of(int year, Records records) {
        var now = records.year(year);
        var before = records.year(year - 1);
        var previous = records.has(year - 1);
        return new YearReport(
                now,
                before,
                measures(new Comparison<>(now, before, previous)),
                records.voices(year),
                records.open(year),
                records.isRunning(year),
                previous,
                records.has(year + 1));
    }

    int year() {
        return now.year();
    }

    private static List<Measure> measures(Comparison<YearFigures> years) {
        return Stream
                .of(sessions(years), people(years), liking(years), potential(years),
                        Around.measures(years, YearFigures::around), Around.mail(years, YearFigures::around))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Measure> sessions(Comparison<YearFigures> years) {
        return List.of(
                years.count(Topic.SESSIONS, "sessions-held", YearFigures::held),
                years.count(Topic.SESSIONS, "sessions-called-off", YearFigures::calledOff),
                years.count(Topic.SESSIONS, "seats", YearFigures::seats),
                years.count(Topic.SESSIONS, "registered", year -> year.everybody().registered()),
                years.count(Topic.SESSIONS, "waiting", year -> year.everybody().waiting()),
                years.count(Topic.SESSIONS, "cancelled", year -> year.everybody().cancelled()),
                years.reading(Topic.SESSIONS, "no-shows", year -> Reading.part(
                        year.everybody().absent(), year.everybody().expected())));
    }

    private static List<Measure> people(Comparison<YearFigures> years) {
        var measures = new ArrayList<Measure>();
        measures.add(years.count(Topic.PEOPLE, "present", year -> year.everybody().present()));
        for (var kind : Kind.values()) {
            measures.add(years.count(Topic.PEOPLE, "present." + kind.code(), year -> year.present(kind)));
        }
        measures.add(years.count(Topic.PEOPLE, "unique-people", YearFigures::unique));
        measures.add(years.reading(Topic.ORGANISATIONS, "organisations", year -> Reading.part(
                year.reachedOrganisations(), year.organisations().all().size())));
        for (var kind : Kind.values()) {
            measures.add(years.reading(Topic.ORGANISATIONS, "organisations." + kind.code(), year -> Reading.part(
                    year.reached(kind), year.listed(kind))));
        }
        measures.add(years.count(Topic.ORGANISATIONS, "organisations-unlisted", YearFigures::unlisted));
        return measures;
    }

    private static List<Measure> liking(Comparison<YearFigures> years) {
        return List.of(
                years.reading(Topic.OPINION, "answers", year -> year.satisfaction().answers()),
                years.measure(Topic.OPINION, "usefulness", Unit.MEAN, year -> Reading.of(
                        year.satisfaction().usefulness())),
                years.measure(Topic.OPINION, "recommendation", Unit.MEAN, year -> Reading.of(
                        year.satisfaction().recommendation())),
                years.measure(Topic.OPINION, "net-promoter-score", Unit.SCORE, year -> Reading.of(
                        year.satisfaction().netPromoterScore())));
    }

    private static List<Measure> potential(Comparison<YearFigures> years) {
        return List.of(
                years.measure(Topic.MEETINGS, "pairs-first-met", Unit.COUNT, year -> Reading.of(
                        year.firstMeetings())),
                years.measure(Topic.MEETINGS, "pairs-so-far", Unit.COUNT, YearFigures::pairs),
                years.measure(Topic.MEETINGS, "contacts", Unit.COUNT, year -> Reading.of(year.contacts())),
                years.measure(Topic.KNOWLEDGE, "knowledge-added", Unit.COUNT, year -> Reading.of(year.added())));
    }

    /** Those that open the report. */
    List<Measure> headlines() {
        return Measure.headlines(measures);
    }

    /** Those that belong to one chapter, by what stands together. */
    Map<Topic, List<Measure>> measures(Chapter chapter) {
        return Measure.of(chapter, measures);
    }

    /** What the report does not know. */
    List<Gap> gaps() {
        return Stream.of(
                new Gap("running", running ? 1 : 0),
                new Gap("open", open),
                new Gap("unchecked", now.count(line -> !line.figures().checkedIn())),
                new Gap("few-answers", now.count(line -> !line.isTold())),
                new Gap("gone", now.gone()),
                new Gap("before", previous ? 0 : 1),
                new Gap("erased", 1),
                new Gap("addresses", 1),
                new Gap("cause", 1))
                .filter(gap -> gap.count() > 0)
                .toList();
    }
}
