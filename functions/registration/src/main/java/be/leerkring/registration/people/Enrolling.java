package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.FormPage;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Ongoing;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Registers people whom an organiser knows to come. The rules about who may register, and when, are for everybody else.
 */
@Singleton
final class Enrolling {

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Organisations organisations;
    private final Registrations registrations;
    private final Vouching vouching;
    private final Languages languages;
    private final Clock clock;

    Enrolling(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Organisations organisations,
            Registrations registrations,
            Vouching vouching,
            Languages languages,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.organisations = organisations;
        this.registrations = registrations;
        this.vouching = vouching;
        this.languages = languages;
        this.clock = clock;
    }

    /** What the form's page shows. */
    sealed interface Sheet {

        record Open(FormPage formPage) implements Sheet {}

        /** Nobody can be registered: it is a draft, or over, or does not take place. */
        record Closed(Session session) implements Sheet {}

        record Unknown() implements Sheet {}
    }

    /** What came of the form. */
    sealed interface Outcome {

        /** They have a seat or a place in line, perhaps since the first of two presses. */
        record Added(Participant participant) implements Outcome {}

        /** They are registered already. */
        record Known(FormPage formPage, Registration registration) implements Outcome {}

        record Invalid(FormPage formPage, FormErrors.Found errors) implements Outcome {}

        record Shut(Sheet sheet) implements Outcome {}
    }

    /** What the form's page shows: one round trip. */
    Sheet sheet(String session) {
        return look(session, List.of()).sheet();
    }

    private record Look(Sheet sheet, Map<Key, Item> found) {}

    private Look look(String id, List<Key> more) {
        var keys = new ArrayList<>(List.of(sessions.key(id), seatCounts.key(id), organisations.key()));
        keys.addAll(more);
        var found = table.read(keys);
        var session = sessions.anyIn(found, id);
        return new Look(
                session.<Sheet>map(known -> isOpen(known)
                        ? new Sheet.Open(new FormPage(known, seatCounts.in(found, id), organisations.in(found).all()))
                        : new Sheet.Closed(known))
                        .orElseGet(Sheet.Unknown::new),
                found);
    }

    /** Until it is over, for somebody may stand at the door. */
    private boolean isOpen(Session session) {
        return !session.edition().draft() && !session.cancelled() && session.isAhead(clock.instant());
    }

    Outcome add(String session, EnrolmentForm form, Organiser by) {
        return table.decide(() -> decide(session, form, by));
    }

    /** Refused when another write for the same person came at the same moment: then that one is looked at. */
    private Decision<Outcome> decide(String session, EnrolmentForm form, Organiser by) {
        var address = form.address();
        var key = address.map(known -> Participants.key(session, known.personAt(session)));
        var look = look(session, key.stream().toList());
        if (!(look.sheet() instanceof Sheet.Open(var formPage))) {
            return Decision.made(new Outcome.Shut(look.sheet()));
        }
        var errors = form.check(formPage.organisations(), languages.withCode(form.language()).isPresent());
        if (!errors.isEmpty() || address.isEmpty()) {
            return Decision.made(new Outcome.Invalid(formPage, errors));
        }
        var participant = participant(form, address.get().personAt(session), formPage);
        var known = registrations.in(look.found(), session, participant.person());
        return known.isPresent()
                ? decide(known.get(), participant, formPage, by)
                : vouching.enrol(participant, formPage, by).then(new Outcome.Added(participant));
    }

    /** The same form again is a second press of the button; the person's own form, not confirmed yet, was none. */
    private Decision<Outcome> decide(Registration known, Participant participant, FormPage formPage, Organiser by) {
        return switch (known) {
            case Holding holding when holding.repeats(participant, clock.instant()) ->
                Decision.made(new Outcome.Added(participant));
            case Ongoing _,Marked _ -> Decision.made(new Outcome.Known(formPage, known));
            case Cancelled cancelled ->
                vouching.enrolAnew(cancelled, participant, formPage, by).then(new Outcome.Added(participant));
        };
    }

    private Participant participant(EnrolmentForm form, String person, FormPage formPage) {
        var organisation = form.choice().in(formPage.organisations());
        return new Participant(
                formPage.session().id(),
                person,
                form.name(),
                form.address().orElseThrow(),
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                form.role(),
                languages.withCode(form.language()).orElse(languages.preferred()),
                RegistrationState.PENDING);
    }
}
