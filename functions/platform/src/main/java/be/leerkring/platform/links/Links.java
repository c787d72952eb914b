package be.leerkring.platform.links;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Owns the links that were mailed. The table knows a token's SHA-256 only, so that nobody who reads it can use it. */
@Singleton
public final class Links {

    /** An expired link is kept this long, so that its page can say that its time is over. */
    public static final Duration REMEMBERED = Duration.ofDays(90);

    private final Table table;
    private final Clock clock;

    public Links(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * A new link, and the write that makes it work.
     *
     * @param purpose what it is good for; a link for one purpose does not serve another
     * @param subject letters, digits, dots, hyphens and underscores
     */
    public Issued issue(String purpose, String subject, Instant expires) {
        var token = Token.about(subject);
        var item = Item.at(key(token))
                .with("purpose", purpose)
                .with("subject", subject)
                .with("validUntil", expires)
                .with("expires", Item.seconds(expires.plus(REMEMBERED)));
        return new Issued(token, Write.putNew(item));
    }

    /** Where the token's link stands. */
    public Key key(Token token) {
        return new Key(partition(token.claimedSubject()), token.hash());
    }

    /** Where all links about this subject stand. */
    public Stream<Key> about(String subject) {
        return table.query(Query.of("pk = :subject")
                .consistent()
                .with(":subject", partition(subject)))
                .map(Item::key);
    }

    /** Forgets all links about this subject. */
    public void forget(String subject) {
        table.delete(about(subject).toList());
    }

    private static String partition(String subject) {
        return "LINK#" + subject;
    }

    /** The write that uses the link up; refused where that was done before. */
    public Write use(Token token) {
        return Write.deleteExisting(key(token));
    }

    /**
     * What the token is worth now.
     *
     * @param found what was read, this token's link among it
     */
    public Link judge(Token token, String purpose, Map<Key, Item> found) {
        var item = found.get(key(token));
        if (item == null || !item.required("purpose").equals(purpose)) {
            return new Link.Unknown();
        }
        var subject = item.required("subject");
        return clock.instant().isBefore(item.requiredMoment("validUntil"))
                ? new Link.Valid(subject)
                : new Link.Expired(subject);
    }

    /**
     * What a token is worth that follows from that of a link: as much as the link itself, of which there may be
     * several. One query, for it does not name the link.
     *
     * @param purpose of the link
     * @param use for which the token follows from the link's
     */
    public Link judge(Token token, String purpose, String use) {
        var subject = token.claimedSubject();
        var now = clock.instant();
        return table.query(Query.of("pk = :subject").consistent().with(":subject", partition(subject)))
                .filter(item -> item.required("purpose").equals(purpose))
                .filter(item -> Token.following(subject, item.key().sort(), use).equals(token))
                .<Link>map(item -> now.isBefore(item.requiredMoment("validUntil"))
                        ? new Link.Valid(subject)
                        : new Link.Expired(subject))
                .findFirst()
                .orElseGet(Link.Unknown::new);
    }

    /**
     * A link that is about to be mailed.
     *
     * @param token goes into the mail, and nowhere else
     * @param write belongs into the transaction that writes the mail
     */
    public record Issued(Token token, Write write) {}
}
