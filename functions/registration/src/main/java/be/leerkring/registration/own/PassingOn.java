package be.leerkring.registration.own;

import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PassRequest;
import be.leerkring.network.participant.PassRequests;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.ConfirmRequests;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Namesakes.Request;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Passes a seat to a colleague: asks them by mail. Until they confirm, the seat stays whose it is. Nothing in the
 * answer tells whether the colleague was registered before; only the mail does.
 */
@Singleton
public final class PassingOn {

    private final Table table;
    private final Destinations destinations;
    private final Mailboxes mailboxes;
    private final Organisations organisations;
    private final PassRequests passRequests;
    private final TakingBack takingBack;
    private final RegistrationMails mails;
    private final ConfirmRequests confirmRequests;
    private final Clock clock;

    PassingOn(
            Table table,
            Destinations destinations,
            Mailboxes mailboxes,
            Organisations organisations,
            PassRequests passRequests,
            TakingBack takingBack,
            RegistrationMails mails,
            ConfirmRequests confirmRequests,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.organisations = organisations;
        this.passRequests = passRequests;
        this.takingBack = takingBack;
        this.mails = mails;
        this.confirmRequests = confirmRequests;
        this.clock = clock;
    }

    /** What came of the form. */
    public sealed interface Outcome {

        record Asked(Destination.Found there) implements Outcome {}

        /** Too many forms came from the same source: it can be sent again from this moment on. */
        record TooOften(Destination.Found there, Instant until) implements Outcome {}

        record Invalid(Destination.Found there, FormErrors.Found errors) implements Outcome {}

        /** The link leads nowhere, or to somebody who has no seat to pass on. */
        record Closed(Destination destination) implements Outcome {}
    }

    /** Whether there is a seat to pass on. */
    boolean canPass(Destination.Found there) {
        return there.session().isToCome(clock.instant())
                && there.registration() instanceof Confirmed;
    }

    /**
     * Takes the form.
     *
     * @param source where it came from
     */
    public Outcome pass(Token token, ColleagueForm form, String source) {
        return table.decide(() -> decide(token, form, source));
    }

    private Decision<Outcome> decide(Token token, ColleagueForm form, String source) {
        var destination = destinations.follow(token, MyLink.PURPOSE);
        if (!(destination instanceof Destination.Found there) || !canPass(there)) {
            return Decision.made(new Outcome.Closed(destination));
        }
        var giver = there.registration().participant();
        var errors = form.check(giver.email());
        var address = form.address();
        if (!errors.isEmpty() || address.isEmpty()) {
            return Decision.made(new Outcome.Invalid(there, errors));
        }
        return switch (ask(giver, form.name(), address.get(), there.session(), source)) {
            case ConfirmRequests.Outcome.Taken(var written) -> written.then(new Outcome.Asked(there));
            case ConfirmRequests.Outcome.TooOften(var until) -> Decision.made(new Outcome.TooOften(there, until));
        };
    }

    private ConfirmRequests.Outcome ask(
            Participant giver, String name, EmailAddress address, Session session, String source) {
        var asking = confirmRequests.asking(address, session.id(), source);
        var key = new PersonKey(session.id(), giver.person());
        var keys = new ArrayList<>(confirmRequests.keys(asking));
        keys.addAll(List.of(mailboxes.key(address), organisations.key(), passRequests.key(key)));
        var read = table.read(keys);
        var seen = mailboxes.look(mailboxes.in(read, address), session.id());
        var colleague = colleague(giver, name, seen.mailbox());
        var outsider = organisations.in(read)
                .find(giver.organisationId())
                .filter(known -> !known.domains().fit(address))
                .isPresent();
        var now = clock.instant();
        var request = seen.namesakes(name).receive(colleague, outsider, giver.person(), now);
        var lapses = now.plus(Confirmable.LAPSES);
        var asked = new PassRequest(
                key,
                receiver(request),
                name,
                address.text(),
                lapses.isBefore(session.start()) ? lapses : session.start());
        return confirmRequests.write(
                asking,
                request,
                seen.mailbox(),
                session,
                Needs.NONE,
                read,
                (next, token) -> mails.passRequest(next, session, token, giver.name(), seen.others(name)),
                beside(asked, passRequests.in(read, key), request, session).toArray(Write[]::new));
    }

    private static String receiver(Request request) {
        return switch (request) {
            case Request.Ask(var first) -> first.participant().person();
            case Request.Receive(var from, var _) -> from.participant().person();
            case Request.Remind(var from, var _) -> from.participant().person();
            case Request.Repeated() -> "";
        };
    }

    /** What the giver sees of it, whoever the colleague is; whom they asked before is asked no more. */
    private List<Write> beside(
            PassRequest asked, Optional<PassRequest> before, Request request, Session session) {
        var same = before.filter(other -> other.email().equals(asked.email()) && other.name().equals(asked.name()));
        if (request instanceof Request.Repeated && same.isPresent()) {
            return List.of();
        }
        return Stream.concat(
                Stream.of(passRequests.put(asked)),
                before.filter(other -> !other.receiver().equals(asked.receiver())).stream()
                        .flatMap(other -> takingBack.release(other, session).stream()))
                .toList();
    }

    private static Participant colleague(Participant giver, String name, Mailbox mailbox) {
        var key = PersonKey.fresh(giver.session());
        return new Participant(
                key.session(),
                key.person(),
                mailbox.identity(name).orElse(key.person()),
                name,
                mailbox.address(),
                giver.organisationId(),
                giver.organisation(),
                giver.kind(),
                "",
                giver.language(),
                RegistrationState.PENDING,
                Interests.NONE);
    }
}
