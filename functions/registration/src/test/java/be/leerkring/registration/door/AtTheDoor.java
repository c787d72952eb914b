package be.leerkring.registration.door;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** A session that is about to start, and whoever stands at its door. */
abstract class AtTheDoor {

    static final Organiser ORGANISER = new Organiser("organisator@example.org");
    static final Instant REGISTERING = Instant.parse("2017-03-06T09:00:00Z");
    static final Instant DOORS = Instant.parse("2017-03-23T12:00:00Z");
    final MovableClock clock = MovableClock.at(REGISTERING);
    final RegistrationRoom room = new RegistrationRoom(clock);
    final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 2);

    @AfterEach
    void close() {
        room.close();
    }

    void confirm(String... names) {
        for (var name : names) {
            room.confirm(session, name, "vil");
            clock.forward(Duration.ofMinutes(1));
        }
    }

    void arrive(String name, Instant at) {
        attendance().arrive(subject(name), at, ORGANISER);
    }

    void arrive(Participant who, Instant at) {
        attendance().arrive(new PersonKey(session.id(), who.person()), at, ORGANISER);
    }

    void unmark(String name, Instant at) {
        attendance().unmark(subject(name), at, ORGANISER);
    }

    CheckingIn attendance() {
        return room.get(CheckingIn.class);
    }

    PersonKey subject(String name) {
        return new PersonKey(session.id(), room.registration(session, name).participant().person());
    }

    RegistrationState state(String name) {
        return room.registration(session, name).state();
    }

    List<LogEntry> log() {
        return room.get(ChangeLog.class).read(session.id(), Optional.empty()).entries();
    }

    CheckIn checkIn() {
        return room.get(CheckIn.Reader.class).of(session.id()).orElseThrow();
    }

    static void together(List<Callable<Object>> phones) throws Exception {
        try (var hands = Executors.newFixedThreadPool(phones.size())) {
            for (var press : hands.invokeAll(phones)) {
                press.get();
            }
        }
    }

    Callable<Object> phone(String name, Instant at) {
        return Executors.callable(() -> arrive(name, at));
    }
}
