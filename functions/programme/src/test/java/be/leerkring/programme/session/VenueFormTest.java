package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.Coordinates;
import be.leerkring.network.session.Session;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a session takes place: what organisers fill in, and what everybody reads of it. */
final class VenueFormTest extends EmptyForm {

    private static final String LINK = "https://meet.example.org/j/871?pwd=geheim&a=b";

    /** A draft that could be published, with these fields filled in. */
    private String filled(String... namesAndValues) {
        var path = draft("venue", "Zaal <b>", "city", "Brussel", "capacity", "10");
        assertThat(an.post(path, an.get(path).form(namesAndValues)).status()).isEqualTo(303);
        return path;
    }

    private String publish(String path) {
        assertThat(an.post(path + "/publish", an.get(path).form()).status()).isEqualTo(303);
        return path;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Answer open(String path) {
        return desk.stranger().get("/sessions/" + id(path));
    }

    @Test
    void whatIsFilledInStaysAndIsOnTheSessionsPage() {
        var path = publish(filled(
                "room", "Zaal “’t Zoute; 2e”",
                "street", "Munt 6",
                "postcode", "1000",
                "position", "50,8503; 4,354",
                "directions-nl", "Trein: Brussel-Centraal\r\nTram: <b>De Brouckère</b>",
                "access-en", "There is a lift."));

        var venue = desk.session(id(path)).venue();
        assertThat(venue.full()).isEqualTo("Zaal <b>, Zaal “’t Zoute; 2e”, Munt 6, 1000 Brussel");
        assertThat(venue.whereabouts().coordinates().map(Coordinates::text)).contains("50.8503, 4.354");
        assertThat(venue.whereabouts().directions().byLanguage())
                .isEqualTo(Map.of("nl", "Trein: Brussel-Centraal\nTram: <b>De Brouckère</b>"));

        var page = open(path);
        assertThat(page.text())
                .contains("Waar Zaal <b> Zaal “’t Zoute; 2e” Munt 6 1000 Brussel Bekijk de plaats op een kaart")
                .contains("Hoe u er raakt Trein: Brussel-Centraal Tram: <b>De Brouckère</b>")
                .contains("Toegankelijkheid There is a lift.")
                .doesNotContain("online deelnemen");
        assertThat(page.body())
                .contains("https://www.openstreetmap.org/?mlat=50.8503&amp;mlon=4.354#map=18/50.8503/4.354")
                .contains("<div class=\"written\" lang=\"en\"><p>There is a lift.</p></div>")
                .doesNotContain("<b>De Brouckère");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "postcode | 1000 Brussel 1 | Vul hoogstens 12 tekens in",
            "position | Munt 6 | Vul een breedtegraad en een lengtegraad in",
            "position | 95, 4 | Vul een breedtegraad en een lengtegraad in",
            "online | meet.example.org | Vul de volledige link in",
            "online | http://meet.example.org | Vul de volledige link in",
            "online | javascript:alert(1) | Vul de volledige link in",
            "online | https://an@meet.example.org/ | Vul de volledige link in",
            "street | A\u202eB | Deze tekst bevat een teken",
            "room | A\u0007B | Deze tekst bevat een teken",
            "directions-en | A\u202eB | Deze tekst bevat een teken"
    })
    void whatIsWrongIsSaidAndNothingIsLost(String field, String typed, String message) {
        var path = filled();
        var answer = an.post(path, an.get(path).form(field, typed, "access-nl", "Er is een lift."));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(message);
        assertThat(answer.body()).contains("href=\"#" + field + "\"", "id=\"" + field + "\"");
        assertThat(answer.form()).containsEntry(field, typed).containsEntry("access-nl", "Er is een lift.");
    }

    @ParameterizedTest
    @CsvSource({"venue, 100", "room, 100", "street, 100", "city, 100", "postcode, 12", "directions-nl, 1200",
            "access-en, 1200"
    })
    void aTextIsAsLongAsItsFieldSaysAndNoLonger(String field, int longest) {
        var path = filled(field, "é".repeat(longest));

        assertThat(an.get(path).form()).containsEntry(field, "é".repeat(longest));
        assertThat(an.post(path, an.get(path).form(field, "é".repeat(longest + 1))).status()).isEqualTo(422);
    }

