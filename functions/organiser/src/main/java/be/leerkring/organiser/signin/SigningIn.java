package be.leerkring.organiser.signin;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.Organisers;
import be.leerkring.desk.SignIns;
import be.leerkring.platform.limits.Limits;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.Visit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
    enum Asked {
        /** If the address is an organiser's, a link is on its way, or came not long ago. */
        TAKEN,
        /** This source asked too often, in all or for this address. */
        TOO_OFTEN
    }

    Asked ask(EmailAddress address, Visit visit) {
        if (!limits.allows(OF_ONE_SOURCE, visit.source())
                || !limits.allows(OF_ONE_ASKER, visit.source() + "\n" + address.text())) {
            return Asked.TOO_OFTEN;
        }
        if (organisers.in(table.read(List.of(organisers.key()))).has(address.text()) && mayBeMailed(address)) {
            send(address, visit);
        }
        return Asked.TAKEN;
    }

    private boolean mayBeMailed(EmailAddress address) {
        return limits.allows(MAILS, address.text()) || limits.allows(MORE_MAILS, address.text());
    }

    /** Of two who ask in the same millisecond, one mail serves both. */
    private void send(EmailAddress address, Visit visit) {
        var now = clock.instant();
        var link = links.issue(PURPOSE, subject(address), now.plus(LINK_LIFETIME));
        table.attempt(List.of(
                link.write(),
                outbox.put(mail.link(address, subject(address), link.token(), visit.language(), now))));
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
