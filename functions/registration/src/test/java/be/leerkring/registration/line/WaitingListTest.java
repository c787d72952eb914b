package be.leerkring.registration.line;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Leaving;
import be.leerkring.registration.own.TakingSeat;
import be.leerkring.registration.signup.Admission;
import be.leerkring.registration.signup.SignUp;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets a seat that comes free, and what they are told. */
final class WaitingListTest {

    /** Monday 6 March 2017, ten in the morning in Brussels. */
    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));

    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    private void later() {
        clock.forward(Duration.ofMinutes(1));
    }

    private void confirm(Session session, String... names) {
        for (var name : names) {
            later();
            room.confirm(session, name, "vil");
        }
    }

    @Test
    void aFreeSeatIsOfferedToTheFirstInLineWhoTakesItWithOneButton() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo", "Cis");
        assertThat(room.seats("sessie").position(person("Cis"))).contains(2);
        later();

        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        assertThat(state("An")).isEqualTo(RegistrationState.CANCELLED);
        assertThat(state("Bo")).isEqualTo(RegistrationState.OFFERED);
        assertThat(state("Cis")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.registration(session, "Bo", Offered.class).until())
                .isEqualTo(Instant.parse("2017-03-07T09:00:00Z"));
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
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        later();

        for (int press = 0; press < 2; press++) {
            room.get(Leaving.class).cancel(room.token("Bo", "/my/"));
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
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
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

        room.get(Leaving.class).cancel(room.token("Bo", "/my/"));

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
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        assertThat(state("Bo")).as("what was offered stays offered").isEqualTo(RegistrationState.CONFIRMED);
        assertThat(state("Dre")).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void nothingIsOfferedWhenItIsTooLateToBeFair() {
        var session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "An", "Bo");
        clock.moveTo(session.start().minus(Duration.ofMinutes(150)));

        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        assertThat(state("Bo")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.purposes("Bo")).containsExactly("confirm-request", "waiting");
    }

    @Test
    void oneOrganisationGetsNoMoreThanItsShareAndHoldsUpNobody() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 1, false);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 3);
        confirm(session, "An", "Bo");
        later();
        room.confirm(session, "Cis", "catalisti");

        assertThat(state("An")).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(state("Bo")).isEqualTo(RegistrationState.WAITING);
        assertThat(state("Cis")).isEqualTo(RegistrationState.CONFIRMED);

        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        assertThat(state("Bo")).as("now there is room for one of them").isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void seatsKeptForTheSubsidisedAreNotGivenToOthers() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 1, 0, false);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 2);
        later();
        room.confirm(session, "An", "ander");
        later();
        room.confirm(session, "Bo", "Een vereniging");
        later();
        room.confirm(session, "Cis", "vil");

        assertThat(state("An")).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(state("Bo")).isEqualTo(RegistrationState.WAITING);
        assertThat(state("Cis")).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void othersCanRegisterWhenTheirTimeHasCome() {
        var from = clock.instant().plus(Duration.ofDays(3));
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.of(from), 0, 0, false);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 2);

        assertThat(room.submit(session, "An", "ander", "nl")).isInstanceOf(SignUp.Outcome.Invalid.class);
        assertThat(room.submit(session, "Bo", "vil", "nl")).isInstanceOf(SignUp.Outcome.Mailed.class);
        clock.moveTo(from);
        assertThat(room.submit(session, "An", "ander", "nl")).isInstanceOf(SignUp.Outcome.Mailed.class);
    }

    @Test
    void registrationOpensAndClosesButWhoAskedInTimeCanConfirm() {
        var opens = clock.instant().plus(Duration.ofDays(1));
        var closes = opens.plus(Duration.ofDays(1));
        var rules = new AdmissionRules(Optional.of(opens), Optional.of(closes), Optional.empty(), 0, 0, false);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 2);

        assertThat(room.submit(session, "An", "vil", "nl")).isInstanceOf(SignUp.Outcome.Closed.class);
        clock.moveTo(opens);
        assertThat(room.submit(session, "An", "vil", "nl")).isInstanceOf(SignUp.Outcome.Mailed.class);
        clock.moveTo(closes);
        assertThat(room.submit(session, "Bo", "vil", "nl")).isInstanceOf(SignUp.Outcome.Closed.class);
        room.get(Admission.class).confirm(room.token("An", "/confirm/"));
        assertThat(state("An")).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void anOrganiserDecidesAboutOthersWhereTheSessionAsksForIt() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, true);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 2);
        later();
        room.confirm(session, "An", "ander");
        later();
        room.confirm(session, "Bo", "vil");
        later();

        assertThat(state("An")).isEqualTo(RegistrationState.WAITING);
        assertThat(state("Bo")).as("does not wait for An").isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.purposes("An")).containsExactly("confirm-request", "approval");

        for (int press = 0; press < 2; press++) {
            room.approve("sessie", person("An"));
            room.stream(session);
        }
        assertThat(state("An")).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.purposes("An")).containsExactly("confirm-request", "approval", "confirmed");
    }

    @Test
    void whoIsApprovedWhenItIsFullStaysInLine() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, true);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 1);
        later();
        room.confirm(session, "An", "ander");
        later();
        room.confirm(session, "Bo", "vil");
        later();

        room.approve("sessie", person("An"));
        room.stream(session);
        assertThat(state("An")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.purposes("An")).endsWith("waiting");

        room.get(Leaving.class).cancel(room.token("Bo", "/my/"));
        room.stream(session);
        assertThat(state("An")).isEqualTo(RegistrationState.OFFERED);
    }

    private RegistrationState state(String name) {
        return room.registration(RegistrationRoom.session("sessie", AdmissionRules.NONE), name).state();
    }

    private String person(String name) {
        return room.registration(RegistrationRoom.session("sessie", AdmissionRules.NONE), name)
                .participant()
                .person();
    }
}
