package be.leerkring.registration.signup;

import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The turns in what was read, the first first. */
    List<Turn> in(Map<Key, Item> found, String session) {
        return Optional.ofNullable(found.get(key(session))).map(item -> read(item, session)).orElse(List.of());
    }

    /** The turns as they are: one round trip. */
    List<Turn> find(String session) {
        return in(table.read(List.of(key(session))), session);
    }

    /** The last of the turns is this one's, unless they have one already; all of them, the first first. */
    List<Turn> take(Turn turn) {
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
                .map(item -> read(item, session))
                .orElseGet(() -> find(session));
    }

    /** These, who were the first, are served. Where others have found so before, there is nothing to write. */
    void served(List<Turn> served) {
        var places = IntStream.range(0, served.size()).mapToObj(place -> "pressed[" + place + "]").toList();
        var _ = table.update(Write.update(key(served.getFirst().session()), "REMOVE " + String.join(", ", places))
                .when(places.getFirst() + " = :first AND " + places.getLast() + " = :last")
                .with(":first", served.getFirst().text())
                .with(":last", served.getLast().text()));
    }

    private static List<Turn> read(Item item, String session) {
        return item.list("pressed").stream().map(text -> Turn.read(session, text)).toList();
    }
}
