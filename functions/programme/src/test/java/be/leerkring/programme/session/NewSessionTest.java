package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session at the desk, from nothing to a page that everybody sees. */
final class NewSessionTest extends EmptyForm {

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
        assertThat(session.themes()).containsExactly("industrie-4-0", "Mobiliteit_&_AI", "circulaire-economie");
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
                        "closes |  | maandag 20 maart 2017 om 12.00\u00A0uur",
                        "approval |  | ja");
        assertThat(desk.log(id).getLast().what()).isEqualTo("session-made");

        assertThat(an.post(path, an.get(path).form()).status()).isEqualTo(303);
        assertThat(desk.log(id)).as("nothing changed").hasSize(2);
        assertThat(desk.session(id).edition().revision()).isEqualTo(1);
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
}
