package be.leerkring.organiser.signin;

import static java.util.Comparator.naturalOrder;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.Organisers;
import be.leerkring.desk.SignIns;
import be.leerkring.platform.limits.Count;
import be.leerkring.platform.limits.Limits;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.Visit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From an address to a cookie. Whoever asks is told the same whether the address is an organiser's or not; only an
 * organiser's mailbox gets the link, and the link works once.
 */
@Singleton
final class SigningIn {

    /** How long the mailed link works. */
    static final Duration LINK_LIFETIME = Duration.ofMinutes(10);

    private static final String PURPOSE = Mail.SIGN_IN;

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Limits.Limit OF_ONE_SOURCE = new Limits.Limit("sign-in-source", 20, HOUR);

    /** Of one address by one source: what others ask for somebody's address is not counted against them. */
    private static final Limits.Limit OF_ONE_ASKER = new Limits.Limit("sign-in-asker", 5, HOUR);

    /** So many links are mailed to one organiser at once, whoever asks. */
    private static final Limits.Limit MAILS = new Limits.Limit("sign-in-mails", 5, HOUR);

    /** And then one in this time: whoever asks in between finds a link that still works for minutes. */
    static final Duration BETWEEN_MAILS = Duration.ofMinutes(2);

    /** A little less, for a limit counts in steps. */
    private static final Limits.Limit MORE_MAILS = new Limits.Limit(
            "sign-in-more-mails", 1, BETWEEN_MAILS.minusSeconds(20));

    private final Table table;
    private final Organisers organisers;
    private final SignIns signIns;
    private final Limits limits;
    private final Links links;
    private final Outbox outbox;
    private final SignInMail mail;
    private final Clock clock;

    SigningIn(
            Table table,
            Organisers organisers,
            SignIns signIns,
            Limits limits,
            Links links,
            Outbox outbox,
            SignInMail mail,
            Clock clock) {
        this.table = table;
        this.organisers = organisers;
        this.signIns = signIns;
        this.limits = limits;
        this.links = links;
        this.outbox = outbox;
        this.mail = mail;
        this.clock = clock;
    }

    /** What came of asking for a link. */
    sealed interface Outcome {

        /** If the address is an organiser's, a link is on its way, or came not long ago. */
        record Asked() implements Outcome {}

        /** This source asked too often, in all or for this address; it can ask again from this moment on. */
        record TooOften(Instant until) implements Outcome {}
    }

    /** Whoever asked too often leaves nothing behind. */
    Outcome ask(EmailAddress address, Visit visit) {
        var asker = visit.source() + "\n" + address.text();
        return table.decide(() -> {
            var now = clock.instant();
            var read = table.read(List.of(
                    organisers.key(),
                    limits.key(OF_ONE_SOURCE, visit.source()),
                    limits.key(OF_ONE_ASKER, asker),
                    limits.key(MAILS, address.text()),
                    limits.key(MORE_MAILS, address.text()),
                    mailKey(address, now)));
            var tries = List.of(
                    limits.count(OF_ONE_SOURCE, visit.source(), read), limits.count(OF_ONE_ASKER, asker, read));
            var until = tries.stream().map(tried -> tried.next(now)).filter(now::isBefore).max(naturalOrder());
            if (until.isPresent()) {
                return Decision.made(new Outcome.TooOften(until.get()));
            }
            var counted = tries.stream().map(tried -> tried.take(now));
            return table.write(Stream.concat(counted, mailed(address, visit, read, now)).toList())
                    .then(new Outcome.Asked());
        });
    }

    private static Key mailKey(EmailAddress address, Instant now) {
        return QueuedMails.key(subject(address), PURPOSE, now.toEpochMilli());
    }

    private static boolean isFree(Count count, Instant now) {
        return !count.next(now).isAfter(now);
    }

    /** Nothing for a stranger. Of two who ask in the same millisecond, one mail serves both. */
    private Stream<Write> mailed(EmailAddress address, Visit visit, Map<Key, Item> read, Instant now) {
        if (!organisers.in(read).has(address.text()) || read.containsKey(mailKey(address, now))) {
            return Stream.empty();
        }
        return Stream.of(MAILS, MORE_MAILS)
                .map(limit -> limits.count(limit, address.text(), read))
                .filter(mails -> isFree(mails, now))
                .limit(1)
                .flatMap(mails -> Stream.concat(Stream.of(mails.take(now)), link(address, visit, now)));
    }

    private Stream<Write> link(EmailAddress address, Visit visit, Instant now) {
        var link = links.issue(PURPOSE, subject(address), now.plus(LINK_LIFETIME));
        return Stream.of(
                link.write(),
                outbox.put(mail.link(address, subject(address), link.token(), visit.language(), now)));
    }

    /** Whether the link could be used now. */
    boolean works(Token token) {
        return links.judge(token, PURPOSE, table.read(List.of(links.key(token)))) instanceof Link.Valid;
    }

    /** Uses the link up; empty where it doesn't work, or does no more. */
    Optional<Token> use(Token token) {
        var found = table.read(List.of(links.key(token), organisers.key()));
        if (!(links.judge(token, PURPOSE, found) instanceof Link.Valid(var subject))) {
            return Optional.empty();
        }
        var organiser = organisers
                .in(found)
                .addresses()
                .filter(address -> subject.equals(subject(new EmailAddress(address))))
                .findFirst()
                .map(Organiser::new);
        return organiser.flatMap(known -> {
            var begun = signIns.issue(subject, known);
            return switch (table.write(List.of(links.use(token), begun.write()))) {
                case WriteOutcome.Written _ -> Optional.of(begun.token());
                case WriteOutcome.Refused _ -> Optional.empty();
            };
        });
    }

    /** What the links, mails and sign-ins of an organiser are about: names no person. */
    static String subject(EmailAddress address) {
        return "organiser." + Addresses.hash(address.text());
    }
}
