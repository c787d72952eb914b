package be.leerkring.registration.line;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A session whose seats are taken, and whoever comes after. */
abstract class SeatsOfASession {

    /** Monday 6 March 2017, ten in the morning in Brussels. */
    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));

    final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    void later() {
        clock.forward(Duration.ofMinutes(1));
    }

    void confirm(Session session, String... names) {
        for (var name : names) {
            later();
            room.confirm(session, name, "vil");
        }
    }

    RegistrationState state(String name) {
        return room.registration(RegistrationRoom.session("sessie", AdmissionRules.NONE), name).state();
    }

    String person(String name) {
        return room.registration(RegistrationRoom.session("sessie", AdmissionRules.NONE), name)
                .participant()
                .person();
    }
}
