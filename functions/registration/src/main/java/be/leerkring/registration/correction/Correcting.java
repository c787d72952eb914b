package be.leerkring.registration.correction;

import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Puts right what is known of a person, on an organiser's word. State and place in line stay as they are; the session's
 * rules don't bind an organiser who was told which of them are passed.
 */
@Singleton
public final class Correcting {

    private final Table table;
    private final Destinations destinations;
    private final Organisations organisations;
    private final Mailboxes mailboxes;
    private final Addresses addresses;
    private final KeptNeeds keptNeeds;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Languages languages;
    private final Clock clock;

    Correcting(
            Table table,
            Destinations destinations,
            Organisations organisations,
            Mailboxes mailboxes,
            Addresses addresses,
            KeptNeeds keptNeeds,
            Transitions transitions,
            RegistrationMails mails,
            Languages languages,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.organisations = organisations;
        this.mailboxes = mailboxes;
        this.addresses = addresses;
        this.keptNeeds = keptNeeds;
        this.transitions = transitions;
        this.mails = mails;
        this.languages = languages;
        this.clock = clock;
    }

    /** What came of the form. */
    public sealed interface Outcome {

        /** It is as the organiser wants it, by this press of the button or the one before. */
        record Done() implements Outcome {}

        /** Nothing changed: it can't be taken as it is, or passes rules of which the organiser did not know. */
        record Invalid(CorrectionSheet sheet, FormErrors.Found errors) implements Outcome {}

        /** Nothing changed: somebody else changed the registration since the organiser looked. */
        record Conflict(CorrectionSheet sheet) implements Outcome {}

        /** There is nothing to put right any more. */
        record Closed(Destination.Found there) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** What the form's page shows: one round trip. */
    Optional<CorrectionSheet> sheet(PersonKey subject) {
        return destinations
                .find(subject.session(), subject.person(), List.of(organisations.key(), keptNeeds.key(subject)))
                .map(sighting -> CorrectionSheet.of(
                        sighting.there(),
                        organisations.in(sighting.found()).all(),
                        keptNeeds.in(sighting.found(), subject)));
    }

    boolean isCorrectable(Destination.Found there) {
        return there.registration().isCorrectable(there.session(), clock.instant());
    }

    /**
     * Puts it right.
     *
     * @param revision of the registration that the organiser looked at
     */
    public Outcome correct(PersonKey subject, CorrectionForm form, long revision, Organiser by) {
        return table.decide(() -> sheet(subject)
                .map(sheet -> isCorrectable(sheet.there())
                        ? decide(sheet, form, revision, by)
                        : Decision.<Outcome>made(new Outcome.Closed(sheet.there())))
                .orElseGet(() -> Decision.made(new Outcome.Unknown())));
    }

    private Decision<Outcome> decide(CorrectionSheet sheet, CorrectionForm form, long revision, Organiser by) {
        var there = sheet.there();
        var errors = check(sheet, form);
        if (!errors.isEmpty()) {
            return Decision.made(new Outcome.Invalid(sheet, errors));
        }
        var language = languages.withCode(form.language()).orElse(there.registration().participant().language());
        var correction = Correction.of(there, form, sheet.organisations(), sheet.needs(), language);
        var differences = correction.differences();
        if (differences.isEmpty()) {
            return Decision.made(new Outcome.Done());
        }
        if (there.registration().revision() != revision) {
            return Decision.made(new Outcome.Conflict(sheet.changed(differences)));
        }
        var passed = correction.passedRules();
        if (!passed.isEmpty() && form.anyway().isEmpty()) {
            errors.add("anyway", "correction.anyway.missing");
            return Decision.made(new Outcome.Invalid(sheet.passing(passed), errors));
        }
        return decide(sheet, correction, by);
    }

    private FormErrors.Found check(CorrectionSheet sheet, CorrectionForm form) {
        return sheet.isNameOnly()
                ? form.checkName()
                : form.check(sheet.organisations(), sheet.there().session(), sheet.needs(),
                        languages.withCode(form.language()).isPresent());
    }

    private Decision<Outcome> decide(CorrectionSheet sheet, Correction correction, Organiser by) {
        var wanted = correction.wanted();
        if (!correction.isRenamed() && !correction.isReachedElsewhere()) {
            var next = correction.needing(correction.there().registration().correct(wanted));
            return transition(correction, next, by).write().then(new Outcome.Done());
        }
        var seen = mailboxes.look(wanted);
        if (seen.namesakes(wanted.name()).standingBesides(wanted.person()).isPresent()) {
            var errors = new FormErrors.Found();
            errors.add(
                    correction.isReachedElsewhere() ? "email" : "name",
                    correction.isReachedElsewhere() ? "correction.email.taken" : "correction.name.taken");
            return Decision.made(new Outcome.Invalid(sheet, errors));
        }
        return (correction.isReachedElsewhere()
                ? move(correction, seen, isOutsider(sheet, wanted), by)
                : rename(correction, seen, by)).then(new Outcome.Done());
    }

    private static boolean isOutsider(CorrectionSheet sheet, Participant wanted) {
        return sheet.organisations().stream()
                .filter(one -> one.hasId(wanted.organisationId()))
                .anyMatch(one -> !one.domains().fit(wanted.email()));
    }

    private Transitions.Transition transition(Correction correction, Registration next, Organiser by) {
        var there = correction.there();
        var transition = transitions.of(there, next).logCorrected(by, correction.fields());
        if (!correction.needs().equals(correction.said())) {
            transition.needs(correction.needs());
        }
        return there.registration() instanceof Holding holding && correction.isOfAnother(next.place())
                ? transition.seats(holding.exchange(there.seats(), next.place()))
                : transition;
    }

    private WriteOutcome rename(Correction correction, Mailboxes.Seen seen, Organiser by) {
        var next = correction.needing(correction.there().registration().correct(correction.wanted()));
        var transition = transition(correction, next, by);
        return next instanceof Pending pending
                ? transition.and(mailboxes.put(seen.mailbox().with(pending.participant(), pending.lapses()))).write()
                : transition.known(seen).write();
    }

    /** The new address is mailed what the registration is; the one before is told without a word about the person. */
    private WriteOutcome move(Correction correction, Mailboxes.Seen seen, boolean outsider, Organiser by) {
        var there = correction.there();
        var session = there.session();
        var before = there.registration();
        var wanted = correction.wanted();
        var next = correction.needing(before instanceof Pending pending
                ? pending.reachedAt(wanted, outsider, clock.instant())
                : before.correct(wanted));
        var transition = transition(correction, next, by)
                .leaves(mailboxes.find(before.participant().email()), List.of())
                .asSeen();
        if (addresses.standing(before.participant().email().text()).suppressed().isEmpty()) {
            transition.mail(mails.addressLeft(before, session, false));
        }
        var others = seen.others(wanted.name());
        return switch (next) {
            case Pending pending ->
                transition.leadTo(seen.mailbox(), pending)
                        .ask(
                                pending,
                                clock.instant(),
                                token -> mails.confirmRequest(
                                        pending, session, pending.outlook(session, there.seats()), token, others))
                        .write();
            case Holding holding ->
                transition.known(seen).mail(token -> mails.addressChanged(holding, session, token)).write();
            case Cancelled _,Marked _ ->
                throw new IllegalStateException("Nobody is reached elsewhere who is " + next.state());
        };
    }
}
