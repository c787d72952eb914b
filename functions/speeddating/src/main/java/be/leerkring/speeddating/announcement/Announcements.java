package be.leerkring.speeddating.announcement;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Owns the announcements. One stands in the index {@code due} until the mails of all its people are decided. */
@Singleton
final class Announcements {

    private static final String PREFIX = "SPEED-DATES-MAILED#";

    private static final String DUE = "SPEED-DATES";

    /** As long as the registrations of those it was for. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final Table table;

    Announcements(Table table) {
        this.table = table;
    }

    private static Key key(String session, long number) {
        return new Key(Sessions.partition(session), PREFIX + number);
    }

    /** The write of a new one; refused where this edition was announced before. */
    Write putNew(Announcement announcement, Session session) {
        return Write.putNew(Item.at(key(announcement.session(), announcement.number()))
                .with("session", announcement.session())
                .with("number", announcement.number())
                .with("at", announcement.at())
                .withTexts("people", announcement.people())
                .withTexts("renewed", announcement.renewed().stream().sorted().toList())
                .with("due", DUE)
                .with("dueAt", announcement.at())
                .with("expires", Item.seconds(session.end().plus(KEPT))));
    }

    /** Where those stand whose mails are not all decided, the oldest first. */
    Stream<Key> due(Instant now) {
        return table.query(Query.of("due = :due AND dueAt <= :now")
                .index("due")
                .with(":due", DUE)
                .with(":now", now))
                .map(Item::key);
    }

    /** The announcement that stands here. */
    Announcement read(Item item) {
        return new Announcement(
                item.required("session"),
                item.count("number"),
                item.requiredMoment("at"),
                item.list("people"),
                Set.copyOf(item.list("renewed")));
    }

    /** Marks that the mails of all its people are decided. */
    void finish(Announcement announcement) {
        var _ = table.update(Write.update(key(announcement.session(), announcement.number()), "REMOVE due, dueAt")
                .when("attribute_exists(pk)"));
    }
}
