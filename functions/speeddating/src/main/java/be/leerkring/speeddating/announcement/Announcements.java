package be.leerkring.speeddating.announcement;

import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Owns the announcements; how far one is, its mailing's mark says. */
@Singleton
final class Announcements {

    private static final String PREFIX = "SPEED-DATES-MAILED#";

    private static final String KIND = "speed-dates";

    private final Marks marks;

    Announcements(Marks marks) {
        this.marks = marks;
    }

    /** Where an announcement stands, by its mailing. */
    Key key(Mark.MailingKey mailing) {
        return new Key(Sessions.partition(mailing.session()), PREFIX + mailing.number());
    }

    private static Mark.MailingKey mailing(Announcement announcement) {
        return new Mark.MailingKey(announcement.session(), KIND, announcement.number());
    }

    /** The mailings that the schedule is to do. */
    Stream<Mark.MailingKey> due(Instant now) {
        return marks.due(now).filter(key -> key.kind().equals(KIND));
    }

    /** The writes of a new one, and of its beginning; refused where this edition was announced before. */
    List<Write> putNew(Announcement announcement, Session session) {
        var mailing = mailing(announcement);
        var item = Write.putNew(Item.at(key(mailing))
                .with("session", announcement.session())
                .with("number", announcement.number())
                .with("at", announcement.at())
                .withTexts("people", announcement.people())
                .withTexts("renewed", announcement.renewed().stream().sorted().toList())
                .with("expires", Item.seconds(session.forgottenAt())));
        return List.of(item, marks.atOnce(mailing, session));
    }

    /** The announcement in what was read. */
    Optional<Announcement> in(Map<Key, Item> found, Mark.MailingKey mailing) {
        return Optional.ofNullable(found.get(key(mailing))).map(Announcements::read);
    }

    private static Announcement read(Item item) {
        return new Announcement(
                item.required("session"),
                item.count("number"),
                item.requiredMoment("at"),
                item.list("people"),
                Set.copyOf(item.list("renewed")));
    }
}
