package be.leerkring.registration.messages;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the messages. The table's stream wakes whoever decides the mails of a new one; until all are decided it also
 * stands in the index {@code due}, so that none is left half-way. The key of a person takes some 25 bytes: an item has
 * room for everybody.
 */
@Singleton
public final class Messages {

    /** The sort key begins so; the stream's filter in the template knows it. */
    public static final String PREFIX = "MESSAGE#";

    /** So many stand on a page. */
    static final int PAGE = 20;

    private static final String DUE = "MESSAGE";

    /** Time enough for the stream, before the schedule has a look. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

    /** As long as the registrations of those it was for. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final Table table;

    Messages(Table table) {
        this.table = table;
    }

    /** Where a message stands. */
    static Key key(Place place) {
        return new Key(Sessions.partition(place.session()), PREFIX + place.number());
    }

    /** A message by its session and its number. */
    public record Place(String session, long number) {

        /** The message that stands at this key. */
        public static Place of(Key key) {
            return new Place(
                    key.partition().substring(Sessions.partition("").length()),
                    Long.parseLong(key.sort().substring(PREFIX.length())));
        }
    }

    /** One message, in a round trip of its own. */
    Optional<Message> find(Place place) {
        return in(table.read(List.of(key(place))), place);
    }

    /** The message in what was read. */
    Optional<Message> in(Map<Key, Item> found, Place place) {
        return Optional.ofNullable(found.get(key(place))).map(item -> message(item, place));
    }

    /** A session's messages, the latest first, from before this number on. */
    List<Message> before(String session, long number) {
        return table.queryPage(Query.of("pk = :session AND sk BETWEEN :first AND :last")
                .with(":session", Sessions.partition(session))
                .with(":first", PREFIX)
                .with(":last", PREFIX + (number - 1))
                .backwards()
                .consistent()
                .limit(PAGE))
                .stream()
                .map(item -> message(item, Place.of(item.key())))
                .toList();
    }

    /** Those that are not done by this moment, though they should be. */
    public Stream<Place> due(Instant now) {
        return table.query(Query.of("due = :message AND dueAt <= :now")
                .index("due")
                .with(":message", DUE)
                .with(":now", now))
                .map(item -> Place.of(item.key()));
    }

    /** The write of a message that is sent; refused where one has this number. */
    Write putNew(Message message, Session session) {
        return Write.putNew(Item.at(key(message.place()))
                .with("at", message.at())
                .with("by", message.by())
                .with("subject", message.text().subject().byLanguage())
                .with("text", message.text().text().byLanguage())
                .with("group", message.group().code())
                .with("organisation", message.organisation())
                .withTexts("people", message.people())
                .with("decided", message.decided())
                .with("due", DUE)
                .with("dueAt", message.at().plus(LEFT_BEHIND))
                .with("expires", Item.seconds(later(session.end(), message.at()).plus(KEPT))));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Marks how far it is, unless another was further by now. */
    void mark(Message message) {
        var _ = table.update(Write
                .update(key(message.place()), "SET decided = :decided" + (message.isDone() ? " REMOVE due, dueAt" : ""))
                .when("decided < :decided")
                .with(":decided", message.decided()));
    }

    private static Message message(Item item, Place place) {
        return new Message(
                place.session(),
                place.number(),
                item.requiredMoment("at"),
                item.required("by"),
                new Message.MessageText(
                        new LocalizedText(item.texts("subject")), new LocalizedText(item.texts("text"))),
                new MessageGroup(item.required("group")),
                item.text("organisation", ""),
                item.list("people"),
                (int) item.count("decided"));
    }
}
