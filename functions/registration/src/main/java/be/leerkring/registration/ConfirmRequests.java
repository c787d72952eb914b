package be.leerkring.registration;

import be.leerkring.network.session.Session;
import be.leerkring.platform.limits.Limits;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Request;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Mails to an address that somebody typed. Nobody knows whether it is theirs: so there are at most three in an hour to
 * one address, whoever asks and for whichever session, and who asks in vain is told nothing of it.
 */
@Singleton
public final class ConfirmRequests {

    private static final Limits.Limit LIMIT = new Limits.Limit("confirmation", 3, Duration.ofHours(1));

    private final Limits limits;
    private final Transitions transitions;
    private final RegistrationMails mails;

    ConfirmRequests(Limits limits, Transitions transitions, RegistrationMails mails) {
        this.limits = limits;
        this.transitions = transitions;
        this.mails = mails;
    }

    /** What has to be read about the address. */
    public Key key(EmailAddress address) {
        return limits.key(LIMIT, address.text());
    }

    /**
     * Writes what a form leads to, and mails it.
     *
     * @param mailbox of the address that the mail goes to
     * @param read what was read, {@link #key} among it
     * @param asks the mail that asks to confirm
     */
    public WriteOutcome write(
            Request request,
            Mailbox mailbox,
            Session session,
            Map<Key, Item> read,
            BiFunction<Confirmable, Token, Mail> asks) {
        if (request instanceof Request.Repeated) {
            return new WriteOutcome.Written();
        }
        return count(mailbox.address(), read)
                .map(counted -> write(request, mailbox, session, counted, asks))
                .orElseGet(WriteOutcome.Written::new);
    }

    /** The write that counts one more mail to such an address; empty where none may go there now. */
    public Optional<Write> count(EmailAddress address, Map<Key, Item> read) {
        return limits.take(LIMIT, address.text(), read);
    }

    private WriteOutcome write(
            Request request,
            Mailbox mailbox,
            Session session,
            Write counted,
            BiFunction<Confirmable, Token, Mail> asks) {
        return switch (request) {
            case Request.Ask(var next) ->
                transitions.first(session, next)
                        .ask(next, mailbox, token -> asks.apply(next, token))
                        .and(counted)
                        .write();
            case Request.Remind(var from, var next) ->
                transitions.of(session, from, next)
                        .mail(token -> mails.already(next, session, token))
                        .and(counted)
                        .write();
            case Request.Repeated() -> new WriteOutcome.Written();
        };
    }
}
