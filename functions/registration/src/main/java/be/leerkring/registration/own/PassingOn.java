package be.leerkring.registration.own;

import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.ConfirmRequests;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.state.Confirmed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

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
    private final RegistrationMails mails;
    private final ConfirmRequests confirmRequests;
    private final Clock clock;

    PassingOn(
            Table table,
            Destinations destinations,
            Mailboxes mailboxes,
            Organisations organisations,
            RegistrationMails mails,
            ConfirmRequests confirmRequests,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.organisations = organisations;
        this.mails = mails;
        this.confirmRequests = confirmRequests;
        this.clock = clock;
    }

    /** What came of the form. */
    public sealed interface Outcome {

        record Asked(Destination.Found there) implements Outcome {}

        record Invalid(Destination.Found there, FormErrors.Found errors) implements Outcome {}

        /** The link leads nowhere, or to somebody who has no seat to pass on. */
        record Closed(Destination destination) implements Outcome {}
    }

    /** Whether there is a seat to pass on. */
    boolean canPass(Destination.Found there) {
        return there.session().isToCome(clock.instant())
                && there.registration() instanceof Confirmed;
    }

    public Outcome pass(Token token, ColleagueForm form) {
        return table.decide(() -> decide(token, form));
    }

    private Decision<Outcome> decide(Token token, ColleagueForm form) {
        var destination = destinations.follow(token, MyLink.PURPOSE);
        if (!(destination instanceof Destination.Found there) || !canPass(there)) {
            return Decision.made(new Outcome.Closed(destination));
        }
        var giver = there.registration().participant();
        var errors = form.check(giver.email());
        var address = form.address();
        return !errors.isEmpty() || address.isEmpty()
                ? Decision.made(new Outcome.Invalid(there, errors))
                : ask(giver, form.name(), address.get(), there.session())
                        .then(new Outcome.Asked(there));
    }

    private WriteOutcome ask(Participant giver, String name, EmailAddress address, Session session) {
        var read = table.read(
                List.of(mailboxes.key(address), confirmRequests.key(address), organisations.key()));
        var seen = mailboxes.look(mailboxes.in(read, address), session.id());
        var colleague = colleague(giver, name, seen.mailbox());
        var outsider = organisations.in(read)
                .find(giver.organisationId())
                .filter(known -> !known.domains().fit(address))
                .isPresent();
        return confirmRequests.write(
                seen.namesakes(name).receive(colleague, outsider, giver.person(), clock.instant()),
                seen.mailbox(),
                session,
                read,
                (next, token) -> mails.passRequest(next, session, token, giver.name(), seen.others(name)));
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
