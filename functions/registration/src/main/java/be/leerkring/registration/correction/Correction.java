package be.leerkring.registration.correction;

import be.leerkring.desk.Change;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.seats.Place;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Attended;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person as they stand, and as an organiser wants them to.
 *
 * @param wanted of the person as they were read: the same keys and the same state
 * @param said what they said that they need
 * @param needs what they need, as they told an organiser
 */
record Correction(Destination.Found there, Participant wanted, Needs said, Needs needs) {

    /** What this form makes of the person; of somebody who was there, it changes the name and nothing else. */
    static Correction of(
            Destination.Found there, CorrectionForm form, List<Organisation> organisations, Needs said,
            Language language) {
        var now = there.registration().participant().asSpelt(there.session().themes());
        var named = new Participant(
                now.session(), now.person(), now.identity(), form.name(), now.email(), now.organisationId(),
                now.organisation(), now.kind(), now.role(), now.language(), now.state(), now.interests());
        if (there.registration() instanceof Attended) {
            return new Correction(there, named, said, said);
        }
        var organisation = Optional.of(form.choice().in(organisations)).filter(chosen -> !isOf(chosen, now));
        var wanted = organisation
                .map(chosen -> named.of(chosen.id(), chosen.name(), chosen.kind()))
                .orElse(named)
                .reachedAt(form.address().orElse(now.email()));
        return new Correction(there, new Participant(
                now.session(), now.person(), now.identity(), wanted.name(), wanted.email(), wanted.organisationId(),
                wanted.organisation(), wanted.kind(), form.role(), language, now.state(),
                form.interests().among(there.session().themes())),
                said,
                form.needs().needs(form.needs().rows(there.session().questions(), said)));
    }

    /** An organisation of the list is known by its id: its name may have changed since, which corrects nothing. */
    private static boolean isOf(Organisation chosen, Participant participant) {
        return chosen.id().isEmpty()
                ? participant.organisationId().isEmpty() && chosen.name().equals(participant.organisation())
                : chosen.hasId(participant.organisationId());
    }

    private Participant now() {
        return there.registration().participant().asSpelt(there.session().themes());
    }

    /** From how it stands to what is wanted; nothing where it is as it is wanted. */
    List<Change> differences() {
        var now = now();
        return Stream.of(
                Change.between("name", now.name(), wanted.name()),
                Change.between("email", now.email().text(), wanted.email().text()),
                Change.between("organisation", now.organisation(), wanted.organisation()),
                Change.between("role", now.role(), wanted.role()),
                Change.between("language", now.language().ownName(), wanted.language().ownName()),
                Change.between("themes", themes(now), themes(wanted)),
                Change.between("needs", said.text(), needs.text()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String themes(Participant participant) {
        var interests = participant.interests();
        return String.join(", ", interests.seeks()) + " / " + String.join(", ", interests.offers());
    }

    /** What is put right, by the fields' names. */
    List<String> fields() {
        return differences().stream().map(Change::field).toList();
    }

    /** What the registration becomes, which knows whether the person needs anything. */
    Registration needing(Registration next) {
        return next.with(next.core().needing(!needs.isEmpty()));
    }

    boolean isRenamed() {
        return !Mailbox.folded(wanted.name()).equals(Mailbox.folded(now().name()));
    }

    boolean isReachedElsewhere() {
        return !wanted.email().equals(now().email());
    }

    /** Which of the session's rules it passes, by the keys of their texts; only whoever has a seat can pass any. */
    List<String> passedRules() {
        var seats = there.seats();
        var place = wanted.place(true);
        if (!(there.registration() instanceof Holding holding)
                || holding instanceof Waiting
                || seats.areOfOne(place, holding.place())) {
            return List.of();
        }
        var rules = there.session().admission();
        var without = holding.giveBack(seats);
        var passed = new ArrayList<String>();
        if (there.session().audience() == Session.Audience.SUBSIDISED && !place.subsidised()) {
            passed.add("correction.means.subsidised");
        }
        if (rules.approval() && !place.subsidised()) {
            passed.add("correction.means.approval");
        }
        if (without.isOrganisationFull(place, rules)) {
            passed.add("correction.means.full");
        }
        if (without.areOthersFull(place, rules)) {
            passed.add("correction.means.others-full");
        }
        return passed;
    }

    /** Whether what the person holds is held for another organisation from now on. */
    boolean isOfAnother(Place next) {
        return there.registration() instanceof Holding holding && !there.seats().areOfOne(next, holding.place());
    }
}
