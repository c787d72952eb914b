package be.leerkring.registration.signup;

import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Owns the turns: who pressed and is to be served, in the order in which they pressed. No transaction ever has this
 * item, so that a crowd can write it one after the other without anybody being refused; and it stands in a partition of
 * its own, apart from those who are served.
 */
@Singleton
final class Turns {

    /** Whoever waits does so for seconds; so long after the last of them, all of it goes. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Table table;
    private final Clock clock;

    Turns(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Where the turns of a session stand. */
    Key key(String session) {
        return new Key("TURNS#" + session, "PRESSED");
    }

    /**
     * Those who wait.
     *
     * @param served how many were served before the first of them
     * @param first the first of them, in their order
     */
    record Waiting(long served, List<Turn> first) {

        /** The number of this turn, by which its place is known once others are served; empty where it is not here. */
        Optional<Long> number(Turn turn) {
            return Optional.of(first.indexOf(turn)).filter(place -> place >= 0).map(place -> served + place);
        }
    }

    /** All who wait, in what was read. */
    Waiting in(Map<Key, Item> found, String session) {
        return read(Optional.ofNullable(found.get(key(session))), session);
    }

    /** The first of those who wait, as it is now: one round trip, which brings no more than that. */
    Waiting first(String session) {
        var places = IntStream.range(0, Serving.TOGETHER).mapToObj(Turns::place).collect(Collectors.joining(", "));
        return read(
                table.queryPage(Query.of("pk = :turns")
                        .with(":turns", key(session).partition())
                        .project("served, " + places)
                        .consistent())
                        .stream().findFirst(),
                session);
    }

    /** The last of the turns is this one's, unless they have one already; all who wait. */
    Waiting take(Turn turn) {
        var session = turn.session();
        return table.update(Write.update(
                key(session),
                "SET pressed = list_append(if_not_exists(pressed, :nobody), :turns), expires = :expires")
                .when("attribute_not_exists(pressed) OR NOT contains(pressed, :turn)")
                .with(":nobody", Attribute.texts(List.of()))
                .with(":turns", Attribute.texts(List.of(turn.text())))
                .with(":turn", turn.text())
                .with(":expires", Item.seconds(clock.instant().plus(KEPT)))
                .returningNew())
                .map(item -> read(Optional.of(item), session))
                .orElseGet(() -> in(table.read(List.of(key(session))), session));
    }

    /** These, who were the first, are served. Where others have found so before, there is nothing to write. */
    void served(List<Turn> served) {
        var places = IntStream.range(0, served.size()).mapToObj(Turns::place).toList();
        var _ = table.update(Write.update(
                key(served.getFirst().session()),
                "REMOVE " + String.join(", ", places) + " SET served = if_not_exists(served, :none) + :number")
                .when(places.getFirst() + " = :first AND " + places.getLast() + " = :last")
                .with(":first", served.getFirst().text())
                .with(":last", served.getLast().text())
                .with(":none", 0)
                .with(":number", served.size()));
    }

    private static String place(int index) {
        return "pressed[" + index + "]";
    }

    private static Waiting read(Optional<Item> item, String session) {
        return item.map(turns -> new Waiting(
                turns.count("served"),
                turns.list("pressed").stream().map(text -> Turn.read(session, text)).toList()))
                .orElseGet(() -> new Waiting(0, List.of()));
    }
}
