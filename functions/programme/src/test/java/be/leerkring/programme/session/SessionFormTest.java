package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.Sessions;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.programme.Desk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the form of a session takes, what it refuses, and in which languages it asks. */
final class SessionFormTest extends EmptyForm {

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
