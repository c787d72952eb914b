package be.leerkring.registration.line;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.own.TakingSeat;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who gets a seat that comes free, and what they are told. */
final class WaitingListTest extends SeatsOfASession {

    @Test
    void aFreeSeatIsOfferedToTheFirstInLineWhoTakesItWithOneButton() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo", "Cis");
        assertThat(room.seats("sessie").position(person("Cis"))).contains(2);
        later();

        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        assertThat(state("An")).isEqualTo(RegistrationState.CANCELLED);
        assertThat(state("Bo")).isEqualTo(RegistrationState.OFFERED);
        assertThat(state("Cis")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.registration(session, "Bo", Offered.class).until())
                .isEqualTo(Instant.parse("2017-03-07T17:00:00Z"));
        assertThat(room.seats("sessie").free()).isZero();
        later();
        for (int press = 0; press < 2; press++) {
            room.get(TakingSeat.class).take(room.token("Bo", "/my/"));
            assertThat(state("Bo")).isEqualTo(RegistrationState.CONFIRMED);
        }
        assertThat(room.purposes("Bo")).containsExactly("confirm-request", "waiting", "offer", "confirmed");
        assertThat(room.purposes("Cis")).containsExactly("confirm-request", "waiting");
        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirmed", "cancelled");
    }

    @Test
    void anOfferThatIsDeclinedPassesOnAtOnce() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo", "Cis");
        later();
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        later();

        for (int press = 0; press < 2; press++) {
            room.get(Cancelling.class).cancel(room.token("Bo", "/my/"));
            room.stream(session);
        }

        assertThat(state("Bo")).isEqualTo(RegistrationState.CANCELLED);
        assertThat(room.registration(session, "Bo", Cancelled.class).ending()).isEqualTo(Cancelled.Ending.DECLINED);
        assertThat(state("Cis")).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.purposes("Bo")).containsExactly("confirm-request", "waiting", "offer", "declined");
    }

    @Test
    void anOfferThatNobodyTakesLapsesOnTimeAndPassesOn() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo", "Cis");
        later();
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        var until = room.registration(session, "Bo", Offered.class).until();

        clock.moveTo(until.minusSeconds(1));
        room.schedule();
        assertThat(state("Bo")).isEqualTo(RegistrationState.OFFERED);
        clock.moveTo(until);
        room.get(TakingSeat.class).take(room.token("Bo", "/my/"));
        assertThat(state("Bo")).as("taken a moment too late").isEqualTo(RegistrationState.OFFERED);
        room.schedule();
        room.schedule();
        room.stream(session);

        assertThat(room.registration(session, "Bo", Cancelled.class).ending()).isEqualTo(Cancelled.Ending.LAPSED);
        assertThat(state("Cis")).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.purposes("Bo")).endsWith("offer-lapsed");
        assertThat(room.purposes("Bo")).containsOnlyOnce("offer-lapsed");
    }

    @Test
    void whoLeavesTheLineMovesTheOthersUp() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo", "Cis");
        later();

        room.get(Cancelling.class).cancel(room.token("Bo", "/my/"));

        assertThat(room.seats("sessie").position(person("Cis"))).contains(1);
        assertThat(room.purposes("Bo")).endsWith("left-line");
    }

    @Test
    void moreSeatsAreOfferedAndFewerTakeNobodysSeat() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo", "Cis", "Dre");

        room.resize("sessie", 3);
        room.stream(session);
        assertThat(state("Bo")).isEqualTo(RegistrationState.OFFERED);
        assertThat(state("Cis")).isEqualTo(RegistrationState.OFFERED);
        assertThat(state("Dre")).isEqualTo(RegistrationState.WAITING);

        room.resize("sessie", 1);
        room.get(TakingSeat.class).take(room.token("Bo", "/my/"));
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        assertThat(state("Bo")).as("what was offered stays offered").isEqualTo(RegistrationState.CONFIRMED);
        assertThat(state("Dre")).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void nothingIsOfferedWhenItIsTooLateToBeFair() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo");
        clock.moveTo(session.start().minus(Duration.ofMinutes(150)));

        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        assertThat(state("Bo")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.purposes("Bo")).containsExactly("confirm-request", "waiting");
    }
}
