package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.programme.Desk;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to hold of a session that everybody sees, when it is published and ever after. */
final class PublishedCheckTest {

    private static final String PATH = "/organiser/sessions/lente";

    /** A Monday, at ten in Brussels. */
    private final MovableClock clock = MovableClock.at(Instant.parse("2017-05-08T08:00:00Z"));

    private final Desk desk = new Desk(clock);
    private final Reader an = desk.organiser("an");

    @AfterEach
    void close() {
        desk.close();
    }

    /** Wednesday 14 June 2017, from nine to half past twelve in Brussels. */
    private Session session(boolean draft, AdmissionRules rules) {
        var start = Instant.parse("2017-06-14T07:00:00Z");
        var edition = draft ? Edition.drafted(clock.instant()) : Edition.announced(clock.instant());
        return new Session(
                "lente",
                new LocalizedText(Map.of("nl", "Lente")),
                LocalizedText.NONE,
                start,
                Instant.parse("2017-06-14T10:30:00Z"),
                new Session.Venue("Lamot", "Mechelen"),
                Session.Audience.OPEN,
                List.of(),
                List.of(new Session.ProgrammeItem(start, new LocalizedText(Map.of("nl", "Onthaal")))),
                false,
                rules,
                edition);
    }

    private String error(String path, String... typed) {
        var answer = an.post(path, an.get(PATH).form(typed));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "opens       | 2017-06-14T09:00 | kies een moment voor het begin",
            "opens       | 2017-07-03T09:00 | kies een moment voor het begin",
            "closes      | 2017-06-14T09:01 | kies een moment voor het begin, of laat dit leeg",
            "closes      | 2017-05-08T09:59 | Dat moment is voorbij",
            "othersFrom  | 2017-06-20T09:00 | Dan kan niemand zich nog inschrijven",
            "item-0-time | 08:30            | tussen het begin en het einde van de sessie",
            "item-0-time | 12:31            | tussen het begin en het einde van de sessie",
            "capacity    | ''               | Vul in hoeveel plaatsen er zijn",
            "capacity    | 0                | Vul in hoeveel plaatsen er zijn"
    })
    void whatContradictsTheSessionIsRefusedWhenItIsPublishedAndWheneverItIsSavedAfterwards(
            String field, String typed, String message) {
        desk.put(session(true, AdmissionRules.NONE), 12);
        assertThat(error(PATH + "/publish", field, typed)).contains(message);
        assertThat(desk.session("lente").edition().draft()).isTrue();

        assertThat(an.post(PATH, an.get(PATH).form(field, typed)).status()).as("a draft").isEqualTo(303);
        assertThat(an.get(PATH).text()).as("what it lacks").contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "opens       | 2017-06-14T10:00 | kies een moment voor het begin",
            "closes      | 2017-06-15T09:00 | kies een moment voor het begin, of laat dit leeg",
            "closes      | 2017-05-01T12:00 | Dat moment is voorbij",
            "othersFrom  | 2017-06-14T09:00 | Dan kan niemand zich nog inschrijven",
            "item-0-time | 18:00            | tussen het begin en het einde van de sessie",
            "capacity    | ''               | Vul in hoeveel plaatsen er zijn",
            "capacity    | 00               | Vul in hoeveel plaatsen er zijn"
    })
    void aPublishedSessionKeepsWhatItWasPublishedWith(String field, String typed, String message) {
        desk.put(session(false, AdmissionRules.NONE), 12);
        var before = desk.session("lente");

        assertThat(error(PATH, field, typed)).contains(message);

        assertThat(desk.session("lente")).isEqualTo(before);
        assertThat(desk.seats("lente").capacity()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00", "12:30"})
    void whatFitsIsSaved(String item) {
        desk.put(session(false, AdmissionRules.NONE), 12);
        var saved = an.post(
                PATH,
                an.get(PATH).form(
                        "opens", "2017-05-10T09:00",
                        "closes", "2017-06-14T09:00",
                        "othersFrom", "2017-06-14T08:59",
                        "item-0-time", item,
                        "capacity", "1"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(desk.seats("lente").capacity()).isEqualTo(1);
    }

    @Test
    void thatItClosedInTheMeantimeOrIsOverKeepsNobodyFromSavingSomethingElse() {
        var closes = Optional.of(clock.instant().plus(Duration.ofDays(3)));
        var rules = new AdmissionRules(Optional.empty(), closes, Optional.empty(), 0, 0, false);
        desk.put(session(false, rules), 12);

        clock.forward(Duration.ofDays(4));
        var bo = desk.organiser("bo");
        assertThat(bo.post(PATH, bo.get(PATH).form("title-nl", "Lente 2017")).status()).isEqualTo(303);
        clock.forward(Duration.ofDays(40));
        var cis = desk.organiser("cis");
        assertThat(cis.post(PATH, cis.get(PATH).form("summary-nl", "Zo was het.", "capacity", "")).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"19:00, 00:30", "09:00, 00:00", "22:00, 21:59"})
    void thatASessionIsWithinOneDayIsSaidWithWhatToDo(String start, String end) {
        desk.put(session(true, AdmissionRules.NONE), 12);
        assertThat(error(PATH, "start", start, "end", end))
                .contains("op dezelfde dag", "23:59", "een sessie voor elke dag");
    }
}
