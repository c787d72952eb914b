package be.leerkring.registration.needs;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Question;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What organisers read of what people need, write down for them, and take along. */
final class NeedsSheetTest {

    private static final String DESK = "/organiser/sessions/sessie";
    private static final Map<String, String> DUTCH = Map.of("nl", "Welke werkgroep?");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Reader visitor = room.visitor();
    private final Reader organiser = room.organiser();
    private Session session = room.publish(asking(RegistrationRoom.session("sessie", AdmissionRules.NONE),
            new Question.Known(Question.Kind.DIET), new Question.Own(1, new LocalizedText(DUTCH))), 3);

    @AfterEach
    void close() {
        room.close();
    }

    private static Session asking(Session plain, Question... questions) {
        return new Session(plain.id(), plain.title(), plain.summary(), plain.start(), plain.end(), plain.venue(),
                plain.audience(), plain.themes(), plain.programme(), plain.assumed(), plain.admission(),
                plain.edition(), List.of(questions));
    }

    /** The name of the only field of a question that organisers wrote. */
    private String own() {
        return visitor.get("/sessions/sessie/register").form().keySet().stream()
                .filter(name -> name.startsWith("need-") && !name.startsWith("need-diet"))
                .findFirst()
                .orElseThrow();
    }

    private void register(String name, String... needs) {
        var fields = new HashMap<>(visitor.get("/sessions/sessie/register").form(
                "name", name, "email", RegistrationRoom.address(name), "organisation", "vil", "language", "nl",
                "consent", "yes", "needs-consent", "yes"));
        for (int at = 0; at < needs.length; at += 2) {
            fields.put(needs[at], needs[at + 1]);
        }
        assertThat(visitor.post("/sessions/sessie/register", fields).status()).isEqualTo(303);
    }

    private void confirmed(String name, String... needs) {
        register(name, needs);
        room.press(name);
        room.stream(session);
        clock.forward(Duration.ofMinutes(1));
    }

    private String person(String name) {
        return DESK + "/people/" + room.registration(session, name).participant().person();
    }

    @Test
    void answersAreCountedByQuestionAndListedByPerson() {
        confirmed("An", "need-diet-vegetarian", "yes", own(), "Data");
        confirmed("Bo", "need-diet", " VEGETARISCH ");
        confirmed("Cis", "need-diet-vegetarian", "yes", "need-diet", "geen noten");
        confirmed("Dis", "need-diet-vegetarian", "yes");
        register("Els", "need-diet-halal", "yes");

        var page = organiser.get(DESK + "/needs");

        assertThat(page.text())
                .contains("Vegetarisch 3 1", "geen noten 1 0", "Welke werkgroep?", "Data 1 0")
                .contains("Op donderdag 6 april 2017, twee weken na de sessie, wissen we het hier")
                .doesNotContain("Halal", "Els");
        assertThat(page.text().indexOf("Wie een plaats heeft")).isLessThan(page.text().indexOf("Cis"));
        assertThat(page.text().indexOf("Dis")).isGreaterThan(
                page.text().indexOf("Wie nog geen plaats heeft"));
    }

    @Test
    void answersToAQuestionThatWasWordedOtherwiseStandUnderWhatWasAsked() {
        confirmed("An", own(), "Ja");
        session = asking(session.next(), new Question.Own(1, new LocalizedText(Map.of("nl", "Bent u allergisch?"))));
        room.change(session);
        confirmed("Bo", own(), "Nee");

        assertThat(organiser.get(DESK + "/needs").text())
                .contains("Bent u allergisch? Antwoord Met een plaats Nog zonder plaats Nee 1 0")
                .contains("Welke werkgroep? Deze vraag wordt niet meer gesteld, of nu anders. Zo is ze beantwoord.");
    }

    @Test
    void theFileIsOneOfItsOwnAndTheListOfPeopleTellsNothing() {
        confirmed("An", "need-diet-vegan", "yes", "need-diet", "kaas, 1+1", own(), "=A1");

        var file = organiser.get(DESK + "/needs.csv");
        assertThat(file.header("content-disposition")).contains("sessie-needs.csv");
        assertThat(file.body().strip().lines().map(String::strip).toList()).containsExactly(
                "\uFEFFNaam,Organisatie,Status,Eten en drinken,Welke werkgroep?",
                "An,VIL,Bevestigd,\"Veganistisch, kaas, 1+1\",'=A1");
        for (var list : List.of("/people", "/people.csv", "/people.json", "/list", "/badges", "/log")) {
            assertThat(organiser.get(DESK + list).body()).doesNotContain("Veganistisch", "vegan", "1+1");
        }
    }

    @Test
    void anOrganiserWritesDownWhatSomebodyToldThem() {
        var form = organiser.get(DESK + "/people/new").form(
                "name", "An", "email", RegistrationRoom.address("An"), "organisation", "vil", "language", "nl",
                "need-diet", "geen melk");
        assertThat(form).doesNotContainKey("needs-consent");
        assertThat(organiser.post(DESK + "/people/new", form).status()).isEqualTo(303);
        assertThat(organiser.get(person("An")).text()).contains("Eten en drinken geen melk");

        var correction = organiser.get(person("An") + "/correct");
        assertThat(correction.form()).containsEntry("need-diet", "geen melk");
        assertThat(organiser.post(person("An") + "/correct", correction.form("need-diet", "geen melk, wel kaas"))
                .status()).isEqualTo(303);
        assertThat(organiser.get(person("An")).text()).contains("geen melk, wel kaas");
        assertThat(organiser.post(person("An") + "/correct", organiser.get(person("An") + "/correct")
                .form("need-diet", "")).status()).isEqualTo(303);
        assertThat(organiser.get(person("An")).text()).doesNotContain("Eten en drinken");
        assertThat(room.registration(session, "An").core().needs()).isFalse();
    }

    @Test
    void whoHasYetToConfirmIsReachedElsewhereWithWhatTheyNeed() {
        register("An", "need-diet", "geen melk");
        clock.forward(Duration.ofHours(5));
        var person = person("An");
        var back = room.organiser();
        var correction = back.get(person + "/correct");
        assertThat(back.post(person + "/correct", correction.form(
                "email", "an.vos@example.org", "need-diet", "geen kaas")).status()).isEqualTo(303);

        clock.forward(Duration.ofHours(47));
        var later = room.organiser();
        assertThat(later.get(person).text()).as("two days anew").contains("geen kaas");
        assertThat(later.get(DESK + "/needs").text()).contains("Niemand heeft gezegd iets nodig te hebben");
    }

    @Test
    void aSessionThatAsksNothingHasNoSuchTab() {
        assertThat(organiser.get(DESK + "/people").body()).contains(DESK + "/needs");
        session = asking(session.next());
        room.change(session);
        assertThat(organiser.get(DESK + "/people").body()).doesNotContain(DESK + "/needs");
        assertThat(organiser.get(DESK + "/needs").text()).contains("Deze sessie stelt geen vragen");
        assertThat(visitor.get("/sessions/sessie/register").body()).doesNotContain("need-");
    }
}
