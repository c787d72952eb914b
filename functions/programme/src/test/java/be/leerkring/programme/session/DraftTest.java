package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.programme.Desk;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only organisers see: nobody else does, and they can look at it, copy it, and throw it away. */
final class DraftTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    private Desk desk;
    private Reader an;

    @BeforeEach
    void open() {
        desk = new Desk(clock);
        an = desk.organiser("an");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String draft(String... others) {
        var values = new HashMap<>(Map.of(
                "title.nl", "Geheim plan",
                "title.en", "Secret plan",
                "date", "2017-03-23",
                "start", "13:30",
                "end", "17:00",
                "venue", "Muntpunt",
                "city", "Brussel",
                "audience", Session.Audience.SUBSIDISED.name(),
                "item.14:00.nl", "Voordracht",
                "capacity", "40"));
        for (int field = 0; field < others.length; field += 2) {
            values.put(others[field], others[field + 1]);
        }
        return desk.get(Drafting.class)
                .make(SessionValues.of(values), "session-made", "", new Organiser("an@example.org"));
    }

    @Test
    void theButtonThatMakesADraftCanBePressedTwice() {
        var id = draft();

        assertThat(draft()).isEqualTo(id);
        assertThat(draft("city", "Gent")).as("another draft of that name").isEqualTo(id + "-2");
        clock.forward(Duration.ofMinutes(10));
        assertThat(draft()).as("wanted once more, later").isEqualTo(id + "-3");
    }

    @Test
    void nobodyElseSeesADraft() {
        var id = draft();
        var stranger = desk.stranger();

        assertThat(stranger.get("/").text()).doesNotContain("Geheim");
        assertThat(stranger.get("/calendar.ics").body()).doesNotContain("Geheim");
        assertThat(stranger.get("/sessions/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/sessions/" + id).text()).doesNotContain("Geheim");
        assertThat(stranger.get("/sessions/" + id + "/calendar.ics").status()).isEqualTo(404);
        assertThat(an.get("/sessions/" + id).status()).as("the public page shows it to nobody").isEqualTo(404);
        assertThat(desk.get(Sessions.class).find(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/new", "/{id}", "/{id}/preview", "/{id}/copy", "/{id}/publish", "/{id}/delete"})
    void whoeverHasNotSignedInIsSentToTheSignIn(String place) {
        var path = "/organiser/sessions" + place.replace("{id}", draft());

        assertThat(desk.stranger().get(path).location()).isEqualTo("/organiser/sign-in");
        assertThat(desk.stranger().post(path, Map.of()).location()).isEqualTo("/organiser/sign-in");
        assertThat(desk.session(draft()).edition().draft()).isTrue();
    }

    @Test
    void aPreviewIsThePageThatEverybodyWillSee() {
        var id = draft();
        var preview = an.get("/organiser/sessions/" + id + "/preview");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text()).contains("Nu zien alleen organisatoren ze");

        assertThat(an.post("/organiser/sessions/" + id + "/publish", Map.of()).status()).isEqualTo(303);
        assertThat(main(preview)).isEqualTo(main(desk.stranger().get("/sessions/" + id)));
    }

    private static String main(Answer page) {
        return page.body().replaceAll("(?s).*<main", "<main");
    }

    @Test
    void aCopyHasItsHoursOnAnotherDayAndWhatWasDaysBeforeAsManyBefore() {
        var id = draft(
                "opens", "2017-03-01T09:00", "closes", "2017-03-22T12:00", "kept", "4", "approval", "yes", "themes",
                "industrie-4-0");
        an.post("/organiser/sessions/" + id + "/publish", Map.of());

        var copied = an.post("/organiser/sessions/" + id + "/copy", Map.of("date", "2017-04-06"));

        assertThat(copied.location()).isEqualTo("/organiser/sessions/geheim-plan-2017-04?done=copied");
        var copy = desk.session("geheim-plan-2017-04");
        assertThat(copy.edition().draft()).isTrue();
        assertThat(copy.edition().revision()).isZero();
        assertThat(copy.start()).as("in summer time").isEqualTo("2017-04-06T11:30:00Z");
        assertThat(copy.programme().getFirst().at()).isEqualTo("2017-04-06T12:00:00Z");
        assertThat(copy.admission().opens()).contains(Instant.parse("2017-03-15T08:00:00Z"));
        assertThat(copy.admission().closes()).contains(Instant.parse("2017-04-05T10:00:00Z"));
        assertThat(copy.admission().keptForSubsidised()).isEqualTo(4);
        assertThat(copy.admission().approval()).isTrue();
        assertThat(copy.themes()).containsExactly("industrie-4-0");
        assertThat(copy.audience()).isEqualTo(Session.Audience.SUBSIDISED);
        assertThat(desk.seats(copy.id()).capacity()).isEqualTo(40);
        assertThat(desk.log(copy.id()).getFirst().about()).isEqualTo("Geheim plan, donderdag 23 maart 2017");
        assertThat(desk.session(id).start()).isEqualTo("2017-03-23T12:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'' | Vul een datum in",
            "morgen | Vul een datum in die bestaat",
            "0017-04-06 | Vul het jaar volledig in",
            "2017-02-14 | De sessie ligt in het verleden",
            "2017-03-26 | Op die dag slaat de klok een uur over"
    })
    void aCopyToADayThatCanNotBeIsRefused(String date, String message) {
        var id = draft("start", "02:30", "end", "05:00");
        var answer = an.post("/organiser/sessions/" + id + "/copy", Map.of("date", date));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(message);
    }

    @Test
    void aDraftIsThrownAwayWithEverythingButWhatTheLogKeeps() {
        var path = "/organiser/sessions/" + draft();

        assertThat(an.post(path + "/delete", Map.of()).location()).isEqualTo("/organiser/sessions");
        assertThat(an.get(path).status()).isEqualTo(404);
        assertThat(an.get("/organiser/sessions").text()).contains("Er is nog geen sessie");
        assertThat(an.post(path + "/delete", Map.of()).location()).as("a second press")
                .isEqualTo("/organiser/sessions");
        var entry = desk.log(ChangeLog.NETWORK).getFirst();
        assertThat(entry.what()).isEqualTo("draft-deleted");
        assertThat(entry.about()).isEqualTo("Geheim plan");
        assertThat(entry.changes()).anySatisfy(change -> {
            assertThat(change.field()).isEqualTo("item.14:00.nl");
            assertThat(change.from()).isEqualTo("Voordracht");
            assertThat(change.to()).isEmpty();
        });
        assertThat(draft()).as("its place is free again").isEqualTo("geheim-plan-2017-03");
    }

    @Test
    void whatIsPublishedIsNotThrownAway() {
        var id = draft();
        an.post("/organiser/sessions/" + id + "/publish", Map.of());

        assertThat(an.post("/organiser/sessions/" + id + "/delete", Map.of()).status()).isEqualTo(409);
        assertThat(desk.stranger().get("/sessions/" + id).status()).isEqualTo(200);
        assertThat(an.get("/organiser/sessions/" + id).body()).doesNotContain("/delete");
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        var path = "/organiser/sessions/" + draft();
        var pressed = an.get(path).form();

        assertThat(an.post(path + "/publish", pressed).status()).isEqualTo(303);
        assertThat(an.post(path + "/publish", pressed).status()).isEqualTo(303);
        assertThat(an.post(path + "/publish", Map.of()).status()).isEqualTo(303);
        assertThat(desk.log("geheim-plan-2017-03")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/preview", "/copy"})
    void whatThereIsNotIsNotFound(String place) {
        assertThat(an.get("/organiser/sessions/niets" + place).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/publish", "/copy"})
    void whatThereIsNotIsNotChanged(String place) {
        assertThat(an.post("/organiser/sessions/niets" + place, Map.of("date", "2017-04-06")).status())
                .isEqualTo(404);
    }
}
