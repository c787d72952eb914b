package be.leerkring.registration.correction;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.state.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A session at the desk, and its people as they are put right. */
abstract class Corrections {

    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    Session session(int capacity, int mostOfOne, boolean approval) {
        return room.publish(
                RegistrationRoom.session(
                        "sessie",
                        new AdmissionRules(
                                Optional.empty(), Optional.empty(), Optional.empty(), 0, mostOfOne, approval)),
                capacity);
    }

    void confirm(Session session, String name, String organisation) {
        room.confirm(session, name, organisation);
        clock.forward(Duration.ofMinutes(1));
    }

    Correcting.Outcome correct(Session session, String name, Map<String, String> changed) {
        return correct(room.registration(session, name), changed);
    }

    Correcting.Outcome correct(Registration seen, Map<String, String> changed) {
        var participant = seen.participant();
        var fields = new HashMap<String, Object>(Map.of(
                "name", participant.name(),
                "email", participant.email().text(),
                "organisation",
                participant.organisationId().isEmpty() ? "other" : participant.organisationId(),
                "otherOrganisation", participant.organisationId().isEmpty() ? participant.organisation() : "",
                "role", participant.role(),
                "language", participant.language().code()));
        fields.putAll(changed);
        var outcome = room.get(Correcting.class).correct(
                new PersonKey(participant.session(), participant.person()),
                CorrectionForm.of(new FormText(fields)),
                seen.revision(),
                RegistrationRoom.ORGANISER);
        clock.forward(Duration.ofMinutes(1));
        return outcome;
    }

    int entries(String name) {
        return room.get(Mailboxes.class).find(new EmailAddress(RegistrationRoom.address(name))).entries().size();
    }
}
