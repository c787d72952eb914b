package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.MailClaims;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.OrganisationChoice;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.signup.Admission;
import be.leerkring.registration.signup.SignUp;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Waiting;
import be.leerkring.testing.StartedRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What participants can do with their own registration. */
final class MyRegistrationTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    private void confirm(Session session, String name, String organisation) {
        clock.forward(Duration.ofMinutes(1));
        room.confirm(session, name, organisation);
        clock.forward(Duration.ofMinutes(1));
    }

    private Session session(int capacity, int mostOfOne) {
        return room.publish(
                RegistrationRoom.session(
                        "sessie",
                        new AdmissionRules(
                                Optional.empty(), Optional.empty(), Optional.empty(), 0, mostOfOne, false)),
                capacity);
    }

    private Colleagues.Outcome pass(String from, String to) {
        var form = ColleagueForm.of(new FormText(Map.of("name", to, "email", RegistrationRoom.address(to))));
        return room.get(Colleagues.class).pass(room.token(from, "/my/"), form);
    }

    @Test
    void aSeatGoesToAColleagueOnceTheyConfirm() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Cis", "catalisti");

        for (int press = 0; press < 2; press++) {
            assertThat(pass("An", "Bo")).isInstanceOf(Colleagues.Outcome.Asked.class);
        }
        assertThat(room.purposes("Bo")).containsExactly("pass-request");
        assertThat(room.registration(session, "An").state()).isEqualTo(RegistrationState.CONFIRMED);

        clock.forward(Duration.ofMinutes(1));
        for (int press = 0; press < 2; press++) {
            room.get(Admission.class).confirm(room.token("Bo", "/confirm/"));
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
        room.get(Admission.class).confirm(room.token("Bo", "/confirm/"));
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
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        room.get(Admission.class).confirm(room.token("Bo", "/confirm/"));

        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.registration(session, "Bo").state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void onlyWhoHasASeatCanPassItOnAndNotToOneself() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");

        assertThat(pass("Bo", "Dora")).isInstanceOf(Colleagues.Outcome.Closed.class);
        assertThat(pass("An", "An")).isInstanceOf(Colleagues.Outcome.Invalid.class);
        assertThat(room.get(Colleagues.class)
                .pass(room.token("An", "/my/"),
                        ColleagueForm.of(new FormText(Map.of("name", "", "email", "geen adres")))))
                .isInstanceOf(Colleagues.Outcome.Invalid.class);
    }

    private Details.Outcome change(String name, String to, String organisation) {
        var form = DetailsForm.of(new FormText(Map.of("name", to, "organisation", organisation, "role", "coach")));
        return room.get(Details.class).change(room.token(name, "/my/"), form);
    }

    @Test
    void nameRoleAndOrganisationChangeAsFarAsTheRulesAllow() {
        var session = session(3, 1);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "catalisti");

        assertThat(change("An", "An Vos", "vil")).isInstanceOf(Details.Outcome.Changed.class);
        assertThat(change("An", "An Vos", "catalisti")).isInstanceOf(Details.Outcome.Invalid.class);
        assertThat(change("An", "An Vos", "netwerk")).isInstanceOf(Details.Outcome.Changed.class);
        assertThat(change("An", " ", "netwerk")).isInstanceOf(Details.Outcome.Invalid.class);

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

        assertThat(change("Bo", "Bo", "catalisti")).isInstanceOf(Details.Outcome.Changed.class);

        assertThat(room.seats("sessie").position(person(session, "Bo"))).contains(1);
        assertThat(room.seats("sessie").line().getFirst().organisation()).isEqualTo("catalisti");
    }

    @Test
    void whoErasesEverythingLeavesNothingBehindButTheCounts() {
        var session = session(1, 0);
        confirm(session, "An Vos", "vil");
        confirm(session, "Bo", "vil");
        var person = person(session, "An Vos");
        var token = room.token("An Vos", "/my/");

        assertThat(room.get(OwnData.class).erase(token)).isTrue();
        room.stream(session);

        assertThat(room.registration(session, "Bo").state()).as("the seat").isEqualTo(RegistrationState.OFFERED);
        assertThat(room.purposes("An Vos")).containsExactly("erased");
        assertThat(room.mails("An Vos").getFirst().calendar()).contains("METHOD:CANCEL");
        deliverAll();
        assertThat(items()).noneMatch(item -> item.contains("An Vos")
                || item.contains(RegistrationRoom.address("An Vos"))
                || item.contains(person));
        assertThat(room.get(OwnData.class).erase(token)).as("pressed again").isTrue();
    }

    /** As the mailer does once SES has them. */
    private void deliverAll() {
        var claims = room.get(MailClaims.class);
        room.get(QueuedMails.class)
                .unsent(clock.instant().plusSeconds(1))
                .toList()
                .forEach(key -> claims.sent(((MailClaims.Claim.Held) claims.claim(key)).mail(), "id"));
    }

    private List<String> items() {
        return room.database()
                .client()
                .scanPaginator(scan -> scan.tableName(StartedRoom.TABLE))
                .items()
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void oneReadsAllThatIsKept() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        var there = (Destination.Found) room.get(Destinations.class).follow(room.token("An", "/my/"), MyLink.PURPOSE);

        var data = room.get(OwnData.class).all(there);

        assertThat(data)
                .containsEntry("name", "An")
                .containsEntry("email", "an@example.org")
                .containsEntry("organisation", "VIL")
                .containsEntry("state", "confirmed");
        assertThat((List<?>) data.get("mails")).hasSize(2);
    }

    @Test
    void aLinkOfSomebodyElseLeadsNowhere() {
        var session = session(1, 0);
        confirm(session, "An", "vil");

        assertThat(
                room.get(Details.class).change(new Token("sessie.niemand.xxx"), DetailsForm.of(new FormText(Map.of()))))
                .isEqualTo(new Details.Outcome.Closed(new Destination.Nowhere()));
    }

    @Test
    void anOrganisationNeedsAName() {
        var session = session(2, 0);
        confirm(session, "An", "Een vereniging");

        for (var named : List.of("", "!!!")) {
            var form = DetailsForm.of(
                    new FormText(Map.of("name", "An", "organisation", OrganisationChoice.OTHER, "otherOrganisation",
                            named)));
            assertThat(room.get(Details.class).change(room.token("An", "/my/"), form))
                    .isInstanceOf(Details.Outcome.Invalid.class);
        }
        assertThat(room.submit(session, "Bo", "!!!", "nl")).isInstanceOf(SignUp.Outcome.Invalid.class);
    }

    @Test
    void aNameWithQuotesGetsItsAppointmentAndOutOfItAgain() {
        var session = session(2, 0);
        confirm(session, "An", "vil");

        assertThat(change("An", "An \"de Reus\" Vos", "vil")).isInstanceOf(Details.Outcome.Changed.class);
        room.get(Leaving.class).cancel(room.token("An", "/my/"));

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

        assertThat(change("Bo", "Bo", "ander")).isInstanceOf(Details.Outcome.Changed.class);
        assertThat(change("Cis", "Cis", "vil")).isInstanceOf(Details.Outcome.Changed.class);
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        assertThat(room.registration(session, "Bo").state()).isEqualTo(RegistrationState.WAITING);
        assertThat(room.registration(session, "Bo", Waiting.class).approved()).isFalse();
        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void aColleaguesWishChangesNothingOfOnesOwnForm() {
        var session = session(3, 0);
        confirm(session, "An", "vil");
        room.submit(session, "Eva", "catalisti", "en");
        clock.forward(Duration.ofMinutes(11));

        pass("An", "Eva");

        var eva = room.registration(session, "Eva").participant();
        assertThat(eva.organisation()).isEqualTo("Catalisti");
        assertThat(eva.language().code()).isEqualTo("en");
        room.get(Admission.class).confirm(room.token("Eva", "/confirm/"));
        assertThat(room.registration(session, "An").state()).as("of another organisation").isEqualTo(
                RegistrationState.CONFIRMED);
        assertThat(room.registration(session, "Eva").state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whoWaitsAndIsPromisedASeatThatIsGoneKeepsThePlace() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "catalisti");
        confirm(session, "Cis", "vil");
        clock.forward(Duration.ofMinutes(15));
        pass("An", "Cis");
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);

        room.get(Admission.class).confirm(room.token("Cis", "/confirm/"));

        assertThat(room.registration(session, "Cis", Waiting.class).passedBy()).isEmpty();
        assertThat(room.seats("sessie").position(person(session, "Cis"))).contains(1);
    }

    private String person(Session session, String name) {
        return room.registration(session, name).participant().person();
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
        assertThat(change("An", "An", "ander")).isInstanceOf(Details.Outcome.Invalid.class);

        clock.forward(Duration.ofDays(3));
        assertThat(form("An")).contains("value=\"catalisti\"", "value=\"ander\"", "value=\"other\"");
        assertThat(change("An", "An", "ander")).isInstanceOf(Details.Outcome.Changed.class);
    }

    private String form(String name) {
        var visit = new Visit("/my/x/details", new Language("nl"), false, true, "192.0.2.1");
        return room.get(DetailsController.class).form(room.token(name, "/my/").text(), visit).body();
    }
}
