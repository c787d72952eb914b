package be.leerkring.registration.message;

import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Owns the messages; how far one is, its mailing's mark says. The table's stream wakes whoever decides the mails of a
 * new one. The key of a person takes some 25 bytes: an item has room for everybody.
 */
@Singleton
public final class Messages {

    /** The sort key begins so; the stream's filter in the template knows it. */
    public static final String PREFIX = "MESSAGE#";

    /** So many stand on a page. */
    public static final int PAGE = 20;

    /** Stands in the place of a person who was erased. */
    private static final String ERASED = "erased";

    /** What the mailings are called. */
    public static final String KIND = "message";

    private final Table table;
    private final Marks marks;

    Messages(Table table, Marks marks) {
        this.table = table;
        this.marks = marks;
    }

    /** Where a message stands. */
    public static Key key(MessageKey key) {
        return new Key(Sessions.partition(key.session()), PREFIX + key.number());
    }

    /** Where a message stands, and how far it is. */
    public List<Key> keys(MessageKey key) {
        return List.of(key(key), marks.key(key.mailing()));
    }

    /** A message by its session and its number. */
    public record MessageKey(String session, long number) {

        /** The message that stands at this key. */
        public static MessageKey of(Key key) {
            return new MessageKey(
                    key.partition().substring(Sessions.partition("").length()),
                    Long.parseLong(key.sort().substring(PREFIX.length())));
        }

        /** The mailing of the message that stands here. */
        public Mark.MailingKey mailing() {
            return new Mark.MailingKey(session, KIND, number);
        }
    }

    /** One message, in a round trip of its own. */
    public Optional<Message> find(MessageKey key) {
        return in(table.read(keys(key)), key);
    }

    /** The message in what was read. */
    public Optional<Message> in(Map<Key, Item> found, MessageKey key) {
        return Optional.ofNullable(found.get(key(key)))
                .map(item -> message(item, key, marks.in(found, key.mailing()).seen()));
    }

    /** A session's messages, the latest first, from before this number on. */
    public List<Message> before(String session, long number) {
        var items = table.queryPage(Query.of("pk = :session AND sk BETWEEN :first AND :last")
                .with(":session", Sessions.partition(session))
                .with(":first", PREFIX)
                .with(":last", PREFIX + (number - 1))
                .backwards()
                .consistent()
                .limit(PAGE));
        var places = items.stream().map(item -> MessageKey.of(item.key())).toList();
        var found = table.read(
                places.stream().map(key -> marks.key(key.mailing())).toList());
        return IntStream.range(0, items.size())
                .mapToObj(i -> message(
                        items.get(i), places.get(i), marks.in(found, places.get(i).mailing()).seen()))
                .toList();
    }

    /** The writes of a message that is sent, and of its beginning; refused where one has this number. */
    public List<Write> putNew(Message message, Session session) {
        var item = Write.putNew(Item.at(key(message.key()))
                .with("at", message.at())
                .with("by", message.by())
                .with("subject", message.text().subject().byLanguage())
                .with("text", message.text().text().byLanguage())
                .with("group", message.group().code())
                .with("organisation", message.organisation())
                .withTexts("people", message.people())
                .with("expires", Item.seconds(later(session.end(), message.at()).plus(Session.PEOPLE_KEPT))));
        return List.of(item, marks.soon(message.key().mailing(), session));
    }

    /** The messages that this person was among the readers of, the first first. */
    public List<Message> to(PersonKey reader) {
        return itemsTo(reader)
                .map(item -> message(item, MessageKey.of(item.key()), 0))
                .toList();
    }

    /**
     * Takes a person out of the messages of their session. The place stays, under nobody's name: how far a message is,
     * is counted in places.
     */
    public void forget(PersonKey reader) {
        itemsTo(reader).map(Item::key).forEach(key -> table.settle(() -> {
            var item = table.read(List.of(key)).get(key);
            return item == null ? new WriteOutcome.Written() : table.write(List.of(without(reader.person(), item)));
        }));
    }

    private static Write without(String person, Item item) {
        var people = item.list("people");
        return Write.update(item.key(), "SET people = :left")
                .when("people = :read")
                .with(":read", Attribute.texts(people))
                .with(":left", Attribute.texts(people.stream()
                        .map(one -> one.equals(person) ? ERASED : one)
                        .toList()));
    }

    private Stream<Item> itemsTo(PersonKey reader) {
        return table.query(Query.of("pk = :session AND begins_with(sk, :message)")
                .filter("contains(people, :person)")
                .with(":session", Sessions.partition(reader.session()))
                .with(":message", PREFIX)
                .with(":person", Item.text(reader.person()))
                .consistent());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Message message(Item item, MessageKey key, int decided) {
        return new Message(
                key.session(),
                key.number(),
                item.requiredMoment("at"),
                item.required("by"),
                new Message.MessageText(
                        new LocalizedText(item.texts("subject")), new LocalizedText(item.texts("text"))),
                new MessageGroup(item.required("group")),
                item.text("organisation", ""),
                item.list("people"),
                decided);
    }
}
