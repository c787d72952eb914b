package be.leerkring.platform.limits;

import be.leerkring.platform.limits.Limits.Bound;
import be.leerkring.platform.limits.Limits.Limit;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many mails go to addresses that somebody typed and nobody proved to be theirs. Who asks too often is told; that
 * too many are asked for one mailbox, for one session or in all is told nobody, for it would tell what others asked: a
 * mail then leaves later.
 *
 * <p>What all share is counted in eight places, each with its eighth: two of them are looked at, and the one with more
 * room is taken. So no item is written by everybody, and a mail can wait a little before all eight are full.
 */
@Singleton
public final class UnprovenMails {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The longest for which tries of any kind are counted. */
    public static final Duration DAY = Duration.ofDays(1);

    private static final int PLACES = 8;

    /** An office behind one address gets through, for one session at once and for a day's work. */
    private static final Limit SOURCE = new Limit("form-source", List.of(new Bound(30, HOUR), new Bound(120, DAY)));

    /** Somebody can register for a year's sessions in a row. */
    private static final Limit MAILBOX = new Limit("mailbox", List.of(new Bound(12, HOUR), new Bound(30, DAY)));

    private static final Limit ADDRESS_ABOUT = new Limit("address-session", 3, HOUR);

    /** A crowd of two hundred at the moment at which a session opens is served at once. */
    private static final Limit ABOUT = new Limit("session", 400 / PLACES, HOUR);

    /** Functions that resumed one snapshot would draw the same otherwise. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Limits limits;
    private final Clock clock;
    private final Limit all;

    /**
     * Half of what SES sends in a day, at the most, is for addresses that nobody proved.
     *
     * @param quota how many mails a day SES takes from the account
     */
    UnprovenMails(Limits limits, Clock clock, @Value("${SENDING_QUOTA}") int quota) {
        this.limits = limits;
        this.clock = clock;
        this.all = new Limit("unproven", Math.max(1, quota / 2 / PLACES), DAY);
    }

    /**
     * One mail that is asked for, and where it is counted.
     *
     * @param to the address that was typed
     * @param about what the mail is about, such as a session's id
     * @param source who asks; empty where it is ourselves
     */
    public record Asking(EmailAddress to, String about, Optional<String> source, List<Counted> counted) {}

    /** One count: the first place of those of its limit that were drawn, or the other. */
    record Counted(Limit limit, List<String> places) {}

    /** Somebody asks for a mail; each try draws its places anew. */
    public Asking asking(EmailAddress to, String about, String source) {
        return new Asking(to, about, Optional.of(source), counted(to, about));
    }

    /** We ourselves would mail somebody once more. */
    public Asking reminding(EmailAddress to, String about) {
        return new Asking(to, about, Optional.empty(), counted(to, about));
    }

    private List<Counted> counted(EmailAddress to, String about) {
        return List.of(
                new Counted(MAILBOX, List.of(Mailbox.of(to))),
                new Counted(ADDRESS_ABOUT, List.of(pair(to, about))),
                new Counted(ABOUT, drawn().map(place -> about + "\n" + place).toList()),
                new Counted(all, drawn().map(place -> "\n" + place).toList()));
    }

    private static Stream<Integer> drawn() {
        return RANDOM.ints(0, PLACES).distinct().limit(2).boxed();
    }

    /** What has to be read to decide about it. */
    public List<Key> keys(Asking asking) {
        return Stream.concat(
                asking.source().stream().map(source -> limits.key(SOURCE, source)),
                asking.counted().stream()
                        .flatMap(count -> count.places().stream().map(place -> limits.key(count.limit(), place))))
                .toList();
    }

    /** Where this address is counted: what its owner, who proved to be it, can have deleted. */
    public List<Key> personal(EmailAddress address, String about) {
        return List.of(limits.key(MAILBOX, Mailbox.of(address)), limits.key(ADDRESS_ABOUT, pair(address, about)));
    }

    private static String pair(EmailAddress address, String about) {
        return address.text() + "\n" + about;
    }

    /** Until when whoever asks has to wait, for they asked too often; empty where they may go on now. */
    public Optional<Instant> refusedUntil(Asking asking, Map<Key, Item> read) {
        var now = clock.instant();
        return source(asking, read).map(count -> count.next(now)).filter(next -> next.isAfter(now));
    }

    /** The write that counts that somebody asked, whatever comes of it. */
    public List<Write> asked(Asking asking, Map<Key, Item> read) {
        return source(asking, read).map(count -> count.take(clock.instant())).stream().toList();
    }

    private Optional<Count> source(Asking asking, Map<Key, Item> read) {
        return asking.source().map(source -> limits.count(SOURCE, source, read));
    }

    /** A mail that was counted: when it may leave, and the writes that count it there. */
    public record Leave(Instant at, List<Write> writes) {}

    /** The first moment from now on at which the mail may leave; it is not counted before its writes are written. */
    public Leave leave(Asking asking, Map<Key, Item> read) {
        var at = clock.instant();
        while (true) {
            var from = at;
            var counts = asking.counted().stream().map(counted -> roomiest(counted, read, from)).toList();
            var latest = counts.stream().map(count -> count.next(from)).max(Comparator.naturalOrder()).orElse(from);
            if (!latest.isAfter(from)) {
                return new Leave(from, counts.stream().map(count -> count.take(from)).toList());
            }
            at = latest;
        }
    }

    private Count roomiest(Counted counted, Map<Key, Item> read, Instant from) {
        return counted.places().stream()
                .map(place -> limits.count(counted.limit(), place, read))
                .min(Comparator.comparing((Count count) -> count.next(from)).thenComparing(Count::total))
                .orElseThrow();
    }
}
