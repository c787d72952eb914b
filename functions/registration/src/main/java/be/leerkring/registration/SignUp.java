package be.leerkring.registration;

import be.leerkring.network.EmailAddress;
import be.leerkring.network.Organisation;
import be.leerkring.network.Organisations;
import be.leerkring.network.Participant;
import be.leerkring.network.Participants;
import be.leerkring.network.RegistrationState;
import be.leerkring.network.SeatCounts;
import be.leerkring.network.Seats;
import be.leerkring.network.Session;
import be.leerkring.network.Sessions;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.View;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a form to a mail. Nothing in the answer tells whether the address was known before; only the mail does. */
@Singleton
final class SignUp {

    /** The purpose of the link that confirms. */
    static final String CONFIRM = "confirm";

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Organisations organisations;
    private final Registrations registrations;
    private final Links links;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final MyLink myLink;
    private final Languages languages;
    private final Validator validator;
    private final Clock clock;

    SignUp(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Organisations organisations,
            Registrations registrations,
            Links links,
            Outbox outbox,
            RegistrationMails mails,
            MyLink myLink,
            Languages languages,
            Validator validator,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.organisations = organisations;
        this.registrations = registrations;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
        this.languages = languages;
        this.validator = validator;
        this.clock = clock;
    }

    /** What stands around the form. */
    record Offer(Session session, Seats seats, List<Organisation> organisations) {

        /** Those that may be chosen. */
        List<Organisation> choices(Instant now) {
            return admitsOthers(now)
                    ? organisations
                    : organisations.stream()
                            .filter(organisation -> organisation.kind().subsidised())
                            .toList();
        }

        /** What may turn somebody away, or into the line, in the reader's words. */
        List<String> rules(View view, Instant now) {
            var admission = session.admission();
            var open = session.audience() == Session.Audience.OPEN;
            var rules = new ArrayList<String>();
            if (seats.isFull(admission)) {
                rules.add(view.text("registration.full"));
            }
            if (!open) {
                rules.add(view.text("registration.rule.subsidised"));
            }
            if (open && !admission.admitsOthers(now)) {
                var from = view.moment(admission.othersFrom().orElseThrow());
                rules.add(view.text("registration.rule.subsidised-first", from));
            }
            if (open && admission.keptForSubsidised() > 0) {
                rules.add(view.text("registration.rule.kept", admission.keptForSubsidised()));
            }
            if (admission.mostOfOne() > 0) {
                rules.add(view.text("registration.rule.most", admission.mostOfOne()));
            }
            if (open && admission.approval()) {
                rules.add(view.text("registration.rule.approval"));
            }
            admission.closes()
                    .ifPresent(closes -> rules.add(view.text("registration.rule.closes", view.moment(closes))));
            return rules;
        }

        /** Whether those whom the agency does not fund can register by now. */
        boolean admitsOthers(Instant now) {
            return session.audience() == Session.Audience.OPEN && session.admission().admitsOthers(now);
        }
    }

    /** What came of a form. */
    sealed interface Outcome {

        /** The person who fills in the form knows no more than to look in the mailbox. */
        record Mailed(Session session) implements Outcome {}

        record Invalid(Offer offer, FormErrors.Found errors) implements Outcome {}

        record Closed(Offer offer) implements Outcome {}

        record NoSuchSession() implements Outcome {}
    }

    /** What the form's page shows: one round trip. */
    Optional<Offer> offer(String session) {
        return look(session, List.of()).offer();
    }

    Outcome submit(String session, RegistrationForm form) {
        return table.decide(() -> decide(session, form));
    }

    /** Empty when another form for the same address was written at the same moment: then that one is looked at. */
    private Optional<Outcome> decide(String session, RegistrationForm form) {
        var address = form.address();
        var key = address.map(known -> Participants.key(session, known.personAt(session)));
        var look = look(session, key.stream().toList());
        if (look.offer().isEmpty()) {
            return Optional.of(new Outcome.NoSuchSession());
        }
        var offer = look.offer().get();
        if (!offer.session().takesRegistrations(clock.instant())) {
            return Optional.of(new Outcome.Closed(offer));
        }
        if (form.isRobots()) {
            return Optional.of(new Outcome.Mailed(offer.session()));
        }
        var errors = new FormErrors.Found()
                .add(validator.validate(form))
                .add(form.check(
                        offer.organisations(),
                        offer.session(),
                        languages.withCode(form.language()).isPresent(),
                        clock.instant()));
        if (!errors.isEmpty() || address.isEmpty()) {
            return Optional.of(new Outcome.Invalid(offer, errors));
        }
        var participant = participant(form, address.get(), offer);
        var known = registrations.in(look.found(), session, participant.person());
        return write(known, participant, offer.session()).then(new Outcome.Mailed(offer.session()));
    }

    private record Look(Optional<Offer> offer, Map<Key, Item> found) {}

    private Look look(String session, List<Key> more) {
        var keys = new ArrayList<>(List.of(sessions.key(session), seatCounts.key(session), organisations.key()));
        keys.addAll(more);
        var found = table.read(keys);
        var offer = sessions.in(found, session)
                .map(known -> new Offer(known, seatCounts.in(found, session), organisations.in(found)));
        return new Look(offer, found);
    }

    private Participant participant(RegistrationForm form, EmailAddress address, Offer offer) {
        var session = offer.session().id();
        var organisation = form.choice().in(offer.organisations());
        return new Participant(
                session,
                address.personAt(session),
                form.name(),
                address,
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                form.role(),
                languages.withCode(form.language()).orElse(languages.preferred()),
                RegistrationState.PENDING);
    }

    private WriteOutcome write(Optional<Registration> known, Participant participant, Session session) {
        var now = clock.instant();
        var request = known.map(registration -> registration.request(participant, now))
                .orElseGet(() -> new Registration.Request.Ask(Registration.first(participant, now)));
        return switch (request) {
            case Registration.Request.Ask(var next) -> ask(next, session);
            case Registration.Request.Remind(var next) -> remind(next, session);
            case Registration.Request.Repeated() -> new WriteOutcome.Written();
        };
    }

    private WriteOutcome ask(Registration next, Session session) {
        var link = links.issue(CONFIRM, next.participant().subject(), next.lapses());
        return table.write(List.of(
                registrations.put(next, session),
                link.write(),
                outbox.put(mails.confirmRequest(next, session, link.token()))));
    }

    private WriteOutcome remind(Registration next, Session session) {
        var link = myLink.issue(next, session);
        return table.write(List.of(
                registrations.put(next, session),
                link.write(),
                outbox.put(mails.already(next, session, link.token()))));
    }
}
