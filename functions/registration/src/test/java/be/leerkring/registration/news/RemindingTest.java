package be.leerkring.registration.news;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.own.ColleagueForm;
import be.leerkring.registration.own.PassingOn;
import be.leerkring.registration.state.Cancelled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is reminded, when, and what becomes of it when the session moves or does not take place. */
final class RemindingTest {

    private final MovableClock clock = MovableClock.at(brussels("2017-03-06T10:00"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);

    private static Instant brussels(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Brussels")).toInstant();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void at(String local) {
        clock.moveTo(brussels(local));
        room.schedule();
        room.schedule();
    }

    @Test
    void whoComesIsRemindedAWeekAndADayBeforeAndWhoWaitsIsNot() {
        room.confirm(session, "An", "vil");
        clock.forward(Duration.ofMinutes(1));
        room.confirm(session, "Bo", "vil");

        at("2017-03-16T08:45");
        assertThat(room.purposes("An")).endsWith("confirmed");
        at("2017-03-16T09:00");
        assertThat(room.purposes("An")).endsWith("confirmed", "reminder-week");
        at("2017-03-16T15:00");
        at("2017-03-22T08:59");
        assertThat(room.purposes("An")).endsWith("confirmed", "reminder-week");
        at("2017-03-22T09:00");
        at("2017-03-22T17:00");
        at("2017-03-23T09:00");
        assertThat(room.purposes("An")).endsWith("confirmed", "reminder-week", "reminder-day");
        assertThat(room.purposes("Bo")).containsExactly("confirm-request", "waiting");
    }

    @Test
    void aReminderWhoseTimePassedIsNotSentAfterwards() {
        room.confirm(session, "An", "vil");

        at("2017-03-16T18:00");
        at("2017-03-17T09:00");

        assertThat(room.purposes("An")).endsWith("confirmed");
    }

    @Test
    void whoConfirmsOnTheVeryDayIsNotReminded() {
        clock.moveTo(brussels("2017-03-16T11:00"));
        room.confirm(session, "An", "vil");

        at("2017-03-16T11:15");

        assertThat(room.purposes("An")).endsWith("confirmed");
    }

    @Test
    void movingASessionMovesItsRemindersAndTellsOnceWhoCame() {
        room.confirm(session, "An", "vil");
        at("2017-03-16T09:00");
        clock.moveTo(brussels("2017-03-17T10:00"));
        room.change(session.moved(brussels("2017-04-06T13:30"), brussels("2017-04-06T17:00"), session.venue(),
                clock.instant()));
        room.stream(session);
        room.stream(session);

        assertThat(room.purposes("An")).endsWith("reminder-week", "moved");
        at("2017-03-22T09:00");
        assertThat(room.purposes("An")).endsWith("reminder-week", "moved");
        at("2017-03-30T09:00");
        assertThat(room.purposes("An")).endsWith("reminder-week", "moved", "reminder-week");
        at("2017-04-05T09:00");
        assertThat(room.purposes("An")).endsWith("reminder-week", "reminder-day");
    }

    @Test
    void aReminderWhoseTimePassedWhenTheSessionMovedCloserIsNotSent() {
        room.confirm(session, "An", "vil");
        clock.moveTo(brussels("2017-03-14T11:00"));
        room.change(session.moved(brussels("2017-03-21T13:30"), brussels("2017-03-21T17:00"), session.venue(),
                clock.instant()));
        room.stream(session);

        at("2017-03-14T11:15");
        assertThat(room.purposes("An")).endsWith("moved");
        at("2017-03-20T09:00");
        assertThat(room.purposes("An")).endsWith("moved", "reminder-day");
    }

    @Test
    void aSessionThatDoesNotTakePlaceIsToldOnceAndRemindsNobody() {
        room.confirm(session, "An", "vil");
        clock.forward(Duration.ofMinutes(1));
        room.confirm(session, "Bo", "vil");
        clock.forward(Duration.ofMinutes(1));
        room.submit(session, "Cis", "vil", "nl");
        clock.forward(Duration.ofMinutes(1));

        room.change(session.calledOff(clock.instant()));
        room.stream(session);
        room.stream(session);
        at("2017-03-16T09:00");
        at("2017-03-22T09:00");

        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirmed", "called-off");
        assertThat(room.purposes("Bo")).containsExactly("confirm-request", "waiting", "called-off");
        assertThat(room.purposes("Cis")).containsExactly("confirm-request");
    }

    @Test
    void whoDoesNotConfirmIsRemindedOnceAfterADay() {
        room.submit(session, "An", "vil", "nl");
        var asked = clock.instant();

        clock.moveTo(asked.plus(Duration.ofHours(24)).minusSeconds(1));
        room.schedule();
        assertThat(room.purposes("An")).containsExactly("confirm-request");
        clock.moveTo(asked.plus(Duration.ofHours(24)));
        room.schedule();
        room.schedule();
        clock.forward(Duration.ofHours(5));
        room.schedule();

        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirm-reminder");
        room.press("An");
        assertThat(room.registration(session, "An").state().code()).isEqualTo("confirmed");
    }

    @Test
    void whoseRegistrationLapsedIsNotReminded() {
        room.submit(session, "An", "vil", "nl");

        clock.forward(Duration.ofHours(49));
        room.schedule();

        assertThat(room.purposes("An")).containsExactly("confirm-request");
    }

    @Test
    void anOfferInASessionThatDoesNotTakePlaceEndsInSilence() {
        room.confirm(session, "An", "vil");
        clock.forward(Duration.ofMinutes(1));
        room.confirm(session, "Bo", "vil");
        clock.forward(Duration.ofMinutes(1));
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        clock.forward(Duration.ofMinutes(1));
        room.change(session.calledOff(clock.instant()));
        room.stream(session);

        clock.forward(Duration.ofDays(2));
        room.schedule();

        assertThat(room.purposes("Bo")).endsWith("offer", "called-off");
        assertThat(room.registration(session, "Bo", Cancelled.class).ending()).isEqualTo(Cancelled.Ending.LAPSED);
    }

    @Test
    void aColleagueWhoDidNotAskForMailIsNotReminded() {
        room.confirm(session, "An", "vil");
        room.get(PassingOn.class).pass(
                room.token("An", "/my/"),
                ColleagueForm.of(new FormText(Map.of("name", "Bo", "email", RegistrationRoom.address("Bo")))),
                RegistrationRoom.source("An"));

        clock.forward(Duration.ofHours(25));
        room.schedule();

        assertThat(room.purposes("Bo")).containsExactly("pass-request");
    }

    @Test
    void aSeatThatTheStreamLeftIsOfferedWithinTheHour() {
        room.confirm(session, "An", "vil");
        clock.forward(Duration.ofMinutes(1));
        room.confirm(session, "Bo", "vil");
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        assertThat(room.registration(session, "Bo").state().code()).isEqualTo("waiting");

        at("2017-03-06T10:15");
        assertThat(room.registration(session, "Bo").state().code()).isEqualTo("waiting");
        at("2017-03-06T11:00");

        assertThat(room.registration(session, "Bo").state().code()).isEqualTo("offered");
    }
}
