package be.leerkring.registration.own;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Consent;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes what a participant is known as, and the language of the mails. The organisation too, as far as the session's
 * rules let its people in.
 */
@Singleton
public final class ChangingDetails {

    private final Table table;
    private final Destinations destinations;
    private final Mailboxes mailboxes;
    private final Organisations organisations;
    private final KeptNeeds keptNeeds;
    private final Transitions transitions;
    private final Languages languages;
    private final Clock clock;

    ChangingDetails(
            Table table,
            Destinations destinations,
            Mailboxes mailboxes,
            Organisations organisations,
            KeptNeeds keptNeeds,
            Transitions transitions,
            Languages languages,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.organisations = organisations;
        this.keptNeeds = keptNeeds;
        this.transitions = transitions;
        this.languages = languages;
        this.clock = clock;
    }

    /** What came of the form. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Invalid(
                Destination.Found there, List<Organisation> organisations, Needs needs, FormErrors.Found errors)
                implements
                    Outcome {}

        /** The link leads nowhere, or to what can't be changed any more. */
        record Closed(Destination destination) implements Outcome {}
    }

    /** What the form's page shows. */
    record Sheet(Destination destination, List<Organisation> organisations, Needs needs) {}

    /** Follows the link; the organisations are those that can be chosen. One round trip. */
    Sheet sheet(Token token) {
        var person = PersonKey.of(token.claimedSubject());
        var keys = new ArrayList<>(List.of(organisations.key()));
        person.map(keptNeeds::key).ifPresent(keys::add);
        var look = destinations.look(token, MyLink.PURPOSE, keys);
        return new Sheet(
                look.destination(),
                organisations.in(look.found()).all(),
                person.map(known -> keptNeeds.in(look.found(), known)).orElse(Needs.NONE));
    }

    public Outcome change(Token token, DetailsForm form) {
        return table.decide(() -> decide(sheet(token), form));
    }

    private Decision<Outcome> decide(Sheet sheet, DetailsForm form) {
        var destination = sheet.destination();
        var known = sheet.organisations();
        if (!(destination instanceof Destination.Found there)
                || !isChangeable(there)
                || !(there.registration() instanceof Holding before)) {
            return Decision.made(new Outcome.Closed(destination));
        }
        var session = there.session();
        var errors = form.check(
                known, session, sheet.needs(), languages.withCode(form.language()).isPresent(), clock.instant());
        var outsider = form.choice().isOutsiders(known, before.participant().email());
        var needs = form.needs().needs(form.needs().rows(session.questions(), sheet.needs()));
        var described = described(before, there, form, form.choice().in(known), outsider);
        var next = described.with(described.core().needing(!needs.isEmpty()));
        var transition = transitions.of(there, next);
        if (!needs.equals(sheet.needs())) {
            transition.needs(needs);
        }
        if (!Mailbox.folded(form.name()).equals(Mailbox.folded(before.participant().name()))) {
            rename(before, next, transition, errors);
        }
        if (!there.seats().areOfOne(next.place(), before.place())) {
            transition.seats(exchanged(before, next.place(), outsider, there, errors));
        }
        return errors.isEmpty()
                ? transition.write().then(new Outcome.Done())
                : Decision.made(new Outcome.Invalid(there, known, sheet.needs(), errors));
    }

    /** Two of one mailbox have to be told apart by their names. */
    private void rename(
            Holding before, Holding next, Transitions.Transition transition, FormErrors.Found errors) {
        var seen = mailboxes.look(before.participant());
        var name = next.participant().name();
        if (seen.namesakes(name).standingBesides(before.participant().person()).isPresent()) {
            errors.add("name", "details.name.taken");
        }
        transition.known(seen);
    }

    /** Whether it can still be changed. */
    boolean isChangeable(Destination.Found there) {
        return there.session().isToCome(clock.instant()) && there.registration() instanceof Holding;
    }

    private Holding described(
            Holding before, Destination.Found there, DetailsForm form, Organisation organisation, boolean outsider) {
        var participant = before.participant();
        var described = new Participant(
                participant.session(),
                participant.person(),
                participant.identity(),
                form.name(),
                participant.email(),
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                form.role(),
                languages.withCode(form.language()).orElse(participant.language()),
                participant.state(),
                form.interests().among(there.session().themes()));
        return before instanceof Waiting waiting && !there.seats().areOfOne(described.place(true), before.place())
                ? waiting.describeElsewhere(described, there.session(), outsider)
                : before.describe(described);
    }

    /** The seats with this person of another organisation; what stands against it is added to the errors. */
    private static Seats exchanged(
            Holding before, Place place, boolean outsider, Destination.Found there, FormErrors.Found errors) {
        if (!(before instanceof Waiting)) {
            admit(before.giveBack(there.seats()), place, outsider, there.session(), errors);
        }
        return before.exchange(there.seats(), place);
    }

    private static void admit(
            Seats without, Place place, boolean outsider, Session session, FormErrors.Found errors) {
        var rules = session.admission();
        if (Consent.isNeeded(session, place.subsidised(), outsider)) {
            errors.add("organisation", "details.organisation.approval");
        } else if (without.isOrganisationFull(place, rules)) {
            errors.add("organisation", "details.organisation.full");
        } else if (without.areOthersFull(place, rules)) {
            errors.add("organisation", "details.organisation.others-full");
        }
    }
}
