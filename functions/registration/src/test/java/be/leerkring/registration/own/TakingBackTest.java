package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seat that is being passed on, as its giver and its receiver see it. */
final class TakingBackTest {

    private static final String COLLEAGUE = "Lotte De Smet";

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-14T09:20:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 2);

    @BeforeEach
    void aGiver() {
        room.confirm(session, "Jan Maes", "vil");
        clock.forward(Duration.ofMinutes(20));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String my() {
        return "/my/" + room.token("Jan Maes", "/my/").text();
    }

    private String confirm(String name) {
        return "/confirm/" + room.token(name, "/confirm/").text();
    }

    private void ask(String name, String address) {
        assertThat(room.visitor().post(my() + "/colleague", Map.of("name", name, "email", address)).status())
                .isEqualTo(303);
    }

    private void ask(String name) {
        ask(name, RegistrationRoom.address(name));
    }

    private Answer get(String path) {
        return room.visitor().get(path);
    }

    @Test
    void theGiverSeesToWhomAndUntilWhenAndTheReceiverFromWhom() {
        ask(COLLEAGUE);

        for (var page : new String[] {"", "/colleague", "/colleague/asked"}) {
            assertThat(get(my() + page).text()).contains(COLLEAGUE, "donderdag 16 maart 2017 om 10.40 uur");
        }
        assertThat(get(my()).text()).contains(RegistrationRoom.address(COLLEAGUE));
        assertThat(get(confirm(COLLEAGUE)).text()).contains(
                "Jan Maes geeft u zijn of haar plaats",
                "donderdag 16 maart 2017 om 10.40 uur",
                "Wat we over u bewaren",
                "uw functie, uw thema’s en de taal van uw mails");
    }

    @Test
    void nearTheStartItIsUntilThen() {
        clock.moveTo(session.start().minus(Duration.ofHours(5)));
        ask("Tim Claes");

        assertThat(get(my()).text()).contains("donderdag 23 maart 2017 om 13.30 uur");
        assertThat(get(confirm("Tim Claes")).text()).contains("donderdag 23 maart 2017 om 13.30 uur");
    }

    @Test
    void whatIsTakenBackLeadsToAPageThatSaysSoAndTheSeatStays() {
        ask(COLLEAGUE);
        var link = confirm(COLLEAGUE);
        for (int press = 0; press < 2; press++) {
            assertThat(room.visitor().post(my() + "/colleague/back", Map.of()).status()).isEqualTo(303);
        }

        assertThat(get(my()).text()).contains("Plaats doorgeven").doesNotContain(COLLEAGUE);
        assertThat(room.visitor().post(link, Map.of()).status()).isEqualTo(303);
        var page = get(link);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("houdt zijn of haar plaats toch zelf");
        assertThat(room.registration(session, "Jan Maes").state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.seats("sessie").taken()).isEqualTo(1);

        clock.forward(Duration.ofMinutes(1));
        ask(COLLEAGUE);
        room.press(COLLEAGUE);
        assertThat(room.registration(session, COLLEAGUE).state()).as("asked anew").isEqualTo(
                RegistrationState.CONFIRMED);
        assertThat(room.registration(session, "Jan Maes").state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(get(my()).text()).doesNotContain(COLLEAGUE);
    }

    @Test
    void whoIsAskedInsteadIsTheOnlyOneWhoIsAsked() {
        ask(COLLEAGUE);
        var first = confirm(COLLEAGUE);
        clock.forward(Duration.ofMinutes(1));
        ask("Tim Claes");

        assertThat(get(first).text()).contains("houdt zijn of haar plaats toch zelf");
        assertThat(get(my()).text()).contains("Tim Claes").doesNotContain(COLLEAGUE);
        room.press("Tim Claes");
        assertThat(room.registration(session, "Tim Claes").state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whetherTheColleagueIsRegisteredNobodySees() {
        room.confirm(session, "Eva", "catalisti");
        for (var name : new String[] {"Eva", "Nooit Gezien"}) {
            ask(name);
            assertThat(get(my()).text()).as(name)
                    .contains("We hebben het " + name + " (" + RegistrationRoom.address(name) + ") gevraagd");
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(room.registration(session, "Eva").state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whoWaitsAndIsNoLongerAskedKeepsThePlace() {
        room.confirm(session, "Bo", "vil");
        room.confirm(session, "Cis", "vil");
        clock.forward(Duration.ofMinutes(20));
        ask("Cis");
        room.visitor().post(my() + "/colleague/back", Map.of());

        room.press("Cis");

        assertThat(room.registration(session, "Cis").state()).isEqualTo(RegistrationState.WAITING);
        assertThat(get(confirm("Cis")).text()).contains("eerste op de wachtlijst");
    }

    @Test
    void whoErasesTheirDataTakesItBackAndNothingOfTheColleagueStays() {
        ask(COLLEAGUE);
        var link = confirm(COLLEAGUE);
        assertThat(get(my() + "/data").text()).contains(COLLEAGUE);
        assertThat(get(my() + "/data/leerkring.json").body()).contains(RegistrationRoom.address(COLLEAGUE));

        assertThat(room.visitor().post(my() + "/data/erase", Map.of("sure", "yes")).status()).isLessThan(400);

        assertThat(get(link).text()).contains("houdt zijn of haar plaats toch zelf");
        assertThat(room.seats("sessie").taken()).isZero();
    }

    @Test
    void whoNoLongerHasASeatPassesNone() {
        ask(COLLEAGUE);
        room.visitor().post(my() + "/cancel", Map.of());

        assertThat(get(confirm(COLLEAGUE)).text()).doesNotContain("geeft u zijn of haar plaats")
                .contains("Nog één klik, en uw plaats is zeker");
    }
}
