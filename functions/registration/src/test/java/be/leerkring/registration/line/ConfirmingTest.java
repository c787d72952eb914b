package be.leerkring.registration.line;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.signup.SigningUp;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may have a seat, by the rules that a session has. */
final class ConfirmingTest extends SeatsOfASession {

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

        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
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

        assertThat(room.submit(session, "An", "ander", "nl")).isInstanceOf(SigningUp.Outcome.Invalid.class);
        assertThat(room.submit(session, "Bo", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
        clock.moveTo(from);
        assertThat(room.submit(session, "An", "ander", "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
    }

    @Test
    void registrationOpensAndClosesButWhoAskedInTimeCanConfirm() {
        var opens = clock.instant().plus(Duration.ofDays(1));
        var closes = opens.plus(Duration.ofDays(1));
        var rules = new AdmissionRules(Optional.of(opens), Optional.of(closes), Optional.empty(), 0, 0, false);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 2);

        assertThat(room.submit(session, "An", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Closed.class);
        clock.moveTo(opens);
        assertThat(room.submit(session, "An", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
        clock.moveTo(closes);
        assertThat(room.submit(session, "Bo", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Closed.class);
        room.press("An");
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

        room.get(Cancelling.class).cancel(room.token("Bo", "/my/"));
        room.stream(session);
        assertThat(state("An")).isEqualTo(RegistrationState.OFFERED);
    }
}
