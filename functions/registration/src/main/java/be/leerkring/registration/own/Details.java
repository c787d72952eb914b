package be.leerkring.registration.own;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registration;
import be.leerkring.registration.Registrations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Changes what a participant is known as. The organisation too, as far as the session's rules let its people in. */
@Singleton
public final class Details {

    private final Table table;
    private final Destinations destinations;
    private final Organisations organisations;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Clock clock;

    Details(
            Table table,
            Destinations destinations,
            Organisations organisations,
            SeatCounts seatCounts,
            Registrations registrations,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.organisations = organisations;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** What came of the form. */
    public sealed interface Outcome {

        record Changed() implements Outcome {}

        record Invalid(Destination.Found there, List<Organisation> organisations, FormErrors.Found errors)
                implements
                    Outcome {}

        /** The link leads nowhere, or to what can't be changed any more. */
        record Closed(Destination destination) implements Outcome {}
    }

    /** What the form's page shows. */
    record Sheet(Destination destination, List<Organisation> organisations) {}

    /** Follows the link; the organisations are those that can be chosen. One round trip. */
    Sheet sheet(Token token) {
        var look = destinations.look(token, MyLink.PURPOSE, List.of(organisations.key()));
        return new Sheet(look.destination(), organisations.in(look.found()).all());
    }

    public Outcome change(Token token, DetailsForm form) {
        return table.decide(() -> decide(sheet(token), form));
    }

    private Decision<Outcome> decide(Sheet sheet, DetailsForm form) {
        var destination = sheet.destination();
        var known = sheet.organisations();
        if (!(destination instanceof Destination.Found there) || !isChangeable(there)) {
            return Decision.made(new Outcome.Closed(destination));
        }
        var session = there.session();
        var errors = form.check(known, session, clock.instant());
        var next = described(there, form, form.choice().in(known));
        if (there.seats().areOfOne(next.place(), there.registration().place())) {
            return errors.isEmpty()
                    ? table.write(List.of(registrations.put(next, session))).then(new Outcome.Changed())
                    : Decision.made(new Outcome.Invalid(there, known, errors));
        }
        var seats = exchanged(there, next.place(), errors);
        return errors.isEmpty()
                ? table.write(List.of(registrations.put(next, session), seatCounts.put(session.id(), seats)))
                        .then(new Outcome.Changed())
                : Decision.made(new Outcome.Invalid(there, known, errors));
    }

    /** Whether it can still be changed. */
    boolean isChangeable(Destination.Found there) {
        return there.session().isToCome(clock.instant()) && there.registration().isIn();
    }

    private static Registration described(Destination.Found there, DetailsForm form, Organisation organisation) {
        var participant = there.registration().participant();
        var described = new Participant(
                participant.session(),
                participant.person(),
                form.name(),
                participant.email(),
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                form.role(),
                participant.language(),
                participant.state(),
                form.interests().among(there.session().themes()));
        return there.seats().areOfOne(described.place(true), there.registration().place())
                ? there.registration().describe(described)
                : there.registration().describeElsewhere(described, there.session().admission());
    }

    /** The seats with this person of another organisation; what stands against it is added to the errors. */
    private static Seats exchanged(Destination.Found there, Place place, FormErrors.Found errors) {
        var old = there.registration().place();
        return switch (there.registration().state()) {
            case WAITING -> there.seats().replace(place);
            case OFFERED -> admitted(there, there.seats().withdraw(old), place, errors).exchangeOffer(old, place);
            case CONFIRMED -> admitted(there, there.seats().release(old), place, errors).pass(old, place);
            case PENDING, CANCELLED, ATTENDED, ABSENT -> there.seats();
        };
    }

    private static Seats admitted(Destination.Found there, Seats without, Place place, FormErrors.Found errors) {
        Session session = there.session();
        var rules = session.admission();
        if (rules.approval() && !place.subsidised()) {
            errors.add("organisation", "details.organisation.approval");
        } else if (without.isOrganisationFull(place, rules)) {
            errors.add("organisation", "details.organisation.full");
        } else if (without.areOthersFull(place, rules)) {
            errors.add("organisation", "details.organisation.others-full");
        }
        return there.seats();
    }
}
