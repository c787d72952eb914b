package be.leerkring.registration.need;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Question;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import be.leerkring.testing.StartedRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people need is asked, kept no longer than it is needed, and never taken for an answer to something else. */
final class NeedsTest {

    private static final Question DIET = new Question.Known(Question.Kind.DIET);
    private static final Question GROUP = new Question.Own(1, new LocalizedText(Map.of(
            "nl", "Komt u mee naar het labo?", "en", "Will you join us in the lab?")));
    private static final Instant TWO_WEEKS_AFTER = Instant.parse("2017-04-06T16:00:00Z");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Reader visitor = room.visitor();
    private Session session = room.publish(asking(DIET, GROUP), 1);

    @AfterEach
    void close() {
        room.close();
    }

    private static Session asking(Question... questions) {
        return asking(RegistrationRoom.session("sessie", AdmissionRules.NONE), questions);
    }

    private static Session asking(Session plain, Question... questions) {
        return new Session(plain.id(), plain.title(), plain.summary(), plain.start(), plain.end(), plain.venue(),
                plain.audience(), plain.themes(), plain.programme(), plain.assumed(), plain.admission(),
                plain.edition(), List.of(questions));
    }

    /** What an organiser does who changes the questions. */
    private void ask(Question... questions) {
        session = asking(session.next(), questions);
        room.change(session);
    }

    private static String lab(String language) {
        return NeedsForm.field(new Asked("", language, ((Question.Own) GROUP).text().byLanguage().get(language)));
    }

    private Answer register(String name, String... needs) {
        var fields = new HashMap<>(visitor.get("/sessions/sessie/register").form(
                "name", name, "email", RegistrationRoom.address(name), "organisation", "vil", "language", "nl",
                "consent", "yes"));
        for (int at = 0; at < needs.length; at += 2) {
            fields.put(needs[at], needs[at + 1]);
        }
        return visitor.post("/sessions/sessie/register", fields);
    }

    private void confirmed(String name, String... needs) {
        assertThat(register(name, needs).status()).isEqualTo(303);
        room.press(name);
        room.stream(session);
        clock.forward(Duration.ofMinutes(11));
    }

    private PersonKey key(String name) {
        return new PersonKey("sessie", room.registration(session, name).participant().person());
    }

    private Needs needs(String name) {
        return room.get(KeptNeeds.class).find(key(name));
    }

    private Optional<Instant> expires(PersonKey person) {
        var key = room.get(KeptNeeds.class).key(person);
        return Optional.ofNullable(room.get(Table.class).read(List.of(key)).get(key))
                .map(item -> Instant.ofEpochSecond(item.count("expires")));
    }

    private List<String> items() {
        return room.database().client().scanPaginator(scan -> scan.tableName(StartedRoom.TABLE)).items().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theFormAsksAndSaysWhyAndHowLong() {
        var page = visitor.get("/sessions/sessie/register");

        assertThat(page.text()).contains("Wat u nodig hebt", "Glutenvrij", "Komt u mee naar het labo?",
                "Twee weken na de sessie wissen we ze");
        assertThat(page.body()).doesNotContain("question.");
    }

    @Test
    void whatSomebodyNeedsIsKeptWithTheFormAndNowhereElse() {
        assertThat(register("An", "need-diet-vegan", "yes", "need-diet", "geen noten\r\nen geen sesam",
                lab("nl"), "Ja", "needs-consent", "yes").status()).isEqualTo(303);

        assertThat(needs("An").all()).containsExactly(
                new Need(new Asked("diet", "", ""), List.of("vegan"), "geen noten\nen geen sesam"),
                new Need(new Asked("", "nl", "Komt u mee naar het labo?"), List.of(), "Ja"));
        assertThat(items()).filteredOn(item -> item.contains("sesam")).hasSize(1);
        assertThat(expires(key("An"))).as("no longer than the form").contains(Instant.parse("2017-03-08T09:00:00Z"));
        clock.forward(Duration.ofDays(2).minusSeconds(1));
        assertThat(needs("An").isEmpty()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(room.get(KeptNeeds.class).of("sessie")).isEmpty();
    }

    @Test
    void nothingIsKeptOfWhoeverDoesNotAgreeAndNothingTypedIsLost() {
        var answer = register("An", "need-diet", "halal");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Vink aan dat u akkoord gaat");
        assertThat(answer.body()).contains("href=\"#needs-consent\"", "id=\"needs-consent\"");
        assertThat(answer.form()).containsEntry("need-diet", "halal").containsEntry("name", "An");
        assertThat(register("An").status()).as("who leaves it empty need not agree").isEqualTo(303);
        assertThat(needs("An")).isEqualTo(Needs.NONE);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
    }

    @Test
    void anAnswerThatIsTooLongOrNoTextIsRefused() {
        assertThat(register("An", "need-diet", "x".repeat(301), "needs-consent", "yes").text())
                .contains("hoogstens 300 tekens");
        assertThat(register("An", lab("nl"), "a\u202eb", "needs-consent", "yes").text())
                .contains("bevat een teken dat hier niet kan");
        assertThat(register("An", "need-diet", "x".repeat(300), "needs-consent", "yes").status()).isEqualTo(303);
    }

    @Test
    void itIsKeptForTwoWeeksAfterTheSessionToTheSecond() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");

        assertThat(expires(key("An"))).contains(TWO_WEEKS_AFTER);
        clock.forward(Duration.between(clock.instant(), TWO_WEEKS_AFTER).minusSeconds(1));
        assertThat(needs("An").isEmpty()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }

    @Test
    void itFollowsASessionThatIsMovedEitherWay() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        for (var days : List.of(60, -50)) {
            session = session.moved(session.start().plus(Duration.ofDays(days)),
                    session.end().plus(Duration.ofDays(days)), session.venue(), clock.instant());
            room.change(session);
            room.stream(session, "#SESSION");
            assertThat(expires(key("An"))).contains(session.end().plus(Duration.ofDays(14)));
            assertThat(needs("An").isEmpty()).isFalse();
            clock.forward(Duration.ofMinutes(5));
        }
    }

    @Test
    void itGoesAtOnceWithASessionThatDoesNotTakePlace() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        session = session.calledOff(clock.instant());
        room.change(session);
        room.stream(session, "#SESSION");

        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }

