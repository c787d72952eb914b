package be.leerkring.desk;

import be.leerkring.platform.links.Token;
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
import java.util.Optional;

/**
 * Owns the sign-ins: what the cookie of a signed-in organiser is worth. The table knows the cookie's SHA-256 only. All
 * of an organiser's sign-ins share a partition, so that signing out everywhere finds them.
 */
@Singleton
public final class SignIns {

    /** How long one stays signed in, however busy one is. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    /** How long one stays signed in without doing anything. */
    public static final Duration IDLE = Duration.ofHours(2);

    /** For so long a sign-in is fresh. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    /** That somebody is at work is noted no more often than this: a write for every page would double what it costs. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final Table table;
    private final Organisers organisers;
    private final Clock clock;

    public SignIns(Table table, Organisers organisers, Clock clock) {
        this.table = table;
        this.organisers = organisers;
        this.clock = clock;
    }

    /**
     * A new sign-in, and the write that makes its cookie work.
     *
     * @param subject the organiser's key: names no person, the same at every sign-in
     */
    public Issued issue(String subject, Organiser organiser) {
        var token = Token.about(subject);
        var now = clock.instant();
        var until = now.plus(LIFETIME);
        return new Issued(
                token,
                Write.putNew(Item.at(key(token))
                        .with("address", organiser.address())
                        .with("begunAt", now)
                        .with("usedAt", now)
                        .with("validUntil", until)
                        .with("expires", Item.seconds(until))));
    }

    /**
     * The organiser whose cookie this is: they signed in less than twelve hours ago, did something within the last two,
     * and still are an organiser. That they did something now is noted.
     */
    public Optional<Organiser> find(Token cookie) {
        var key = key(cookie);
        var now = clock.instant();
        var found = table.read(List.of(key, organisers.key()));
        return Optional.ofNullable(found.get(key))
                .filter(item -> now.isBefore(item.requiredMoment("validUntil")))
                .filter(item -> now.isBefore(item.requiredMoment("usedAt").plus(IDLE)))
                .filter(item -> organisers.in(found).has(item.required("address")))
                .map(item -> {
                    note(item, now);
                    return new Organiser(
                            item.required("address"), now.isBefore(item.requiredMoment("begunAt").plus(FRESH)));
                });
    }

    /** A sign-in that was ended meanwhile stays so. */
    private void note(Item item, Instant now) {
        if (!now.isBefore(item.requiredMoment("usedAt").plus(NOTED))) {
            var _ = table.update(Write.update(item.key(), "SET usedAt = :now")
                    .when("attribute_exists(pk)")
                    .with(":now", now));
        }
    }

    /** Ends this sign-in. */
    public void end(Token cookie) {
        table.delete(List.of(key(cookie)));
    }

    /** Ends every sign-in of this organiser. */
    public void endAll(String subject) {
        table.delete(table.query(Query.of("pk = :organiser")
                .project("pk, sk")
                .consistent()
                .with(":organiser", partition(subject)))
                .map(Item::key)
                .toList());
    }

    private static Key key(Token token) {
        return new Key(partition(token.claimedSubject()), token.hash());
    }

    private static String partition(String subject) {
        return "SIGN-IN#" + subject;
    }

    /**
     * A sign-in that is about to begin.
     *
     * @param token goes into the cookie, and nowhere else
     * @param write belongs into the transaction that uses up the mailed link
     */
    public record Issued(Token token, Write write) {}
}
