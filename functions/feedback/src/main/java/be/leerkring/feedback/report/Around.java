package be.leerkring.feedback.report;

import be.leerkring.feedback.report.Measure.Unit;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.platform.mail.MailCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a year came to beside its sessions.
 *
 * @param stages how many cooperations were at each stage at the year's end, or are now
 * @param quotes how many quotes about its sessions are on the site
 * @param replies about how many of its sessions organisers said what they change
 * @param opened how often entries of the knowledge base were opened
 */
record Around(Map<Stage, Integer> stages, int quotes, int replies, int opened, MailCounts.Year mails) {

    /** Those stages at which organisations do something, and nothing came of it yet. */
    private static final List<Stage> UNDERWAY = List.of(Stage.TALKED, Stage.PLAN, Stage.AGREED, Stage.RUNNING);

    int cooperations() {
        return stages.values().stream().mapToInt(Integer::intValue).sum();
    }

    int cooperations(Stage stage) {
        return stages.getOrDefault(stage, 0);
    }

    /** Its figures: of organisations and their words, and of no person. */
    static <Y> List<Measure> measures(Comparison<Y> years, Function<Y, Around> around) {
        var measures = new ArrayList<Measure>();
        measures.add(years.count(Topic.KNOWLEDGE, "knowledge-opened", around.andThen(Around::opened)));
        measures.add(years.count(Topic.COOPERATION, "cooperations", around.andThen(Around::cooperations)));
        UNDERWAY.forEach(stage -> measures.add(years.count(
                Topic.COOPERATION,
                "cooperations." + stage.code(),
                around.andThen(one -> one.cooperations(stage)))));
        measures.add(years.count(
                Topic.RESULTS, "cooperations-result", around.andThen(one -> one.cooperations(Stage.RESULT))));
        measures.add(years.count(
                Topic.RESULTS, "cooperations-ended", around.andThen(one -> one.cooperations(Stage.ENDED))));
        measures.add(years.count(Topic.VOICE, "quotes", around.andThen(Around::quotes)));
        measures.add(years.count(Topic.VOICE, "replies", around.andThen(Around::replies)));
        return measures;
    }

    /** The mail that it took: for the desk. */
    static <Y> List<Measure> mail(Comparison<Y> years, Function<Y, Around> around) {
        return List.of(
                years.count(Topic.SENT, "mails-sent", around.andThen(one -> one.mails().sent())),
                years.measure(Topic.SENT, "mails-bounced", Unit.COUNT, year -> Reading.part(
                        around.apply(year).mails().bounced(), around.apply(year).mails().sent())),
                years.measure(Topic.SENT, "mails-complained", Unit.COUNT, year -> Reading.part(
                        around.apply(year).mails().complained(), around.apply(year).mails().sent())));
    }
}