    @Test
    void itGoesWithARegistrationThatIsCancelled() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        var an = key("An");
        visitor.post("/my/" + room.token("An", "/my/").text() + "/cancel", Map.of());

        assertThat(room.get(KeptNeeds.class).find(an)).isEqualTo(Needs.NONE);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        assertThat(room.registration(session, "An").core().needs()).isFalse();
    }

    @Test
    void itGoesWithAnOfferThatNobodyTakes() {
        confirmed("An");
        confirmed("Bo", "need-diet-halal", "yes", "needs-consent", "yes");
        visitor.post("/my/" + room.token("An", "/my/").text() + "/cancel", Map.of());
        room.stream(session);
        clock.forward(Duration.ofDays(3));
        room.schedule();

        assertThat(room.registration(session, "Bo")).isInstanceOf(Cancelled.class);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
    }

    @Test
    void oneTakesItBackWhateverBecameOfTheRegistration() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        clock.forward(Duration.between(clock.instant(), session.end()));
        var data = "/my/" + room.token("An", "/my/").text() + "/data";
        assertThat(visitor.post(data + "/needs", Map.of()).location()).isEqualTo(data);

        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        assertThat(visitor.get(data).text()).doesNotContain("Halal");
        assertThat(visitor.post(data + "/needs", Map.of()).status()).as("pressed again").isEqualTo(303);
        assertThat(room.registration(session, "An")).isInstanceOf(Confirmed.class);
    }

    @Test
    void whoTakesOverASeatSaysWhatTheyNeedThemselves() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        var path = "/my/" + room.token("An", "/my/").text() + "/colleague";
        visitor.post(path, Map.of("name", "Bo", "email", RegistrationRoom.address("Bo")));
        room.press("Bo");

        assertThat(room.registration(session, "Bo")).isInstanceOf(Confirmed.class);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        var details = "/my/" + room.token("Bo", "/my/").text() + "/details";
        assertThat(visitor.post(details, visitor.get(details).form("need-diet-vegan", "yes", "needs-consent", "yes"))
                .status()).isEqualTo(303);
        assertThat(needs("Bo").all()).extracting(Need::chosen).containsExactly(List.of("vegan"));
        assertThat(expires(key("Bo"))).contains(TWO_WEEKS_AFTER);
    }

    @Test
    void whoWaitsKeepsItAndTheFormThatGivesWayTakesItsOwnAlong() {
        confirmed("An");
        register("Bo", "need-diet-vegan", "yes", "needs-consent", "yes");
        clock.forward(Duration.ofMinutes(11));
        confirmed("Bo", "need-diet-halal", "yes", "needs-consent", "yes");

        assertThat(room.registration(session, "Bo")).isInstanceOf(Waiting.class);
        assertThat(room.get(KeptNeeds.class).of("sessie").values()).extracting(needs -> needs.all().getFirst().chosen())
                .containsExactly(List.of("halal"));
    }

    @Test
    void oneChangesItAndTakesItAwayAgain() {
        confirmed("An", "need-diet-halal", "yes", lab("nl"), "Ja", "needs-consent", "yes");
        var details = "/my/" + room.token("An", "/my/").text() + "/details";
        var page = visitor.get(details);

        assertThat(page.form()).containsEntry("need-diet-halal", "yes").containsEntry(lab("nl"), "Ja")
                .containsEntry("needs-consent", "yes");
        var fields = page.form(lab("nl"), "Toch niet");
        fields.remove("need-diet-halal");
        assertThat(visitor.post(details, fields).status()).isEqualTo(303);
        assertThat(needs("An").all()).extracting(Need::text).containsExactly("Toch niet");

        var emptied = visitor.get(details).form(lab("nl"), "");
        emptied.remove("needs-consent");
        assertThat(visitor.post(details, emptied).status()).isEqualTo(303);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        assertThat(room.registration(session, "An").core().needs()).isFalse();
    }

    @Test
    void anAnswerStaysWithTheQuestionAsItWasAsked() {
        confirmed("An", lab("nl"), "Ja", "needs-consent", "yes");
        ask(new Question.Own(1, new LocalizedText(Map.of("nl", "Hebt u iets tegen dieren?"))));
        var details = "/my/" + room.token("An", "/my/").text() + "/details";
        var page = visitor.get(details);

        assertThat(page.text()).contains("Hebt u iets tegen dieren?", "Komt u mee naar het labo?",
                "Deze vraag wordt niet meer gesteld");
        visitor.post(details, page.form("role", "coach"));
        assertThat(needs("An").all()).containsExactly(
                new Need(new Asked("", "nl", "Komt u mee naar het labo?"), List.of(), "Ja"));
        visitor.post(details, visitor.get(details).form(lab("nl"), ""));
        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }

    @Test
    void aTranslationThatIsAddedOrChangedLeavesTheAnswerWhereItIs() {
        confirmed("An", lab("nl"), "Ja", "needs-consent", "yes");
        var translated = new Question.Own(1, new LocalizedText(Map.of(
                "nl", "Komt u mee naar het labo?", "en", "Lab?", "fr", "Le labo?")));
        ask(DIET, translated);

        assertThat(needs("An").all().getFirst().asked().isOf(translated)).isTrue();
    }

    @Test
    void whoAnsweredAQuestionThatWasChangedMeanwhileIsToldSo() {
        var fields = visitor.get("/sessions/sessie/register").form(
                "name", "An", "email", RegistrationRoom.address("An"), "organisation", "vil", "language", "nl",
                "consent", "yes", lab("nl"), "Ja", "needs-consent", "yes");
        ask(new Question.Own(1, new LocalizedText(Map.of("nl", "Hebt u iets tegen dieren?"))));

        var answer = visitor.post("/sessions/sessie/register", fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("hebben intussen een vraag gewijzigd");
        assertThat(answer.body()).contains("href=\"#needs\"", "id=\"needs\"");
        ask();
        assertThat(visitor.post("/sessions/sessie/register", fields).status())
                .as("nothing is asked any more").isEqualTo(303);
        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }

    @Test
    void oneReadsItTakesItAlongAndErasesIt() {
        confirmed("An", "need-diet-gluten-free", "yes", lab("nl"), "Graag", "needs-consent", "yes");
        var data = "/my/" + room.token("An", "/my/").text() + "/data";

        assertThat(visitor.get(data).text()).contains("Glutenvrij", "Graag", "We wissen dit op donderdag 6 april 2017");
        assertThat(visitor.get(data + "/leerkring.json").body()).contains("gluten-free", "Graag");
        assertThat(visitor.post(data + "/erase", Map.of()).status()).isEqualTo(200);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#") || item.contains("Graag"));
    }

    @Test
    void noMailAndNoLogTellsOfIt() {
        confirmed("An", "need-diet-gluten-free", "yes", "need-diet", "geheim", "needs-consent", "yes");

        assertThat(items()).filteredOn(item -> item.contains("geheim") || item.contains("gluten"))
                .allMatch(item -> item.contains("NEEDS#")).hasSize(1);
        Registration an = room.registration(session, "An");
        assertThat(an.core().needs()).isTrue();
        assertThat(room.get(Sessions.class).find("sessie").orElseThrow().questions()).containsExactly(DIET, GROUP);
    }
}
