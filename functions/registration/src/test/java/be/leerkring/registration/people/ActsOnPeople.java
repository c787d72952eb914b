package be.leerkring.registration.people;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** An organiser who decides about the people of a session. */
abstract class ActsOnPeople {

    static final PersonActs.Outcome DONE = new PersonActs.Outcome.Done();
    static final PersonActs.Outcome CHANGED = new PersonActs.Outcome.Conflict();
    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    Session session(int capacity, boolean approval) {
        return room.publish(
                RegistrationRoom.session(
                        "sessie",
                        new AdmissionRules(
                                Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, approval)),
                capacity);
    }

    void confirm(Session session, String... names) {
        for (var name : names) {
            clock.forward(Duration.ofMinutes(1));
            room.confirm(session, name, "vil");
        }
        clock.forward(Duration.ofMinutes(1));
    }

    String person(Session session, String name) {
        return room.registration(session, name).participant().person();
    }

    PersonActs.Outcome act(PersonAct act, Session session, String name, String reason) {
        var outcome = room.act(act, session.id(), person(session, name), reason);
        clock.forward(Duration.ofMinutes(1));
        return outcome;
    }

    RegistrationState state(Session session, String name) {
        return room.registration(session, name).state();
    }

    List<LogEntry> log(Session session) {
        return room.get(ChangeLog.class).read(session.id(), Optional.empty()).entries();
    }
}
