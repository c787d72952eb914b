package be.leerkring.meetings.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who meets whom at one session, round by round, as it is kept.
 *
 * @param session the session's id
 * @param settings what the plan was asked to keep to
 * @param people everybody who sits somewhere in it, also in a round that was and not any more
 * @param rounds in the order in which they happen
 * @param done how many of them were
 * @param proof how good the plan is
 * @param told what each person was last mailed, in short, by the person's key
 * @param moved whom the last change of the plan gave another table, by their keys
 * @param changed when it was last changed
 * @param revision one more at every write; 0 before the first
 */
public record SpeedDates(
        String session,
        SpeedDatingSettings settings,
        List<Seatmate> people,
        List<Round> rounds,
        int done,
        State state,
        SpeedDatingProof proof,
        Map<String, String> told,
        Set<String> moved,
        Instant changed,
        long revision) {

    /** What became of the plan. */
    public enum State {
        /** Only organisers see it. */
        PLANNED,
        /** Everybody in it was told, and sees their list. */
        ANNOUNCED,
        /** The speed-dating is over: the rounds that were stay as they are. */
        TOOK_PLACE;

        /** As it is written in texts' keys: {@code took-place}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One round.
     *
     * @param sittingOut those who are there, and meet nobody in it
     */
    public record Round(List<Table> tables, List<Seatmate> sittingOut) {

        public Round {
            tables = List.copyOf(tables);
            sittingOut = List.copyOf(sittingOut);
        }

        /** Where this person sits; empty for one who sits out, or is not there. */
        public Optional<Table> tableOf(String person) {
            return tables.stream().filter(table -> table.seats(person)).findFirst();
        }

        private Round with(UnaryOperator<Seatmate> change) {
            return new Round(
                    tables.stream()
                            .map(table -> new Table(table.number(), table.people().stream().map(change).toList()))
                            .toList(),
                    sittingOut.stream().map(change).toList());
        }

        /** Whether this person is there, be it without a table. */
        public boolean has(String person) {
            return tableOf(person).isPresent()
                    || sittingOut.stream().anyMatch(one -> one.person().equals(person));
        }
    }

    /**
     * Who sits together.
     *
     * @param number of the table, from 1
     */
    public record Table(int number, List<Seatmate> people) {

        public Table {
            people = List.copyOf(people);
        }

        boolean seats(String person) {
            return people.stream().anyMatch(one -> one.person().equals(person));
        }

        /** Whom this person meets here. */
        public List<Seatmate> othersThan(String person) {
            return people.stream().filter(one -> !one.person().equals(person)).toList();
        }
    }

    /**
     * Two people who shared a table.
     *
     * @param round from 1
     */
    public record Meeting(int round, Seatmate one, Seatmate other) {}

    public SpeedDates {
        people = List.copyOf(people);
        rounds = List.copyOf(rounds);
        told = Map.copyOf(told);
        moved = Set.copyOf(moved);
    }

    /** Every pair that shared a table in one of the rounds that were, once for each such round. */
    public Stream<Meeting> meetings() {
        return IntStream.range(0, done).boxed().flatMap(round -> rounds.get(round).tables().stream()
                .flatMap(table -> pairs(round + 1, table.people())));
    }

    private static Stream<Meeting> pairs(int round, List<Seatmate> people) {
        return IntStream.range(0, people.size()).boxed().flatMap(first -> IntStream.range(first + 1, people.size())
                .mapToObj(second -> new Meeting(round, people.get(first), people.get(second))));
    }

    /** Whether the people in it see their lists. */
    public boolean isAnnounced() {
        return state != State.PLANNED;
    }

    /** Whether this person is there in a round that is yet to come, or was there in one of them all. */
    public boolean has(String person) {
        return rounds.stream().anyMatch(round -> round.has(person));
    }

    /** The plan after so many rounds. */
    public SpeedDates afterRounds(int number, Instant now) {
        return with(number, state, told, now);
    }

    /** The plan as one that is over, after so many rounds. */
    public SpeedDates over(int number, Instant now) {
        return with(number, State.TOOK_PLACE, told, now);
    }

    /** The plan as one that is not over after all. */
    public SpeedDates reopened(Instant now) {
        return with(done, told.isEmpty() ? State.PLANNED : State.ANNOUNCED, told, now);
    }

    /** The plan as people were told it. */
    public SpeedDates announced(Map<String, String> toldNow, Instant now) {
        return with(done, State.ANNOUNCED, toldNow, now);
    }

    /** Whether anything in it is about one of these: a seat, or what organisers wished for them. */
    boolean isAbout(Collection<String> keys) {
        return people.stream().anyMatch(one -> keys.contains(one.person()))
                || keys.stream().anyMatch(settings::isAbout);
    }

    /** The plan without what tells who these were; a seat stays, for it is the others' history too. */
    public SpeedDates without(Collection<String> keys, Instant now) {
        var left = this;
        for (var person : keys) {
            left = left.without(person);
        }
        return left.with(done, state, left.told, now);
    }

    private SpeedDates without(String person) {
        var nobody = Nobody.insteadOf(person, people);
        return new SpeedDates(
                session,
                nobody.in(settings),
                people.stream().map(nobody::in).toList(),
                rounds.stream().map(round -> round.with(nobody::in)).toList(),
                done,
                state,
                nobody.in(proof),
                told.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(person))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                nobody.in(moved),
                changed,
                revision);
    }

    private SpeedDates with(int rounds, State next, Map<String, String> toldNow, Instant now) {
        return new SpeedDates(
                session,
                settings,
                people,
                this.rounds,
                rounds,
                next,
                proof,
                toldNow,
                moved,
                now,
                revision + 1);
    }
}
