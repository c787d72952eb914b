package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
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
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.form.FormPage;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Holding;
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
    private final Mailboxes mailboxes;
    private final Vouching vouching;
    private final Languages languages;
    private final Clock clock;

    Enrolling(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Organisations organisations,
            Mailboxes mailboxes,
            Vouching vouching,
            Languages languages,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.organisations = organisations;
        this.mailboxes = mailboxes;
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
        var look = look(session, address.map(mailboxes::key).stream().toList());
        if (!(look.sheet() instanceof Sheet.Open(var formPage))) {
            return Decision.made(new Outcome.Shut(look.sheet()));
        }
        var errors = form.check(
                formPage.organisations(), formPage.session(), languages.withCode(form.language()).isPresent());
        if (!errors.isEmpty() || address.isEmpty()) {
            return Decision.made(new Outcome.Invalid(formPage, errors));
        }
        var seen = mailboxes.look(mailboxes.in(look.found(), address.get()), session);
        var participant = participant(form, seen.mailbox(), formPage);
        var known = seen.namesakes(form.name()).standing();
        var needs = form.needs().needs(form.needs().rows(formPage.session().questions(), Needs.NONE));
        return known.isPresent()
                ? Decision.made(decide(known.get(), participant, formPage))
                : vouching.enrol(participant, seen, formPage, needs, by).then(new Outcome.Added(participant));
    }

    /** The same form again is a second press of the button; a form of the person's own, not confirmed yet, is none. */
    private Outcome decide(Registration known, Participant participant, FormPage formPage) {
        return known instanceof Holding && known.repeats(participant, clock.instant())
                ? new Outcome.Added(known.participant())
                : new Outcome.Known(formPage, known);
    }

    private Participant participant(EnrolmentForm form, Mailbox mailbox, FormPage formPage) {
        var key = PersonKey.fresh(formPage.session().id());
        var organisation = form.choice().in(formPage.organisations());
        return new Participant(
                key.session(),
                key.person(),
                mailbox.identity(form.name()).orElse(key.person()),
                form.name(),
                mailbox.address(),
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                form.role(),
                languages.withCode(form.language()).orElse(languages.preferred()),
                RegistrationState.PENDING,
                Interests.NONE);
    }
}
