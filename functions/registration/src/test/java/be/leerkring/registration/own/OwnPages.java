package be.leerkring.registration.own;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
import be.leerkring.registration.RegistrationRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A session, and the people who open the links that they were mailed. */
abstract class OwnPages {

    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    void confirm(Session session, String name, String organisation) {
        clock.forward(Duration.ofMinutes(1));
        room.confirm(session, name, organisation);
        clock.forward(Duration.ofMinutes(1));
    }

    Session session(int capacity, int mostOfOne) {
        return room.publish(
                RegistrationRoom.session(
                        "sessie",
                        new AdmissionRules(
                                Optional.empty(), Optional.empty(), Optional.empty(), 0, mostOfOne, false)),
                capacity);
    }

    PassingOn.Outcome pass(String from, String to) {
        var form = ColleagueForm.of(new FormText(Map.of("name", to, "email", RegistrationRoom.address(to))));
        return room.get(PassingOn.class).pass(room.token(from, "/my/"), form, RegistrationRoom.source(from));
    }

    ChangingDetails.Outcome change(String name, String to, String organisation) {
        var form = DetailsForm
                .of(new FormText(Map.of("name", to, "organisation", organisation, "role", "coach", "language", "nl")));
        return room.get(ChangingDetails.class).change(room.token(name, "/my/"), form);
    }

    String person(Session session, String name) {
        return room.registration(session, name).participant().person();
    }

    static Visit visit() {
        return new Visit("/my", new Language("nl"), true, true, "192.0.2.1", "");
    }

    /** One's own file as one takes it along. */
    Map<String, Object> file(String name) {
        var files = room.get(OwnFile.Reader.class);
        var look = files.follow(room.token(name, "/my/"));
        return OwnFileJson.of(files.of((Destination.Found) look.destination(), look.found()));
    }
}
