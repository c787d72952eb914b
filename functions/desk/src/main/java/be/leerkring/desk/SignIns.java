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
        var until = clock.instant().plus(LIFETIME);
        return new Issued(
                token,
                Write.putNew(Item.at(key(token))
                        .with("address", organiser.address())
                        .with("validUntil", until)
                        .with("expires", Item.seconds(until))));
    }

    /**
     * The organiser whose cookie this is: somebody who signed in less than twelve hours ago, and still is an organiser.
     */
    public Optional<Organiser> find(Token cookie) {
        var key = key(cookie);
        var found = table.read(List.of(key, organisers.key()));
        return Optional.ofNullable(found.get(key))
                .filter(item -> clock.instant().isBefore(item.requiredMoment("validUntil")))
                .map(item -> new Organiser(item.required("address")))
                .filter(organiser -> organisers.in(found).has(organiser.address()));
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
