package be.leerkring.meetings.plan;

import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Owns the announcements; how far one is, its mailing's mark says. */
@Singleton
public final class Announcements {

    private static final String PREFIX = "SPEED-DATES-MAILED#";

    private static final String KIND = "speed-dates";

    /** Stands in the place of a person who was erased. */
    private static final String ERASED = "erased";

    private final Table table;
    private final Marks marks;

    public Announcements(Table table, Marks marks) {
        this.table = table;
        this.marks = marks;
    }

    /** Where an announcement stands, by its mailing. */
    public Key key(Mark.MailingKey mailing) {
        return new Key(Sessions.partition(mailing.session()), PREFIX + mailing.number());
    }

    private static Mark.MailingKey mailing(Announcement announcement) {
        return new Mark.MailingKey(announcement.session(), KIND, announcement.number());
    }

    /** The mailings that the schedule is to do. */
    public Stream<Mark.MailingKey> due(Instant now) {
        return marks.due(now).filter(key -> key.kind().equals(KIND));
    }

    /** The writes of a new one, and of its beginning; refused where this edition was announced before. */
    public List<Write> putNew(Announcement announcement, Session session) {
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
    public Optional<Announcement> in(Map<Key, Item> found, Mark.MailingKey mailing) {
        return Optional.ofNullable(found.get(key(mailing))).map(Announcements::read);
    }

    /**
     * Takes a person out of the announcements of their session. The place stays, under nobody's name: how far an
     * announcement is, is counted in places.
     */
    public void forget(PersonKey reader) {
        table.query(Query.of("pk = :session AND begins_with(sk, :announced)")
                .filter("contains(people, :person)")
                .with(":session", Sessions.partition(reader.session()))
                .with(":announced", PREFIX)
                .with(":person", Item.text(reader.person()))
                .consistent())
                .map(Item::key)
                .forEach(key -> table.settle(() -> {
                    var item = table.read(List.of(key)).get(key);
                    return item == null
                            ? new WriteOutcome.Written()
                            : table.write(List.of(without(reader.person(), item)));
                }));
    }

    private static Write without(String person, Item item) {
        var people = item.list("people");
        return Write.update(item.key(), "SET people = :left, renewed = :renewed")
                .when("people = :read")
                .with(":read", Attribute.texts(people))
                .with(":left", Attribute.texts(people.stream().map(one -> one.equals(person) ? ERASED : one).toList()))
                .with(":renewed", Attribute.texts(item.list("renewed").stream()
                        .filter(one -> !one.equals(person))
                        .toList()));
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
