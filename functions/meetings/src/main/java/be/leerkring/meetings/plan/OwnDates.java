package be.leerkring.meetings.plan;

import be.leerkring.platform.table.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one person does in each round of a plan for speed-dating. */
public record OwnDates(List<OwnDates.Date> dates) {

    /** Of somebody who is in no plan. */
    public static final OwnDates NONE = new OwnDates(List.of());

    /** So many bytes of a hash tell two lists of one person apart. */
    private static final int SHORT = 6;

    /**
     * One round.
     *
     * @param round from 1
     * @param start as it was meant; empty where nobody said when
     * @param table its number; empty where the person meets nobody
     * @param others whom the person meets
     */
    public record Date(int round, Optional<Instant> start, Optional<Integer> table, List<Seatmate> others) {

        private String text() {
            return round + " " + start.map(Instant::toString).orElse("") + " " + table.orElse(0) + " "
                    + others.stream().map(Seatmate::person).sorted().collect(Collectors.joining(","));
        }
    }

    public OwnDates {
        dates = List.copyOf(dates);
    }

    /** The person's part of a plan: empty for somebody who is not in it. */
    public static OwnDates of(SpeedDates plan, String person) {
        return new OwnDates(IntStream.range(0, plan.rounds().size())
                .filter(round -> plan.rounds().get(round).has(person))
                .mapToObj(round -> date(plan, round, person))
                .toList());
    }

    private static Date date(SpeedDates plan, int round, String person) {
        var table = plan.rounds().get(round).tableOf(person);
        return new Date(
                round + 1,
                plan.settings().startOf(round),
                table.map(SpeedDates.Table::number),
                table.map(found -> found.othersThan(person)).orElse(List.of()));
    }

    /** Whether there is nothing for this person. */
    public boolean isEmpty() {
        return dates.isEmpty();
    }

    /** The same for the same list, and hardly ever for another. */
    public String inShort() {
        return Sha256.of(dates.stream().map(Date::text).collect(Collectors.joining("\n")), SHORT);
    }
}
