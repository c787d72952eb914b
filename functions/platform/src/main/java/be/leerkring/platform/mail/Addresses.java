package be.leerkring.platform.mail;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Sha256;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Owns what is known of addresses: which of them take no mail, and which of them take no more than is needed to take
 * part. An address stands under a hash, so that the list names nobody; who it is, the mail that bounced tells. Either
 * is known for two years: whoever takes part after that is mailed once more, and says so again.
 */
@Singleton
public final class Addresses {

    private static final String PREFIX = "ADDRESS#";
    private static final String SUPPRESSED = "SUPPRESSED";
    private static final String UNSUBSCRIBED = "UNSUBSCRIBED";
    private static final int HASH_BYTES = 16;

    /** Longer than anything else about a person, so that whoever comes back the next year is not mailed in vain. */
    public static final Duration REMEMBERED = Duration.ofDays(730);

    private final Table table;
    private final Clock clock;

    public Addresses(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * What is known of one address.
     *
     * @param suppressed why it takes no mail; empty when it does
     * @param unsubscribed whether its reader wants no more than is needed
     */
    public record Standing(Optional<MailState> suppressed, boolean unsubscribed) {}

    /** The address's hash: what links that its reader unsubscribes with are about. */
    public static String hash(String address) {
        return Sha256.of(address, HASH_BYTES);
    }

    /** What is known of the address: one round trip. */
    public Standing standing(String address) {
        return standingOf(hash(address));
    }

    /** What is known of the address with this hash: one round trip. */
    public Standing standingOf(String hash) {
        var suppressed = key(hash, SUPPRESSED);
        var unsubscribed = key(hash, UNSUBSCRIBED);
        var found = table.read(List.of(suppressed, unsubscribed));
        return new Standing(
                Optional.ofNullable(found.get(suppressed)).map(Addresses::cause),
                found.containsKey(unsubscribed));
    }

    /** Those of the addresses that take no mail, and why. */
    public Map<String, MailState> suppressed(Collection<String> addresses) {
        var distinct = addresses.stream().distinct().toList();
        if (distinct.isEmpty()) {
            return Map.of();
        }
        var found = table.read(distinct.stream().map(this::suppressedKey).toList());
        return distinct.stream()
                .filter(address -> found.containsKey(suppressedKey(address)))
                .collect(Collectors.toMap(address -> address, address -> suppressedIn(found, address).orElseThrow()));
    }

    /** Where it stands that the address takes no mail. */
    public Key suppressedKey(String address) {
        return key(hash(address), SUPPRESSED);
    }

    /** Why the address takes no mail, by what was read; empty when it does. */
    public Optional<MailState> suppressedIn(Map<Key, Item> found, String address) {
        return Optional.ofNullable(found.get(suppressedKey(address))).map(Addresses::cause);
    }

    private static MailState cause(Item item) {
        return MailState.valueOf(item.required("cause"));
    }

    /** From now on, the address takes no mail. */
    public void suppress(String address, MailState cause) {
        write(Item.at(key(hash(address), SUPPRESSED)).with("cause", cause.name()).with("at", clock.instant()));
    }

    /** The write by which the address takes mail again. */
    public Write lift(String address) {
        return Write.delete(key(hash(address), SUPPRESSED));
    }

    /** From now on, the address takes no more than is needed. */
    public void unsubscribe(String hash) {
        write(Item.at(key(hash, UNSUBSCRIBED)).with("at", clock.instant()));
    }

    /** The address takes everything again. */
    public void subscribe(String hash) {
        table.delete(List.of(key(hash, UNSUBSCRIBED)));
    }

    /** Forgets all that is known of the address: nothing tells any more that it ever was mailed. */
    public void forget(String address) {
        var hash = hash(address);
        table.delete(List.of(key(hash, SUPPRESSED), key(hash, UNSUBSCRIBED)));
    }

    private void write(Item item) {
        var kept = item.with("expires", Item.seconds(clock.instant().plus(REMEMBERED)));
        if (table.write(List.of(Write.put(kept))) instanceof WriteOutcome.Refused) {
            throw new IllegalStateException("A write without a condition was refused");
        }
    }

    private static Key key(String hash, String what) {
        return new Key(PREFIX + hash, what);
    }
}
