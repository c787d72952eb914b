package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.own.ColleagueForm;
import be.leerkring.registration.own.PassingOn;
import be.leerkring.registration.signup.SigningUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody's mailbox is filled by somebody who types their address. */
class ConfirmRequestsTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    private RegistrationRoom room;

    @BeforeEach
    void open() {
        room = new RegistrationRoom(clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Session session(String id) {
        return room.publish(RegistrationRoom.session(id, AdmissionRules.NONE), 10);
    }

    @Test
    void oneAddressGetsThreeMailsInAnHourForWhicheverSessionAndWhoeverAsks() {
        for (var id : new String[] {"een", "twee", "drie", "vier"}) {
            assertThat(room.submit(session(id), "An", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
        }
        assertThat(room.mails("An")).hasSize(3);

        clock.forward(Duration.ofMinutes(59));
        var last = session("vijf");
        assertThat(room.submit(last, "An", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
        assertThat(room.mails("An")).hasSize(3);

        room.confirm(last, "Bo", "vil");
        var form = ColleagueForm.of(new FormText(Map.of("name", "An", "email", RegistrationRoom.address("An"))));
        var token = room.token("Bo", "/my/");
        assertThat(room.get(PassingOn.class).pass(token, form)).isInstanceOf(PassingOn.Outcome.Asked.class);
        assertThat(room.mails("An")).hasSize(3);

        clock.forward(Duration.ofMinutes(1));
        assertThat(room.get(PassingOn.class).pass(token, form)).isInstanceOf(PassingOn.Outcome.Asked.class);
        assertThat(room.mails("An")).hasSize(4);
    }

    @Test
    void tenFormsAtTheSameMomentLeadToThreeMails() throws Exception {
        var forms = new ArrayList<Callable<SigningUp.Outcome>>();
        for (int number = 0; number < 10; number++) {
            var session = session("sessie-" + number);
            forms.add(() -> room.submit(session, "An", "vil", "nl"));
        }
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (var outcome : threads.invokeAll(forms)) {
                assertThat(outcome.get()).isInstanceOf(SigningUp.Outcome.Mailed.class);
            }
        }
        assertThat(room.mails("An")).hasSize(3);
    }
}
