package be.leerkring.registration.people;

import be.leerkring.network.participant.Participant;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.registration.Destination;
import java.time.Instant;
import java.util.List;

/**
 * What an organiser sees of one person at a session.
 *
 * @param shown the participant, of the organisation as the network knows it now
 * @param mails that they got, or will get, the last one first
 * @param changed whether it is shown anew, because it changed since the organiser last looked
 */
public record PersonSheet(
        Destination.Found there, Participant shown, List<MailRecord> mails, boolean changed, Instant now) {

    boolean allows(PersonAct act) {
        return act.on(there, now).isPresent();
    }

    PersonSheet asChanged() {
        return new PersonSheet(there, shown, mails, true, now);
    }
}
