package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.signup.SigningUp;
import be.leerkring.registration.state.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What participants can do with their own registration. */
final class MyRegistrationTest extends OwnPages {

    @Test
    void nameRoleAndOrganisationChangeAsFarAsTheRulesAllow() {
        var session = session(3, 1);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "catalisti");

        assertThat(change("An", "An Vos", "vil")).isInstanceOf(ChangingDetails.Outcome.Done.class);
        assertThat(change("An", "An Vos", "catalisti")).isInstanceOf(ChangingDetails.Outcome.Invalid.class);
        assertThat(change("An", "An Vos", "netwerk")).isInstanceOf(ChangingDetails.Outcome.Done.class);
        assertThat(change("An", " ", "netwerk")).isInstanceOf(ChangingDetails.Outcome.Invalid.class);

        var changed = room.registration(session, "An").participant();
        assertThat(changed.name()).isEqualTo("An Vos");
        assertThat(changed.organisation()).isEqualTo("Netwerk");
        assertThat(changed.role()).isEqualTo("coach");
        assertThat(room.seats("sessie").organisations()).containsOnly(Map.entry("netwerk", 1),
                Map.entry("catalisti", 1));
        assertThat(room.seats("sessie").taken()).isEqualTo(2);
    }

    @Test
    void whoWaitsKeepsThePlaceWhenTheOrganisationChanges() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        confirm(session, "Cis", "vil");

        assertThat(change("Bo", "Bo", "catalisti")).isInstanceOf(ChangingDetails.Outcome.Done.class);

        assertThat(room.seats("sessie").position(person(session, "Bo"))).contains(1);
        assertThat(room.seats("sessie").line().getFirst().organisation()).isEqualTo("catalisti");
    }

    @Test
    void aLinkOfSomebodyElseLeadsNowhere() {
        var session = session(1, 0);
        confirm(session, "An", "vil");

        assertThat(
                room.get(ChangingDetails.class).change(new Token("sessie.niemand.xxx"),
                        DetailsForm.of(new FormText(Map.of()))))
                .isEqualTo(new ChangingDetails.Outcome.Closed(new Destination.Unknown()));
    }

    @Test
    void anOrganisationNeedsAName() {
        var session = session(2, 0);
        confirm(session, "An", "Een vereniging");

        for (var named : List.of("", "!!!")) {
            var form = DetailsForm.of(
                    new FormText(Map.of("name", "An", "organisation", OrganisationChoice.OTHER, "otherOrganisation",
                            named, "language", "nl")));
            assertThat(room.get(ChangingDetails.class).change(room.token("An", "/my/"), form))
                    .isInstanceOf(ChangingDetails.Outcome.Invalid.class);
        }
        assertThat(room.submit(session, "Bo", "!!!", "nl")).isInstanceOf(SigningUp.Outcome.Invalid.class);
    }

    @Test
    void aNameWithQuotesGetsItsAppointmentAndOutOfItAgain() {
        var session = session(2, 0);
        confirm(session, "An", "vil");

        assertThat(change("An", "An \"de Reus\" Vos", "vil")).isInstanceOf(ChangingDetails.Outcome.Done.class);
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));

        assertThat(room.registration(session, "An").state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(room.mails("An").getLast().calendar()).contains("CN=An 'de Reus' Vos");
    }

    @Test
    void whoTurnsToAnotherOrganisationWhileWaitingAsksForConsentAnew() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, true);
        var session = room.publish(RegistrationRoom.session("sessie", rules), 1);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        confirm(session, "Cis", "ander");

        assertThat(change("Bo", "Bo", "ander")).isInstanceOf(ChangingDetails.Outcome.Done.class);
        assertThat(change("Cis", "Cis", "vil")).isInstanceOf(ChangingDetails.Outcome.Done.class);
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        assertThat(room.registration(session, "Bo").state()).isEqualTo(RegistrationState.WAITING);
        assertThat(room.registration(session, "Bo", Waiting.class).approved()).isFalse();
        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void theFormOfDetailsOffersOnlyWhatItsPostTakes() {
        var from = clock.instant().plus(Duration.ofDays(3));
        var session = room.publish(
                RegistrationRoom.session(
                        "sessie",
                        new AdmissionRules(
                                Optional.empty(), Optional.empty(), Optional.of(from), 0, 0, false)),
                10);
        confirm(session, "An", "vil");

        assertThat(form("An")).contains("value=\"catalisti\"").doesNotContain("value=\"ander\"", "value=\"other\"");
        assertThat(change("An", "An", "ander")).isInstanceOf(ChangingDetails.Outcome.Invalid.class);

        clock.forward(Duration.ofDays(3));
        assertThat(form("An")).contains("value=\"catalisti\"", "value=\"ander\"", "value=\"other\"");
        assertThat(change("An", "An", "ander")).isInstanceOf(ChangingDetails.Outcome.Done.class);
    }

    private String form(String name) {
        var visit = new Visit("/my/x/details", new Language("nl"), false, true, "192.0.2.1", "");
        return room.get(DetailsController.class).form(room.token(name, "/my/").text(), visit).body();
    }
}
