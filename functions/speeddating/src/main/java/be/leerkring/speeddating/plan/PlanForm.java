package be.leerkring.speeddating.plan;

import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.Field;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a plan is to keep to, as it was filled in.
 *
 * @param typed the fields of which there is one
 * @param wishes who must meet or must not, without the rows that were left empty
 * @param out the keys of those who don't take part
 * @param keeps the keys of those who keep their table
 * @param revision of the plan that this is to follow; 0 where there was none
 */
public record PlanForm(
        Map<String, String> typed, List<PlanForm.Wish> wishes, Set<String> out, Set<String> keeps, long revision) {

    /** In the order of the form. */
    static final List<String> FIELDS = List.of(
            "rounds", "available", "minutes", "change", "start", "seats", "tables", "aim", "who");

    static final int MOST_WISHES = 40;

    private static final int EMPTY_WISHES = 2;

    /**
     * Two people who must meet, or must not.
     *
     * @param kind {@code meet} or {@code apart}
     * @param one the key of the first; empty where nobody was chosen
     */
    record Wish(String kind, String one, String other) {

        static final Wish EMPTY = new Wish("", "", "");

        static final String MEET = "meet";
        static final String APART = "apart";

        boolean isEmpty() {
            return one.isEmpty() && other.isEmpty();
        }

        static Wish of(String kind, SpeedDatingSettings.Couple couple) {
            return new Wish(kind, couple.one(), couple.other());
        }

        SpeedDatingSettings.Couple couple() {
            return new SpeedDatingSettings.Couple(one, other);
        }
    }

    /** What to begin with where there is no plan. */
    static PlanForm blank() {
        return new PlanForm(
                Map.of("rounds", "8", "minutes", "6", "change", "2", "seats", "2", "aim", "people", "who", "expected"),
                List.of(),
                Set.of(),
                Set.of(),
                0);
    }

    /** What the plan keeps to, without wishes about people who don't come any more. */
    static PlanForm of(SpeedDates plan, List<Participant> people, NetworkTime time) {
        var known = people.stream().map(Participant::person).collect(Collectors.toSet());
        var settings = plan.settings();
        return new PlanForm(
                Map.of(
                        "rounds", Integer.toString(settings.rounds()),
                        "minutes", Integer.toString(settings.minutes()),
                        "change", Integer.toString(settings.change()),
                        "start", settings.start().map(time::hour).orElse(""),
                        "seats", Integer.toString(settings.seats()),
                        "tables", settings.tables() == 0 ? "" : Integer.toString(settings.tables()),
                        "aim", settings.organisationsFirst() ? "organisations" : "people",
                        "who", settings.hereOnly() ? "here" : "expected"),
                Stream.concat(
                        settings.mustMeet().stream().map(couple -> Wish.of(Wish.MEET, couple)),
                        settings.mustNotMeet().stream().map(couple -> Wish.of(Wish.APART, couple)))
                        .filter(wish -> known.contains(wish.one()) && known.contains(wish.other()))
                        .toList(),
                settings.out(),
                settings.keepTable(),
                plan.revision());
    }

    static PlanForm of(FormText text) {
        var typed = new HashMap<String, String>();
        FIELDS.forEach(field -> typed.put(field, text.line(field)));
        return new PlanForm(
                typed,
                IntStream.range(0, MOST_WISHES)
                        .mapToObj(row -> new Wish(
                                text.line("wish-" + row + "-kind"),
                                text.line("wish-" + row + "-one"),
                                text.line("wish-" + row + "-other")))
                        .filter(wish -> !wish.isEmpty())
                        .toList(),
                text.after("out-"),
                text.after("keeps-"),
                text.number("revision", 0));
    }

    String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The number that was filled in; 0 where none was, or something else. */
    int number(String field) {
        var text = text(field);
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** The same, to follow another plan than the one that was read. */
    PlanForm following(long other) {
        return new PlanForm(typed, wishes, out, keeps, other);
    }

    /** The rows of wishes to show: those that were filled in, and some empty ones. */
    List<Wish> rows() {
        var rows = new ArrayList<>(wishes);
        for (int empty = 0; empty < EMPTY_WISHES && rows.size() < MOST_WISHES; empty++) {
            rows.add(Wish.EMPTY);
        }
        return rows;
    }

    /** Whom a wish can be about. */
    static List<Field.Option> choices(List<Participant> people, View view) {
        return Stream.concat(
                Stream.of(new Field.Option("", view.text("speed-dating.wish.nobody"))),
                people.stream().map(one -> new Field.Option(one.person(), one.name() + ", " + one.organisation())))
                .toList();
    }
}
