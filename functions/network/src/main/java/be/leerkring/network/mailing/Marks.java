package be.leerkring.network.mailing;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Owns the marks of how far mailings are. One stands in the index {@code due} until its mailing is done. */
@Singleton
public final class Marks {

    private static final String PREFIX = "MAILING#";

    private static final String DUE = "MAILING";

    /** Time enough for the run that began it, before another has a look. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

    private final Table table;
    private final Clock clock;

    public Marks(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Where a mailing's mark stands. */
    public Key key(Mark.MailingKey key) {
        return new Key(Sessions.partition(key.session()), PREFIX + key.kind() + "#" + key.number());
    }

    private static Mark.MailingKey key(Key key) {
        var sort = key.sort();
        var number = sort.lastIndexOf('#');
        return new Mark.MailingKey(
                key.partition().substring(Sessions.partition("").length()),
                sort.substring(PREFIX.length(), number),
                Long.parseLong(sort.substring(number + 1)));
    }

    /** The mark in what was read; of a mailing that has yet to begin, its beginning. */
    public Mark in(Map<Key, Item> found, Mark.MailingKey key) {
        return Optional.ofNullable(found.get(key(key)))
                .map(item -> mark(item, key))
                .orElseGet(() -> Mark.beginning(key, clock.instant().plus(LEFT_BEHIND)));
    }

    /** The same, in a round trip of its own. */
    public Mark find(Mark.MailingKey key) {
        return in(table.read(List.of(key(key))), key);
    }

    private static Mark mark(Item item, Mark.MailingKey key) {
        return new Mark(
                key,
                item.requiredMoment("since"),
                Optional.of(item.text("after", "")).filter(person -> !person.isEmpty()),
                item.small("seen"),
                item.small("mailed"),
                item.small("unreadable"),
                item.flag("done"));
    }

    /** The mailings that began and are not done by this moment, though they should be: those of all rooms. */
    public Stream<Mark.MailingKey> due(Instant now) {
        return table.query(Query.of("due = :mailing AND dueAt <= :now")
                .index("due")
                .with(":mailing", DUE)
                .with(":now", now))
                .map(item -> key(item.key()));
    }

    /** The write by which a mailing begins that the schedule is to do at once; refused where it began before. */
    public Write atOnce(Mark.MailingKey key, Session session) {
        return Write.putNew(item(Mark.beginning(key, clock.instant()), session.end()));
    }

    /** The same of a mailing that the table's stream does: the schedule has a look a little later. */
    public Write soon(Mark.MailingKey key, Session session) {
        return Write.putNew(item(Mark.beginning(key, clock.instant().plus(LEFT_BEHIND)), session.end()));
    }

    /** Writes how far a mailing is, unless another was further by now. */
    void put(Mark mark, Instant sessionEnd) {
        table.attempt(List.of(Write.put(item(mark, sessionEnd))
                .whenAbsentOr("seen <= :seen AND done = :no")
                .with(":seen", mark.seen())
                .with(":no", 0)));
    }

    private Item item(Mark mark, Instant sessionEnd) {
        var now = clock.instant();
        var item = Item.at(key(mark.key()))
                .with("since", mark.due())
                .with("after", mark.done() ? "" : mark.after().orElse(""))
                .with("seen", mark.seen())
                .with("mailed", mark.mailed())
                .with("unreadable", mark.unreadable())
                .with("done", mark.done())
                .with("expires", Item.seconds((sessionEnd.isAfter(now) ? sessionEnd : now).plus(Session.PEOPLE_KEPT)));
        return mark.done() ? item : item.with("due", DUE).with("dueAt", mark.due());
    }
}
