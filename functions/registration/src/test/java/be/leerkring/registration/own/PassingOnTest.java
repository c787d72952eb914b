package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Waiting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A seat that goes to a colleague. */
final class PassingOnTest extends OwnPages {

    @Test
    void aSeatGoesToAColleagueOnceTheyConfirm() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Cis", "catalisti");

        for (int press = 0; press < 2; press++) {
            assertThat(pass("An", "Bo")).isInstanceOf(PassingOn.Outcome.Asked.class);
        }
        assertThat(room.purposes("Bo")).containsExactly("pass-request");
        assertThat(room.registration(session, "An").state()).isEqualTo(RegistrationState.CONFIRMED);

        clock.forward(Duration.ofMinutes(1));
        for (int press = 0; press < 2; press++) {
            room.press("Bo");
            room.stream(session);
        }
        assertThat(room.registration(session, "Bo").state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.registration(session, "Bo").participant().organisation()).isEqualTo("VIL");
        assertThat(room.registration(session, "An", Cancelled.class).ending()).isEqualTo(Cancelled.Ending.PASSED);
        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.WAITING);
        assertThat(room.seats("sessie").taken()).isEqualTo(1);
        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirmed", "passed-on");
        assertThat(room.purposes("Bo")).containsExactly("pass-request", "confirmed");
    }

    @Test
    void aColleagueWhoWaitsLeavesTheLineForTheSeat() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        confirm(session, "Cis", "catalisti");
        clock.forward(Duration.ofMinutes(15));

        pass("An", "Bo");
        assertThat(room.seats("sessie").position(person(session, "Bo"))).as("keeps the place until then").contains(1);
        room.press("Bo");
        room.stream(session);

        assertThat(room.registration(session, "Bo").state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.seats("sessie").position(person(session, "Cis"))).contains(1);
    }

    @Test
    void whoConfirmsWhenTheSeatIsGoneIsAsGoodAsAnybodyElse() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Cis", "catalisti");
        pass("An", "Bo");
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        room.press("Bo");

        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.registration(session, "Bo").state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void onlyWhoHasASeatCanPassItOnAndNotToOneself() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");

        assertThat(pass("Bo", "Dora")).isInstanceOf(PassingOn.Outcome.Closed.class);
        assertThat(pass("An", "An")).isInstanceOf(PassingOn.Outcome.Invalid.class);
        assertThat(room.get(PassingOn.class)
                .pass(room.token("An", "/my/"),
                        ColleagueForm.of(new FormText(Map.of("name", "", "email", "geen adres"))),
                        RegistrationRoom.source("An")))
                .isInstanceOf(PassingOn.Outcome.Invalid.class);
    }

    /** It is the colleague's name and address that are wrong, and not the giver's own. */
    @Test
    void aSlipInAColleaguesAddressIsAskedAboutAndWhatIsMissingIsTheirs() {
        var session = session(2, 0);
        confirm(session, "An", "vil");
        var form = "/my/" + room.token("An", "/my/").text() + "/colleague";

        var empty = room.visitor().post(form, Map.of("name", "", "email", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("Vul de naam van uw collega in", "Vul het e-mailadres van uw collega in")
                .doesNotContain("Vul uw");

        for (var slip : Map.of("bo@gmial.com", "bo@gmail.com", "bo@telent.be", "bo@telenet.be").entrySet()) {
            var asked = room.visitor().post(form, Map.of("name", "Bo", "email", slip.getKey()));
            assertThat(asked.status()).as(slip.getKey()).isEqualTo(422);
            assertThat(asked.body()).contains("value=\"" + slip.getValue() + "\"");
        }
        var meant = room.visitor().post(
                form,
                Map.of("name", "Bo", "email", "bo@gmial.com", "sureOf", "bo@gmial.com", "meant", "bo@gmail.com"));
        assertThat(meant.location()).isEqualTo(form + "/asked");
        assertThat(room.visitor().get(form).body()).contains("bo@gmail.com").doesNotContain("gmial");
        var sure = room.visitor().post(form, Map.of("name", "Bo", "email", "bo@gmial.com", "sureOf", "bo@gmial.com"));
        assertThat(sure.location()).isEqualTo(form + "/asked");
    }

    @Test
    void aColleaguesWishChangesNothingOfOnesOwnFormWhichGivesWayToIt() {
        var session = session(3, 0);
        confirm(session, "An", "vil");
        room.submit(session, "Eva", "catalisti", "en");
        clock.forward(Duration.ofMinutes(11));

        pass("An", "Eva");

        assertThat(room.registrations(session, "Eva"))
                .extracting(one -> one.participant().organisation())
                .containsExactlyInAnyOrder("Catalisti", "VIL");
        room.press("Eva");
        assertThat(room.registration(session, "An").state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(room.registrations(session, "Eva")).singleElement().isInstanceOfSatisfying(
                Confirmed.class, eva -> assertThat(eva.participant().organisation()).isEqualTo("VIL"));
    }

    @Test
    void whoWaitsAndIsPromisedASeatThatIsGoneKeepsThePlace() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "catalisti");
        confirm(session, "Cis", "vil");
        clock.forward(Duration.ofMinutes(15));
        pass("An", "Cis");
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        room.press("Cis");

        assertThat(room.registration(session, "Cis", Waiting.class).passedBy()).isEmpty();
        assertThat(room.seats("sessie").position(person(session, "Cis"))).contains(1);
    }
}
