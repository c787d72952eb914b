package be.leerkring.registration.people;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailState;
import be.leerkring.registration.Destination;
import be.leerkring.registration.need.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an organiser sees of one person at a session.
 *
 * @param shown the participant, of the organisation as the network knows it now
 * @param organisation theirs, where the network lists it
 * @param needs what they said that they need
 * @param mails that they got, or will get, the last one first
 * @param suppressed why the address takes no mail; empty where it does
 * @param changed whether it is shown anew, because it changed since the organiser last looked
 */
public record PersonSheet(
        Destination.Found there,
        Participant shown,
        Optional<Organisation> organisation,
        Needs needs,
        List<MailRecord> mails,
        Optional<MailState> suppressed,
        boolean changed,
        Instant now) {

    /** The mail domains of the person's organisation, where the address is at none of them; empty where it is. */
    Optional<String> otherDomains() {
        return organisation
                .filter(known -> !known.domains().fit(shown.email()))
                .map(known -> known.domains().text());
    }

    boolean allows(PersonAct act) {
        return act.on(there, now).isPresent();
    }

    PersonSheet asChanged() {
        return new PersonSheet(there, shown, organisation, needs, mails, suppressed, true, now);
    }
}
