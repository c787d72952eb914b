package be.leerkring.registration.line;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.own.TakingSeat;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seat is held until a moment that follows from the session's start; the session moves. */
final class MovedOffersTest extends SeatsOfASession {

    private Session session = RegistrationRoom.session("sessie", AdmissionRules.NONE);

    /** An leaves; the seat is offered to Bo on Monday morning, until Tuesday evening; Cis waits. */
    @BeforeEach
    void anOffer() {
        room.publish(session, 1);
        confirm(session, "An", "Bo", "Cis");
        later();
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        later();
    }

    private void move(String start) {
        var from = Instant.parse(start);
        session = session.moved(from, from.plus(Duration.ofHours(2)), session.venue(), clock.instant());
        room.change(session);
    }

    private void moveAndTell(String start) {
        move(start);
        room.stream(session, "#SESSION");
    }

    private Instant until() {
        return room.registration(session, "Bo", Offered.class).until();
    }

    private Queued last(String name) {
        return room.mails(name).getLast();
    }

    @Test
    void theDeadlineIsNeverBeyondTwoHoursBeforeTheNewStartAndWhoWasOfferedTheSeatIsTold() {
        moveAndTell("2017-03-06T16:20:00Z");

        assertThat(until()).as("two hours before, on the quarter").isEqualTo("2017-03-06T14:15:00Z");
        assertThat(last("Bo").purpose()).isEqualTo("moved");
        assertThat(last("Bo").text())
                .contains("Er is nog altijd een plaats voor u vrij", "maandag 6 maart 2017 om 15.15 uur")
                .doesNotContain("wachtlijst");
        assertThat(last("Cis").text()).contains("U houdt uw plaats op de wachtlijst")
                .doesNotContain("plaats voor iemand anders");

        clock.moveTo(Instant.parse("2017-03-06T14:15:00Z"));
        room.get(TakingSeat.class).take(room.token("Bo", "/my/"));
        room.schedule();

        assertThat(room.registration(session, "Bo", Cancelled.class).ending()).isEqualTo(Cancelled.Ending.LAPSED);
        assertThat(last("Bo").purpose()).isEqualTo("offer-lapsed");
        assertThat(last("Bo").text()).as("it is too late to offer it to Cis").doesNotContain("naar de volgende");
        assertThat(state("Cis")).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void theSeatIsTakenInTimeBeforeTheNewStart() {
        moveAndTell("2017-03-07T08:00:00Z");

        assertThat(until()).isEqualTo("2017-03-07T06:00:00Z");
        clock.moveTo(Instant.parse("2017-03-07T05:59:00Z"));
        room.get(TakingSeat.class).take(room.token("Bo", "/my/"));
        assertThat(state("Bo")).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whereNoTimeIsLeftTheOfferEndsAndItsReaderIsToldWhy() {
        moveAndTell("2017-03-06T11:00:00Z");
        room.stream(session);

        assertThat(room.registration(session, "Bo", Cancelled.class).ending()).isEqualTo(Cancelled.Ending.LAPSED);
        assertThat(room.purposes("Bo")).endsWith("offer", "offer-lapsed");
        assertThat(last("Bo").text()).contains("verplaatst", "maandag 6 maart 2017")
                .doesNotContain("naar de volgende", "niets van u gehoord");
        assertThat(room.seats("sessie").offered()).isZero();
        assertThat(room.seats("sessie").free()).isEqualTo(1);
    }

    @Test
    void anOfferThatTheOldStartCutShortIsHeldAsLongAsTheRuleSays() {
        moveAndTell("2017-03-06T16:00:00Z");
        assertThat(until()).isEqualTo("2017-03-06T14:00:00Z");

        moveAndTell("2017-03-08T12:30:00Z");

        assertThat(until()).as("24 hours, in the last week").isEqualTo("2017-03-07T09:00:00Z");
        assertThat(last("Bo").text()).contains("dinsdag 7 maart 2017 om 10.00 uur");
    }

    @Test
    void anotherPlaceOrALaterDayLeavesTheDeadlineAsItWasSaid() {
        var said = until();
        moveAndTell("2017-04-06T11:30:00Z");
        assertThat(until()).isEqualTo(said);
        assertThat(room.purposes("Bo")).endsWith("offer", "moved");
    }

    @Test
    void whatTheStreamLeftBehindTheScheduleDoesBeforeAnybodyIsTold() {
        move("2017-03-06T16:00:00Z");
        clock.moveTo(Instant.parse("2017-03-06T10:00:00Z"));

        room.schedule();
        assertThat(until()).isEqualTo("2017-03-06T14:00:00Z");

        room.stream(session, "#SESSION");
        assertThat(last("Bo").text()).contains("15.00 uur");
    }

    @Test
    void whoeverDiesWhileItFollowsTheMoveIsTakenUpAgain() {
        var starts = IntStream.rangeClosed(1, 40).iterator();
        var deaths = 0;
        for (IntConsumer death : new IntConsumer[] {Cut::before, Cut::after}) {
            for (int call = 1; call <= 8; call++) {
                later();
                var minute = starts.nextInt();
                move("2017-03-06T16:%02d:00Z".formatted(minute));
                death.accept(call);
                try {
                    room.stream(session, "#SESSION");
                } catch (IllegalStateException | Cut.Died died) {
                    deaths++;
                } finally {
                    Cut.nowhere();
                }
                room.stream(session, "#SESSION");

                var until = Instant.parse("2017-03-06T14:00:00Z").plus(Duration.ofMinutes(minute / 15 * 15));
                assertThat(until()).isEqualTo(until);
                assertThat(room.mails("Bo"))
                        .filteredOn(mail -> mail.purpose().equals("moved"))
                        .filteredOn(mail -> mail.revision() == session.sequence())
                        .hasSize(1)
                        .first()
                        .satisfies(mail -> assertThat(mail.text())
                                .contains("om 15.%02d uur".formatted(minute / 15 * 15)));
            }
        }
        assertThat(deaths).isGreaterThan(10);
    }
}
