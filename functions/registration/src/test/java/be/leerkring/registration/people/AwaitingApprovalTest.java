package be.leerkring.registration.people;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever an organiser has yet to decide about is nowhere called somebody who waits for a seat. */
final class AwaitingApprovalTest {

    private static final AdmissionRules DECIDED = new AdmissionRules(
            Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, true);
    private static final String DESK = "/organiser/sessions/sessie";

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Reader organiser = room.organiser();
    private final Session session = room.publish(RegistrationRoom.session("sessie", DECIDED), 1);

    @AfterEach
    void close() {
        room.close();
    }

    /** An has the seat, Bo waits for one, Cis and Dis wait for an organiser. */
    private void some() {
        for (var name : List.of("An vil", "Bo vil", "Cis ander", "Dis ander")) {
            room.confirm(session, name.split(" ")[0], name.split(" ")[1]);
            room.stream(session);
            clock.forward(Duration.ofMinutes(1));
        }
    }

    private String person(String name) {
        return DESK + "/people/" + room.registration(session, name).participant().person();
    }

    @Test
    void theListCountsThemApartAndFindsThem() {
        some();

        assertThat(organiser.get(DESK + "/people").text())
                .contains("1 Bevestigd 2 Wacht op goedkeuring 1 Op de wachtlijst");
        assertThat(organiser.get(DESK + "/people?state=approval").text())
                .contains("Cis", "Dis").doesNotContain("Bo VIL", "An VIL");
        assertThat(organiser.get(DESK + "/people?state=waiting").text())
                .contains("Bo").doesNotContain("Cis", "Dis");
    }

    @Test
    void thePagesTheFilesAndThePapersSayItOfThem() {
        some();

        assertThat(organiser.get(person("Cis")).text()).contains("Wacht op goedkeuring Cis")
                .doesNotContain("Op de wachtlijst Cis");
        assertThat(organiser.get(person("Bo")).text()).contains("Op de wachtlijst Bo");
        assertThat(organiser.get(DESK + "/people.csv").body().lines().filter(line -> line.startsWith("Cis")))
                .singleElement().asString().contains(",Wacht op goedkeuring,").doesNotContain("wachtlijst");
        assertThat(organiser.get(DESK + "/list").text()).contains("Cis wacht op goedkeuring")
                .doesNotContain("Bo wacht op goedkeuring");
    }

    @Test
    void atTheDoorTheyAreCalledSo() {
        some();
        clock.moveTo(session.start().plus(Duration.ofMinutes(10)));

        var door = room.organiser().get(DESK + "/check-in").text();

        assertThat(door).contains("Cis Ander initiatief Wacht op goedkeuring", "Bo VIL Op de wachtlijst");
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting Bo", "approval Cis Dis", "confirmed An"})
    void aMessageToThoseWhoWaitForASeatIsNoneToThem(String group) {
        some();
        var words = List.of(group.split(" "));

        assertThat(List.of("An", "Bo", "Cis", "Dis").stream()
                .filter(name -> new MessageGroup(words.getFirst()).has(room.registration(session, name))))
                .containsExactlyElementsOf(words.subList(1, words.size()));
        assertThat(organiser.get(DESK + "/messages/new").text()).contains("Wie op goedkeuring wacht (2)");
    }

    @Test
    void theLogAndTheMailWithAllRegistrationsSayItToo() {
        some();
        room.approve("sessie", room.registration(session, "Cis").participant().person());
        room.visitor().post("/find", Map.of("email", RegistrationRoom.address("Dis")));

        assertThat(room.get(ChangeLog.class).read("sessie", Optional.empty()).entries().getFirst().changes())
                .containsExactly(new Change("state", "Wacht op goedkeuring", "Op de wachtlijst"));
        assertThat(room.mails("Dis").getLast().text()).contains("Wacht op goedkeuring")
                .doesNotContain("Op de wachtlijst");
    }

    @Test
    void nobodyIsOnTheWaitingListWhoWaitsForAnOrganiser() {
        some();

        assertThat(room.seats("sessie").waiting()).isEqualTo(1);
        assertThat(room.seats("sessie").unapproved()).isEqualTo(2);
    }
}
