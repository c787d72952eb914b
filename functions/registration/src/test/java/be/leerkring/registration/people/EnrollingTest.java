package be.leerkring.registration.people;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.signup.SigningUp;
import be.leerkring.registration.state.Confirmed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organisers register people by hand. */
final class EnrollingTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    private Session session(int capacity, AdmissionRules rules) {
        return room.publish(RegistrationRoom.session("sessie", rules), capacity);
    }

    private Enrolling.Outcome add(Session session, String name, String organisation, Map<String, String> fields) {
        var body = new HashMap<String, Object>(Map.of(
                "name", name,
                "email", RegistrationRoom.address(name),
                "organisation", organisation,
                "language", "nl"));
        body.putAll(fields);
        return room.get(Enrolling.class).add(session.id(), EnrolmentForm.of(new FormText(body)),
                RegistrationRoom.ORGANISER);
    }

    private Enrolling.Outcome add(Session session, String name, String organisation) {
        return add(session, name, organisation, Map.of());
    }

    @Test
    void theyGetASeatAndAMailThatSaysWhoRegisteredThem() {
        var session = session(1, AdmissionRules.NONE);

        assertThat(add(session, "An", "vil", Map.of("role", "coach"))).isInstanceOf(Enrolling.Outcome.Added.class);

        var registration = room.registration(session, "An");
        assertThat(registration.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(registration.participant().organisation()).isEqualTo("VIL");
        assertThat(registration.participant().role()).isEqualTo("coach");
        assertThat(room.seats("sessie").taken()).isEqualTo(1);
        var mail = room.mails("An").getLast();
        assertThat(mail.purpose()).isEqualTo("added");
        assertThat(mail.text()).contains("organisator").contains("/my/");
        assertThat(mail.calendarType()).endsWith("method=REQUEST");
        var entry = room.get(ChangeLog.class).read("sessie", Optional.empty()).entries().getFirst();
        assertThat(entry.what()).isEqualTo("person-added");
        assertThat(entry.changes()).containsExactly(new Change("state", "", "Bevestigd"));

        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        assertThat(room.registration(session, "An").state()).isEqualTo(RegistrationState.CANCELLED);
    }

    @Test
    void whatHasNoLetterIsNobodysName() {
        var session = session(1, AdmissionRules.NONE);

        assertThat(add(session, "\u2800", "vil", Map.of("email", "an@example.org")))
                .isInstanceOf(Enrolling.Outcome.Invalid.class);
        assertThat(add(session, "\u00a0An\u200b", "vil", Map.of("email", "an@example.org")))
                .isInstanceOf(Enrolling.Outcome.Added.class);
        assertThat(room.registration(session, "An").participant().name()).isEqualTo("An");
    }

    @Test
    void withoutASeatThatTheRulesLetThemHaveTheyStandInLine() {
        var session = session(
                3, new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 2, 1, false));
        add(session, "An", "vil");

        add(session, "Bo", "vil");
        add(session, "Cis", "other", Map.of("otherOrganisation", "Een club"));
        add(session, "Dora", "ander");

        assertThat(List.of("An", "Bo", "Cis", "Dora"))
                .extracting(name -> room.registration(session, name).state())
                .containsExactly(
                        RegistrationState.CONFIRMED,
                        RegistrationState.WAITING,
                        RegistrationState.CONFIRMED,
                        RegistrationState.WAITING);
        assertThat(room.purposes("Bo")).containsExactly("added-waiting");
        assertThat(room.mails("Bo").getLast().calendar()).isEmpty();
    }

    @Test
    void whoMayRegisterAndWhenIsNoRuleForOrganisers() {
        var past = Optional.of(Instant.parse("2017-03-01T09:00:00Z"));
        var later = Optional.of(Instant.parse("2017-03-20T09:00:00Z"));
        var session = session(5, new AdmissionRules(past, past, later, 0, 0, true));
        assertThat(room.submit(session, "An", "ander", "nl")).isInstanceOf(SigningUp.Outcome.Closed.class);

        add(session, "An", "ander");

        assertThat(room.registration(session, "An").state()).isEqualTo(RegistrationState.CONFIRMED);
        clock.moveTo(session.start().plus(Duration.ofMinutes(5)));
        assertThat(add(session, "Bo", "vil")).as("stands at the door").isInstanceOf(Enrolling.Outcome.Added.class);
        clock.moveTo(session.end());
        assertThat(add(session, "Cis", "vil")).isInstanceOf(Enrolling.Outcome.Shut.class);
    }

    @Test
    void pressingTwiceRegistersOnceAndWhoWasRegisteredBeforeIsNamed() {
        var session = session(5, AdmissionRules.NONE);
        for (int press = 0; press < 2; press++) {
            assertThat(add(session, "An", "vil")).isInstanceOf(Enrolling.Outcome.Added.class);
        }
        assertThat(room.purposes("An")).containsExactly("added");
        room.submit(session, "Bo", "vil", "nl");
        clock.forward(Duration.ofMinutes(15));

        assertThat(add(session, "An", "vil")).isInstanceOfSatisfying(
                Enrolling.Outcome.Known.class,
                known -> assertThat(known.registration().state()).isEqualTo(RegistrationState.CONFIRMED));
        assertThat(add(session, "Bo", "vil")).as("a form gives way").isInstanceOf(Enrolling.Outcome.Added.class);
        assertThat(room.purposes("An")).containsExactly("added");
        assertThat(room.registrations(session, "Bo")).singleElement().isInstanceOf(Confirmed.class);
    }

    @Test
    void whoCancelledCanBeRegisteredAgain() {
        var session = session(5, AdmissionRules.NONE);
        add(session, "An", "vil");
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        clock.forward(Duration.ofHours(1));

        assertThat(add(session, "An", "netwerk")).isInstanceOf(Enrolling.Outcome.Added.class);

        assertThat(room.registration(session, "An").participant().organisation()).isEqualTo("Netwerk");
        assertThat(room.purposes("An")).containsExactly("added", "cancelled", "added");
        assertThat(room.mails("An")).extracting(Queued::revision).isSorted().doesNotHaveDuplicates();
        assertThat(room.seats("sessie").taken()).isEqualTo(1);
    }

    @Test
    void whatIsMissingOrWrongIsSaidFieldByField() {
        var session = session(5, AdmissionRules.NONE);

        assertThat(add(session, " ", "", Map.of("email", "geen adres", "language", "xx")))
                .isInstanceOfSatisfying(
                        Enrolling.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.errors()
                                .inOrderOf(EnrolmentForm.FIELDS, key -> key)
                                .errors())
                                .extracting(error -> error.message())
                                .containsExactly(
                                        "enrol.name.missing",
                                        "registration.email.wrong",
                                        "enrol.organisation.missing",
                                        "registration.language.missing"));
        assertThat(add(session, "An", "other")).isInstanceOf(Enrolling.Outcome.Invalid.class);
        assertThat(add(session, "An", "unheard-of")).isInstanceOf(Enrolling.Outcome.Invalid.class);
        assertThat(room.get(Enrolling.class).sheet("geen")).isInstanceOf(Enrolling.Sheet.Unknown.class);
    }
}
