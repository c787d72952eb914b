package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.programme.Desk;
import be.leerkring.testing.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session at the desk, from nothing to a page that everybody sees. */
final class SessionFormTest {

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

    private static final String NEW = "/organiser/sessions/new";

    private Map<String, String> blank(String... others) {
        return an.get(NEW)
                .form(Stream.concat(
                        Stream.of(
                                "title-nl", "Industrie 4.0: één dag",
                                "date", "2017-03-23",
                                "start", "13:30",
                                "end", "17:00"),
                        Stream.of(others))
                        .toArray(String[]::new));
    }

    /** Makes a draft; its address at the desk. */
    private String draft(String... others) {
        var made = an.post(NEW, blank(others));
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        return made.location().replaceAll("\\?.*", "");
    }

    @Test
    void aSessionIsMadeFromNothingFilledInAndPublished() {
        var path = draft("title-en", "Industry 4.0: one day");
        assertThat(path).isEqualTo("/organiser/sessions/industrie-4-0-een-dag-2017-03");
        var id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(an.get(path).text())
                .contains("Dit is een ontwerp", "Vul in waar de sessie plaatsvindt", "Vul in hoeveel plaatsen er zijn");

        var saved = an.post(path, an.get(path).form(
                "themes", "Industrie 4.0, Mobiliteit & AI, circular economy",
                "summary-nl", "Wat is er nieuw?\r\nEn wat blijft?",
                "venue", "Muntpunt",
                "city", "Brussel",
                "item-0-time", "14:00", "item-0-nl", "Voordracht", "item-0-en", "Lecture",
                "item-1-time", "13:30", "item-1-nl", "Onthaal",
                "opens", "2017-03-01T09:00",
                "rows", "more"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(saved.location()).isEqualTo(path + "?done=saved#programme");
        assertThat(an.get(path + "?done=saved").text()).contains("Bewaard.");
        var published = an.post(path + "/publish", an.get(path).form("capacity", "40"));
        assertThat(published.status()).as(published.text()).isEqualTo(303);

        var session = desk.session(id);
        assertThat(session.edition().draft()).isFalse();
        assertThat(session.title())
                .isEqualTo(new LocalizedText(Map.of("nl", "Industrie 4.0: één dag", "en", "Industry 4.0: one day")));
        assertThat(session.summary().byLanguage()).isEqualTo(Map.of("nl", "Wat is er nieuw?\nEn wat blijft?"));
        assertThat(session.themes()).containsExactly("industrie-4-0", "mobiliteit-ai", "circulaire-economie");
        assertThat(session.start()).isEqualTo("2017-03-23T12:30:00Z");
        assertThat(session.end()).isEqualTo("2017-03-23T16:00:00Z");
        assertThat(session.programme())
                .extracting(item -> item.at() + " " + item.title().byLanguage().get("nl"))
                .containsExactly("2017-03-23T12:30:00Z Onthaal", "2017-03-23T13:00:00Z Voordracht");
        assertThat(session.admission().opens()).contains(Instant.parse("2017-03-01T08:00:00Z"));
        assertThat(desk.seats(id).capacity()).isEqualTo(40);
        assertThat(desk.stranger().get("/sessions/" + id).status()).isEqualTo(200);
        assertThat(desk.stranger().get("/sessions/" + id).text()).contains("Industrie 4.0: één dag", "Voordracht");
    }

    @Test
    void theLogTellsWhoChangedWhatFromWhatToWhat() {
        var path = draft();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var form = an.get(path).form(
                "title-nl", "Iets anders",
                "themes", "industrie 4.0",
                "date", "2017-03-24",
                "closes", "2017-03-20T12:00",
                "approval", "yes",
                "item-0-time", "14:00", "item-0-en", "Lecture");
        clock.moveTo(clock.instant().plusSeconds(60));
        desk.organiser("bo", "en").post(path, form);

        var entry = desk.log(id).getFirst();
        assertThat(entry.by()).isEqualTo("bo@example.org");
        assertThat(entry.what()).isEqualTo("session-changed");
        assertThat(entry.changes()).extracting(change -> String.join(" | ", change.field(), change.from(), change.to()))
                .containsExactly(
                        "title.nl | Industrie 4.0: één dag | Iets anders",
                        "themes |  | industrie 4.0",
                        "date | donderdag 23 maart 2017 | vrijdag 24 maart 2017",
                        "item.14:00.en |  | Lecture",
                        "closes |  | maandag 20 maart 2017, 12:00",
                        "approval |  | ja");
        assertThat(desk.log(id).getLast().what()).isEqualTo("session-made");

        assertThat(an.post(path, an.get(path).form()).status()).isEqualTo(303);
        assertThat(desk.log(id)).as("nothing changed").hasSize(2);
        assertThat(desk.session(id).edition().revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "title-nl | '' | Vul een titel in",
            "date | '' | Vul een datum in",
            "date | 2017-02-30 | Vul een datum in die bestaat",
            "date | 0017-03-23 | Vul het jaar volledig in",
            "date | 2017-02-14 | De sessie ligt in het verleden",
            "start | '' | Vul in hoe laat de sessie begint",
            "end | 13:30 | Het einde moet na het begin komen",
            "end | vijf | Vul een uur in",
            "capacity | 1001 | Vul een getal van 0 tot 1000 in",
            "capacity | -1 | Vul een getal van 0 tot 1000 in",
            "audience | IEDEREEN | Kies een doelgroep",
            "city | A\u202eB | Deze tekst bevat een teken"
    })
    void whatIsWrongWithANewSessionIsSaidAndNothingIsLost(String field, String typed, String message) {
        var answer = an.post(NEW, blank("venue", "Zaal <b>", field, typed));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(message);
        assertThat(answer.body()).contains("href=\"#" + field + "\"");
        assertThat(answer.form()).containsEntry("venue", "Zaal <b>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "item-0-time | 14:00 | Vul in wat er op dit uur gebeurt | item-0-nl",
            "item-0-nl | Onthaal | Vul in vanaf welk uur dit is | item-0-time",
            "opens | gisteren | Vul een datum en een uur in | opens",
            "opens | 2017-03-26T02:30 | Dit uur bestaat niet op die dag | opens",
            "themes | a,b,c,d,e,f,g,h,i,j,k | Vul hoogstens tien thema’s in | themes",
            "themes | ?! | Vul hoogstens tien thema’s in | themes",
            "kept | 3 | Er kunnen niet meer plaatsen voorbehouden zijn | kept"
    })
    void whatIsWrongWithTheRestIsSaidToo(String field, String typed, String message, String wrong) {
        var path = draft();
        var answer = an.post(path, an.get(path).form(field, typed, "city", "Gent"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(message);
        assertThat(answer.body()).contains("href=\"#" + wrong + "\"", "id=\"" + wrong + "\"");
        assertThat(answer.form()).containsEntry(field, typed).containsEntry("city", "Gent");
        assertThat(an.get(path).form()).containsEntry("city", "");
    }

    @Test
    void anHourThatTheClockSkipsIsRefusedAndOneThatItShowsTwiceIsTheFirst() {
        assertThat(an.post(NEW, blank("start", "02:30", "end", "05:00", "date", "2017-03-26")).text())
                .contains("Dit uur bestaat niet");

        var path = draft("start", "02:30", "end", "05:00", "date", "2017-10-29");
        var id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(desk.session(id).start()).isEqualTo("2017-10-29T00:30:00Z");
        assertThat(desk.session(id).end()).isEqualTo("2017-10-29T04:00:00Z");

        var answer = an.post(path, an.get(path).form(
                "date", "2017-03-26", "start", "01:30", "item-0-time", "02:15", "item-0-nl", "Nacht"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#item-0-time\"");
    }

    @Test
    void whatHasTheSameTitleInTheSameMonthGetsANumber() {
        assertThat(List.of(draft(), draft("city", "Gent"), draft("date", "2017-04-20"), draft("city", "Brugge")))
                .extracting(path -> path.substring(path.lastIndexOf('/') + 1))
                .containsExactly(
                        "industrie-4-0-een-dag-2017-03",
                        "industrie-4-0-een-dag-2017-03-2",
                        "industrie-4-0-een-dag-2017-04",
                        "industrie-4-0-een-dag-2017-03-3");
        assertThat(draft("title-nl", "学习")).endsWith("/session-2017-03");
        assertThat(draft("title-nl", "Κύκλος μάθησης")).endsWith("/kyklos-mathisis-2017-03");
        assertThat(draft("title-nl", "lang ".repeat(30)).length())
                .isLessThanOrEqualTo("/organiser/sessions/".length() + 60);
    }

    @Test
    void aDraftThatLacksSomethingIsNotPublished() {
        var path = draft();
        var answer = an.post(path + "/publish", an.get(path).form("venue", "Muntpunt"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#city\"", "href=\"#capacity\"").doesNotContain("href=\"#venue\"");
        assertThat(answer.form()).containsEntry("venue", "Muntpunt");

        clock.moveTo(Instant.parse("2017-03-23T13:00:00Z"));
        var bo = desk.organiser("bo");
        var late = bo.post(
                path + "/publish",
                bo.get(path).form("venue", "Muntpunt", "city", "Brussel", "capacity", "10"));
        assertThat(late.text()).contains("De sessie ligt in het verleden");
        assertThat(desk.session(path.substring(path.lastIndexOf('/') + 1)).edition().draft()).isTrue();
    }

    @Test
    void aPublishedSessionKeepsItsHoursAndItsPlaceWhateverIsSent() {
        var path = draft("venue", "Muntpunt", "city", "Brussel", "capacity", "10");
        var id = path.substring(path.lastIndexOf('/') + 1);
        an.post(path + "/publish", Map.of());
        var page = an.get(path);
        assertThat(page.body()).doesNotContain("name=\"date\"", "name=\"venue\"");

        var answer = an.post(path, page.form(
                "date", "2017-04-01", "venue", "Elders", "title-nl", "Nieuwe titel", "capacity", "12"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(desk.session(id).start()).isEqualTo("2017-03-23T12:30:00Z");
        assertThat(desk.session(id).venue().name()).isEqualTo("Muntpunt");
        assertThat(desk.session(id).title().byLanguage()).containsEntry("nl", "Nieuwe titel");
        assertThat(desk.session(id).sequence()).as("no calendar needs to follow").isZero();
        assertThat(desk.seats(id).capacity()).isEqualTo(12);
    }

    @Test
    void rowsThatWereEmptiedVanishAndTheOthersStandInOrder() {
        var path = draft();
        an.post(path, an.get(path).form(
                "item-0-time", "15:00", "item-0-nl", "Pauze",
                "item-1-time", "14:00", "item-1-nl", "Voordracht",
                "item-2-time", "14:00", "item-2-nl", "Werkgroep"));
        var form = an.get(path).form();
        assertThat(form).containsEntry("item-0-nl", "Voordracht").containsEntry("item-1-nl", "Werkgroep")
                .containsEntry("item-2-nl", "Pauze").containsEntry("item-5-time", "").doesNotContainKey("item-6-time");

        form.putAll(Map.of("item-1-time", "", "item-1-nl", ""));
        an.post(path, form);
        assertThat(an.get(path).form()).containsEntry("item-1-nl", "Pauze").doesNotContainKey("item-5-time");
    }

    @Test
    void whatIsNotTranslatedYetIsMarked() {
        var path = draft();
        assertThat(an.get(path).body()).contains("id=\"title-en-untranslated\"").doesNotContain(
                "id=\"title-nl-untranslated\"", "id=\"summary-en-untranslated\"");
    }

    @Test
    void aFormHasALanguageForEachThatTheNetworkSpeaks() {
        try (var other = new Desk(clock, "en")) {
            var page = other.organiser("an").get(NEW);
            assertThat(page.form()).containsKey("title-en").doesNotContainKey("title-nl");
        }
    }

    @Test
    void aTextInALanguageThatTheNetworkSpokeOnceStays() {
        var path = draft();
        var id = path.substring(path.lastIndexOf('/') + 1);
        an.post(path, an.get(path).form("item-0-time", "14:00", "item-0-nl", "Lezing"));
        var session = desk.session(id);
        var values = SessionValues.of(session, 0, desk.get(NetworkTime.class))
                .with(Map.of("title.fr", "Une journée", "item.14:00.fr", "Conférence"));
        desk.write(desk.get(Sessions.class)
                .put(values.in(session, desk.get(NetworkTime.class)).next()));

        an.post(path, an.get(path).form("city", "Gent"));

        assertThat(desk.session(id).title().byLanguage()).containsEntry("fr", "Une journée");
        assertThat(desk.session(id).programme().getFirst().title().byLanguage()).containsEntry("fr", "Conférence");
    }
}
