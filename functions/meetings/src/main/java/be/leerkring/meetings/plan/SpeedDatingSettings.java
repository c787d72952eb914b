package be.leerkring.meetings.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a plan for speed-dating keeps to.
 *
 * @param rounds how many there are
 * @param minutes how long a round takes
 * @param change how many minutes there are between two rounds
 * @param start of the first round; empty where it is not known yet
 * @param tables how many there are; 0 for as many as it takes
 * @param seats how many people sit at one table
 * @param organisationsFirst whether as many organisations as possible are to meet, before as many people as possible
 * @param hereOnly whether only those who were checked in take part
 * @param mustMeet pairs that come before all others
 * @param mustNotMeet pairs that never share a table
 * @param keepTable whoever cannot change tables, by their keys
 * @param out whoever does not take part in the speed-dating, by their keys
 * @param seed decides among plans that are equally good
 */
public record SpeedDatingSettings(
        int rounds,
        int minutes,
        int change,
        Optional<Instant> start,
        int tables,
        int seats,
        boolean organisationsFirst,
        boolean hereOnly,
        List<Couple> mustMeet,
        List<Couple> mustNotMeet,
        Set<String> keepTable,
        Set<String> out,
        long seed) {

    /** Two people, by their keys. */
    public record Couple(String one, String other) {

        private boolean has(String person) {
            return one.equals(person) || other.equals(person);
        }
    }

    public SpeedDatingSettings {
        mustMeet = List.copyOf(mustMeet);
        mustNotMeet = List.copyOf(mustNotMeet);
        keepTable = Set.copyOf(keepTable);
        out = Set.copyOf(out);
    }

    boolean isAbout(String person) {
        return keepTable.contains(person)
                || out.contains(person)
                || Stream.of(mustMeet, mustNotMeet).flatMap(List::stream).anyMatch(couple -> couple.has(person));
    }

    /** Whether people sit two by two. */
    public boolean inPairs() {
        return seats == 2;
    }

    /**
     * When a round begins, as it was meant; empty where nobody said when the first does.
     *
     * @param round from 0
     */
    public Optional<Instant> startOf(int round) {
        return start.map(first -> first.plus(Duration.ofMinutes((long) round * (minutes + change))));
    }

    /** When a round ends, as it was meant. */
    public Optional<Instant> endOf(int round) {
        return startOf(round).map(begin -> begin.plus(Duration.ofMinutes(minutes)));
    }
}
