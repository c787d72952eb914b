package be.leerkring.speeddating;

import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.web.Field;
import be.leerkring.platform.web.View;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words that the pages of a plan have in common. */
public final class PlanWords {

    private static final int MOST_SEATS = 12;

    private PlanWords() {}

    /** Somebody's name, or that it was erased. */
    public static String name(Seatmate one, View view) {
        return one.name().isEmpty() ? view.text("speed-dating.erased") : one.name();
    }

    /** Whom the last change of the plan gave another table. */
    public static List<String> moved(SpeedDates plan) {
        return plan.people().stream()
                .filter(one -> plan.moved().contains(one.person()))
                .map(Seatmate::name)
                .sorted()
                .toList();
    }

    /** What somebody seeks and offers, on one line; empty where they said nothing. */
    public static String interests(Interests interests, View view) {
        return Stream.of(
                interests("speed-dating.seeks", interests.seeks(), view),
                interests("speed-dating.offers", interests.offers(), view))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String interests(String key, List<String> themes, View view) {
        return themes.isEmpty() ? "" : view.text(key) + " " + ThemeNames.of(themes, view.texts());
    }

    public static List<Field.Option> seats(View view) {
        return IntStream.rangeClosed(2, MOST_SEATS)
                .mapToObj(Integer::toString)
                .map(seats -> new Field.Option(
                        seats, seats.equals("2") ? view.text("speed-dating.form.seats.pairs") : seats))
                .toList();
    }

    public static List<Field.Option> options(View view, String field, String... values) {
        return Stream.of(values)
                .map(value -> new Field.Option(value, view.text("speed-dating.form." + field + "." + value)))
                .toList();
    }
}
