package be.leerkring.network.voice;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.text.Folding;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the quotes that are on the site. One stands at the head of its session's partition, so that the session's page
 * finds it, and in the index {@code programme}. It is there until it is withdrawn, also when its answer is forgotten,
 * and no longer than three years: whoever signed it does not stay on the site for ever.
 */
@Singleton
public final class Quotes {

    /** So many quotes of one session are read with its head, and leave out none of its knowledge. */
    public static final int MOST_OF_A_SESSION = 50;

    /** The partition of the index {@code due} that holds the answers whose quote waits for an organiser. */
    public static final String TO_JUDGE = "QUOTE";

    /** Long enough for the report of its year and of the one after it. */
    public static final Duration KEPT = Duration.ofDays(3 * 365);

    private static final String PREFIX = "#QUOTE#";
    private static final String KIND = "quote";

    private static final Comparator<Quote> BY_TEXT = Comparator
            .comparing(Quote::text, Folding.alphabet())
            .thenComparing(Quote::signature);

    private final Table table;

    public Quotes(Table table) {
        this.table = table;
    }

    /** Where a quote stands. */
    public Key key(String session, String id) {
        return new Key(Sessions.partition(session), PREFIX + id);
    }

    /** The quote in what was read, if it is on the site. */
    public Optional<Quote> in(Map<Key, Item> found, String session, String id) {
        return Optional.ofNullable(found.get(key(session, id))).map(Quotes::quote);
    }

    /** All of a session's in what was read of its head, in the order of their words: nothing tells when one came. */
    public List<Quote> in(Map<Key, Item> found, String session) {
        return found.entrySet().stream()
                .filter(item -> item.getKey().partition().equals(Sessions.partition(session)))
                .filter(item -> item.getKey().sort().startsWith(PREFIX))
                .map(item -> quote(item.getValue()))
                .sorted(BY_TEXT)
                .toList();
    }

    /** Whether an entry of the index {@code programme} is a quote's. */
    public static boolean isQuote(Item entry) {
        return KIND.equals(entry.text("kind", ""));
    }

    /** The quote that an item, or its entry in the index, tells of. The index knows its language by its words. */
    public static Quote quote(Item item) {
        var words = item.texts("quote").entrySet().iterator().next();
        return new Quote(
                item.required("session"),
                item.key().sort().substring(PREFIX.length()),
                words.getValue(),
                new Language(words.getKey()),
                item.required("attribution"));
    }

    /** The quotes about the sessions that ended between these instants, those of the earliest session first. */
    public List<Quote> between(Instant from, Instant until) {
        return table.query(Query.of("programme = :programme AND #at BETWEEN :from AND :until")
                .index("programme")
                .filter("kind = :kind")
                .name("#at", "at")
                .with(":programme", Sessions.PROGRAMME)
                .with(":from", from)
                .with(":until", until)
                .with(":kind", Item.text(KIND)))
                .map(Quotes::quote)
                .toList();
    }

    /** How many quotes wait for an organiser. */
    public int countToJudge() {
        return table.count(Query.of("due = :quote").index("due").with(":quote", TO_JUDGE));
    }

    /** The write that puts a quote on the site; whoever publishes it insists on the answer in which it was given. */
    public Write publish(Session session, Quote quote) {
        return Write.put(Item.at(key(session.id(), quote.id()))
                .with("programme", Sessions.PROGRAMME)
                .with("at", session.end())
                .with("kind", KIND)
                .with("session", session.id())
                .with("quote", Map.of(quote.language().code(), quote.text()))
                .with("attribution", quote.signature())
                .with("expires", Item.seconds(session.end().plus(KEPT))));
    }

    /** The write that takes it off the site, if it is there. */
    public Write withdraw(String session, String id) {
        return Write.delete(key(session, id));
    }
}
