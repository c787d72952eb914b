package be.leerkring.registration;

import be.leerkring.network.session.Session;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.limits.UnprovenMails.Asking;
import be.leerkring.platform.limits.UnprovenMails.Leave;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Namesakes.Request;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Mails to an address that somebody typed. Nobody knows whether it is theirs, so {@link UnprovenMails} limits them. Who
 * asks too often is told so, and nothing is written; of all other limits nobody is told: the registration is written,
 * and its mail leaves when it may.
 */
@Singleton
public final class ConfirmRequests {

    private final Table table;
    private final UnprovenMails unproven;
    private final Transitions transitions;
    private final RegistrationMails mails;

    ConfirmRequests(Table table, UnprovenMails unproven, Transitions transitions, RegistrationMails mails) {
        this.table = table;
        this.unproven = unproven;
        this.transitions = transitions;
        this.mails = mails;
    }

    /** What came of a form. */
    public sealed interface Outcome {

        /** It is taken, where its write was not refused. */
        record Taken(WriteOutcome written) implements Outcome {}

        /** Too many came from the same source, which may go on at this moment; nothing was written. */
        record TooOften(Instant until) implements Outcome {}
    }

    /** A form that asks for a mail; where it is counted differs from try to try. */
    public Asking asking(EmailAddress address, String session, String source) {
        return unproven.asking(address, session, source);
    }

    /** What has to be read about it. */
    public List<Key> keys(Asking asking) {
        return unproven.keys(asking);
    }

    /**
     * Writes what a form leads to, and mails it.
     *
     * @param mailbox of the address that the mail goes to
     * @param needs what they said in the form that they need
     * @param read what was read, {@link #keys} among it
     * @param asks the mail that asks to confirm
     * @param beside what else is true from then on
     */
    public Outcome write(
            Asking asking,
            Request request,
            Mailbox mailbox,
            Session session,
            Needs needs,
            Map<Key, Item> read,
            BiFunction<Confirmable, Token, Mail> asks,
            Write... beside) {
        return unproven.refusedUntil(asking, read)
                .<Outcome>map(Outcome.TooOften::new)
                .orElseGet(() -> new Outcome.Taken(take(asking, request, mailbox, session, needs, read, asks, beside)));
    }

    private WriteOutcome take(
            Asking asking,
            Request request,
            Mailbox mailbox,
            Session session,
            Needs needs,
            Map<Key, Item> read,
            BiFunction<Confirmable, Token, Mail> asks,
            Write... beside) {
        var asked = Stream.concat(unproven.asked(asking, read).stream(), Stream.of(beside)).toArray(Write[]::new);
        var leave = unproven.leave(asking, read);
        return switch (request) {
            case Request.Ask(var first) ->
                ask(first(session, first, needs), first, mailbox, leave, asks).and(asked).write();
            case Request.Receive(var from, var next) ->
                ask(transitions.of(session, from, next), next, mailbox, leave, asks).and(asked).write();
            case Request.Remind(var from, var next) when leave.at().isBefore(session.start()) ->
                remind(from, next, session, leave).and(asked).write();
            case Request.Remind _,Request.Repeated _ -> table.write(List.of(asked));
        };
    }

    private Transitions.Transition first(Session session, Pending first, Needs needs) {
        return needs.isEmpty()
                ? transitions.first(session, first)
                : transitions.first(session, first.needing(true)).needs(needs);
    }

    /** Where the mail could not leave before its link is over, the registration stands without: somebody can call. */
    private Transitions.Transition ask(
            Transitions.Transition transition,
            Confirmable next,
            Mailbox mailbox,
            Leave leave,
            BiFunction<Confirmable, Token, Mail> asks) {
        transition.leadTo(mailbox, next);
        return leave.at().isBefore(next.lapses())
                ? transition.ask(next, leave.at(), token -> asks.apply(next, token))
                        .and(leave.writes().toArray(Write[]::new))
                : transition;
    }

    private Transitions.Transition remind(Registration from, Registration next, Session session, Leave leave) {
        return transitions.of(session, from, next)
                .mail(leave.at(), session.start(), token -> mails.already(next, session, token))
                .and(leave.writes().toArray(Write[]::new));
    }
}