    @Test
    void nobodyReadsTheLinkToJoinOnlineWithoutASeat() {
        var path = publish(filled("online", LINK));

        assertThat(open(path).text()).contains("U kunt ook online deelnemen.");
        for (var page : new String[] {"/", "/calendar.ics", "/sessions/" + id(path),
                "/sessions/" + id(path) + "/calendar.ics"
        }) {
            assertThat(desk.stranger().get(page).body().replace("\r\n ", ""))
                    .as(page)
                    .contains("Zaal ")
                    .doesNotContain("meet.example.org", "geheim");
        }
        assertThat(an.get(path + "/preview").body()).doesNotContain("meet.example.org");
    }

    @Test
    void aSessionThatIsOnlineOnlyIsInNoCity() {
        var path = filled("venue", "Online", "city", "");
        assertThat(an.post(path + "/publish", an.get(path).form()).status()).as("nor anywhere").isEqualTo(422);

        an.post(path, an.get(path).form("online", LINK));
        publish(path);

        assertThat(open(path).text()).contains("Waar Online Deze sessie is online.").doesNotContain("kaart");
        assertThat(desk.stranger().get("/").text()).contains(" uur, Online ");
    }

    @Test
    void onceTheyAreKnownWhereOneGoesChangesByMovingAndWhatIsNotCanBeFilledIn() {
        var path = publish(filled("street", "Munt 6"));
        var page = an.get(path);
        assertThat(page.form())
                .doesNotContainKeys("venue", "city", "street", "date")
                .containsKeys("room", "postcode", "position", "online", "directions-nl");
        assertThat(page.text()).contains("Zaal <b>, Munt 6, Brussel");

        an.post(path, page.form("postcode", "1000", "directions-nl", "Met de tram.", "street", "Elders 1"));

        assertThat(desk.session(id(path)).venue().full()).isEqualTo("Zaal <b>, Munt 6, 1000 Brussel");
        assertThat(desk.session(id(path)).sequence()).isZero();
        clock.forward(Duration.ofMinutes(1));
        an.post(path, an.get(path).form("directions-nl", "Met de metro."));
        assertThat(desk.session(id(path)).venue().whereabouts().directions().byLanguage())
                .containsEntry("nl", "Met de metro.");
        assertThat(desk.log(id(path)).getFirst().changes().getFirst().field()).isEqualTo("directions.nl");
    }

    @Test
    void twoOrganisersWhoFillInDifferentThingsLoseNothing() {
        var path = filled();
        var bo = desk.organiser("bo");
        var seenByBo = bo.get(path);
        an.post(path, an.get(path).form("street", "Munt 6", "directions-nl", "Met de tram."));

        var conflict = bo.post(path, seenByBo.form("room", "Zolder", "directions-en", "By tram."));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Straat en nummer", "Hoe u er raakt (Nederlands)");
        assertThat(bo.post(path, conflict.form()).status()).isEqualTo(303);
        assertThat(desk.session(id(path)).venue().full()).isEqualTo("Zaal <b>, Zolder, Munt 6, Brussel");
        assertThat(desk.session(id(path)).venue().whereabouts().directions().byLanguage())
                .isEqualTo(Map.of("nl", "Met de tram.", "en", "By tram."));
    }

    @Test
    void theSameInOtherWordsIsNoChange() {
        var path = filled("position", "50.8503, 4.354", "online", LINK);
        var before = desk.session(id(path));

        an.post(path, an.get(path).form(
                "position", "50,85030 4,3540", "online", LINK.replace("meet.example", "MEET.Example")));

        assertThat(desk.session(id(path))).isEqualTo(before);
    }

    @Test
    void aCopyIsAtTheSamePlaceButNotAtTheSameMeetingOnline() {
        var path = filled("street", "Munt 6", "access-nl", "Er is een lift.", "online", LINK);

        var copy = an.post(path + "/copy", Map.of("date", "2017-04-20")).location().replaceAll("\\?.*", "");

        Session made = desk.session(id(copy));
        assertThat(made.venue().full()).isEqualTo("Zaal <b>, Munt 6, Brussel");
        assertThat(made.venue().whereabouts().access().byLanguage()).containsEntry("nl", "Er is een lift.");
        assertThat(made.venue().whereabouts().online()).isEmpty();
    }
}
