package be.leerkring.speeddating.plan;

import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.speeddating.planner.Round;
import be.leerkring.speeddating.planner.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Rounds as the planner has them, and as they are kept: with their people. */
final class Rounds {

    private Rounds() {}

    static List<SpeedDates.Round> kept(List<Round> rounds, Map<String, Seatmate> people) {
        return rounds.stream().map(round -> kept(round, people)).toList();
    }

    private static SpeedDates.Round kept(Round round, Map<String, Seatmate> people) {
        return new SpeedDates.Round(
                round.tables().stream()
                        .sorted(Comparator.comparingInt(Table::number))
                        .map(table -> new SpeedDates.Table(table.number(), mates(table.people(), people)))
                        .toList(),
                mates(round.sittingOut(), people));
    }

    private static List<Seatmate> mates(List<String> keys, Map<String, Seatmate> people) {
        return keys.stream().map(people::get).toList();
    }

    static List<Round> planned(List<SpeedDates.Round> rounds) {
        return rounds.stream()
                .map(round -> new Round(
                        round.tables().stream()
                                .map(table -> new Table(table.number(), keys(table.people())))
                                .toList(),
                        keys(round.sittingOut())))
                .toList();
    }

    private static List<String> keys(List<Seatmate> people) {
        return people.stream().map(Seatmate::person).toList();
    }
}
