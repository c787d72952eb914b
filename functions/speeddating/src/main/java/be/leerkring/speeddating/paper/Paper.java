package be.leerkring.speeddating.paper;

import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.platform.text.Folding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A plan as it is printed. */
public final class Paper {

    private Paper() {}

    /** One table, and who sits there in each round; nobody in a round in which it stays empty. */
    public record Handout(int number, List<List<Seatmate>> rounds) {}

    /** One person, and at which table they sit in each round; empty where they sit out, or are not there. */
    public record Line(Seatmate person, List<Optional<Integer>> tables) {}

    /** Every table that somebody sits at, by number. */
    static List<Handout> tables(SpeedDates plan) {
        var sheets = new TreeMap<Integer, Handout>();
        plan.rounds().stream()
                .flatMap(round -> round.tables().stream())
                .map(SpeedDates.Table::number)
                .forEach(number -> sheets.computeIfAbsent(number, table -> sheet(plan, table)));
        return List.copyOf(sheets.values());
    }

    private static Handout sheet(SpeedDates plan, int number) {
        return new Handout(
                number,
                plan.rounds().stream()
                        .map(round -> round.tables().stream()
                                .filter(table -> table.number() == number)
                                .findFirst()
                                .map(SpeedDates.Table::people)
                                .orElse(List.of()))
                        .toList());
    }

    /** Everybody who sits somewhere in a round to come, by name. */
    static List<Line> wall(SpeedDates plan) {
        return plan.people().stream()
                .filter(one -> !one.name().isEmpty())
                .filter(one -> IntStream.range(plan.done() % plan.rounds().size(), plan.rounds().size())
                        .anyMatch(round -> plan.rounds().get(round).has(one.person())))
                .sorted(Comparator.comparing(Seatmate::name, Folding.alphabet()))
                .map(one -> new Line(
                        one,
                        plan.rounds().stream()
                                .map(round -> round.tableOf(one.person()).map(SpeedDates.Table::number))
                                .toList()))
                .toList();
    }
}
