package be.leerkring.registration.find;

import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.limits.UnprovenMails.Asking;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Ongoing;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Mails an address the registrations that it leads to, each with a fresh link. An address that leads to none is mailed
 * that: so the answer, what is read and what is written are the same for both, and only the mail tells.
 */
@Singleton
final class Finding {

    /** Those that begin last, where an address leads to more. */
    private static final int MOST = 20;

    /** A mail that could not leave sooner is of no use any more. */
    private static final Duration WANTED = Duration.ofDays(1);

    private final Table table;
    private final Mailboxes mailboxes;
    private final Registrations registrations;
    private final Sessions sessions;
    private final UnprovenMails unproven;
    private final Links links;
    private final Outbox outbox;
    private final FoundMail mail;
    private final Clock clock;

    Finding(
            Table table,
            Mailboxes mailboxes,
            Registrations registrations,
            Sessions sessions,
            UnprovenMails unproven,
            Links links,
            Outbox outbox,
            FoundMail mail,
            Clock clock) {
        this.table = table;
        this.mailboxes = mailboxes;
        this.registrations = registrations;
        this.sessions = sessions;
        this.unproven = unproven;
        this.links = links;
        this.outbox = outbox;
        this.mail = mail;
        this.clock = clock;
    }

    /** What came of the form. */
    sealed interface Outcome {

        /** Whoever asked knows no more than to look in the mailbox. */
        record Asked() implements Outcome {}

        record Invalid(FormErrors.Found errors) implements Outcome {}

        /** Too many came from the same source, which may go on at this moment; nothing was written. */
        record TooOften(Instant until) implements Outcome {}
    }

    /** One registration of the mailbox, and its session. */
    record Found(Session session, Registration registration) {}

    /** One of them, and the path behind which it is. */
    record Led(Found found, String path) {}

    /**
     * Takes the form.
     *
     * @param language of whoever asks, for the mail
     * @param source where it came from
     */
    Outcome ask(FindForm form, Language language, String source) {
        return table.decide(() -> decide(form, language, source));
    }

    private Decision<Outcome> decide(FindForm form, Language language, String source) {
        var errors = form.check();
        var address = form.address();
        if (!errors.isEmpty() || address.isEmpty()) {
            return Decision.made(new Outcome.Invalid(errors));
        }
        var asking = unproven.asking(address.get(), Mailboxes.ABOUT, source);
        var keys = new ArrayList<>(unproven.keys(asking));
        keys.add(mailboxes.key(address.get()));
        var read = table.read(keys);
        var until = unproven.refusedUntil(asking, read);
        return until.isPresent()
                ? Decision.made(new Outcome.TooOften(until.get()))
                : write(asking, found(mailboxes.in(read, address.get())), language, read).then(new Outcome.Asked());
    }

    /** A round trip of its own, whether the address leads anywhere or not. */
    private List<Found> found(Mailbox mailbox) {
        var keys = new ArrayList<Key>(List.of(mailboxes.key(mailbox.address())));
        mailbox.entries().forEach(entry -> {
            keys.add(sessions.key(entry.key().session()));
            keys.add(Participants.key(entry.key().session(), entry.key().person()));
        });
        var found = table.read(keys.stream().distinct().toList());
        return mailbox.entries().stream()
                .flatMap(entry -> registrations.in(found, entry.key().session(), entry.key().person())
                        .flatMap(one -> sessions.in(found, entry.key().session()).map(there -> new Found(there, one)))
                        .stream())
                .filter(this::leadsAnywhere)
                .sorted(Comparator.<Found, Instant>comparing(one -> one.session().start()).reversed())
                .limit(MOST)
                .toList();
    }

    private boolean leadsAnywhere(Found one) {
        return switch (one.registration()) {
            case Pending pending ->
                clock.instant().isBefore(pending.lapses()) && one.session().isToCome(clock.instant());
            case Cancelled _ -> false;
            case Ongoing _,Marked _ -> clock.instant().isBefore(OwnLink.works(one.session()));
        };
    }

    private WriteOutcome write(Asking asking, List<Found> found, Language language, Map<Key, Item> read) {
        var now = clock.instant();
        var writes = new ArrayList<>(unproven.asked(asking, read));
        var leave = unproven.leave(asking, read);
        var over = now.plus(WANTED);
        if (leave.at().isBefore(over)) {
            var led = new ArrayList<Led>();
            found.forEach(one -> {
                var link = link(one);
                writes.add(link.write());
                led.add(new Led(one, path(one, link.token())));
            });
            writes.addAll(leave.writes());
            writes.add(outbox.hold(mail.of(asking.to(), led, language), leave.at(), over));
        }
        return table.write(writes);
    }

    private Links.Issued link(Found one) {
        var participant = one.registration().participant();
        return one.registration() instanceof Pending pending
                ? links.issue(Destinations.CONFIRM, participant.subject(), pending.lapses())
                : OwnLink.issue(links, participant, one.session());
    }

    private static String path(Found one, Token token) {
        return one.registration() instanceof Pending ? "/confirm/" + token.text() : OwnLink.path(token);
    }
}
