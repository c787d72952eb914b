package be.leerkring.network.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.language.Words;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.time.NetworkTime;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a session takes place: on a line, on a map, in a calendar, in a letter, in the table. */
final class VenueTest {

    private static final Languages LANGUAGES = new Languages("nl,en");
    private static final NetworkTime TIME = new NetworkTime("Europe/Brussels");
    private static final String LINK = "https://meet.example.org/j/8712345?pwd=a;b,c";

    private static Session.Venue venue(String name, String room, String street, String postcode, String city) {
        return new Session.Venue(name, new Whereabouts(
                room, street, postcode, city, Optional.empty(), LocalizedText.NONE, LocalizedText.NONE, ""));
    }

    private static Session.Venue full(String online) {
        return new Session.Venue("Lamot; “Zolder”", new Whereabouts(
                "Zaal <b>, 2e verdieping",
                "Van Beethovenstraat 8-10",
                "2800",
                "Mechelen",
                Coordinates.parse("51.0245,4.4781"),
                new LocalizedText(Map.of("nl", "Trein: Mechelen-Nekkerspoel.\nParking: Lamot; betalend, 24 uur")),
                new LocalizedText(Map.of("nl", "Er is een lift.", "en", "There is a lift.")),
                online));
    }

    private static Session session(Session.Venue venue) {
        return new Session(
                "sessie",
                new LocalizedText(Map.of("nl", "Titel")),
                LocalizedText.NONE,
                Instant.parse("2017-03-23T12:30:00Z"),
                Instant.parse("2017-03-23T16:00:00Z"),
                venue,
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(Instant.parse("2017-02-01T08:00:00Z")));
    }

    @Test
    void aLineHasWhatIsKnownAndNoEmptyPlaces() {
        assertThat(new Session.Venue("Muntpunt", "Brussel").full()).isEqualTo("Muntpunt, Brussel");
        assertThat(new Session.Venue("", "").text()).isEmpty();
        assertThat(new Session.Venue("Online", "").text()).isEqualTo("Online");
        assertThat(venue("Muntpunt", "", "", "1000", "Brussel").full()).isEqualTo("Muntpunt, 1000 Brussel");
        assertThat(venue("Muntpunt", "Zolder", "Munt 6", "1000", "Brussel").full())
                .isEqualTo("Muntpunt, Zolder, Munt 6, 1000 Brussel");
        assertThat(venue("Muntpunt", "Zolder", "Munt 6", "1000", "Brussel").text()).isEqualTo("Muntpunt, Brussel");
        assertThat(venue("De Krook", "", "Platteberg 11", "", "Gent").whereabouts().lines())
                .containsExactly("Platteberg 11", "Gent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "50.8503, 4.3540 | 50.8503, 4.354",
            "50.8503,4.354 | 50.8503, 4.354",
            "50,8503; 4,354 | 50.8503, 4.354",
            "50,8503 4,354 | 50.8503, 4.354",
            "50,8503, 4,354 | 50.8503, 4.354",
            "+51.02450000, -0.0000004 | 51.0245, 0",
            "-90 180 | -90, 180",
            "10.5 20 | 10.5, 20"
    })
    void coordinatesAreReadAsMapsAndPeopleWriteThem(String typed, String kept) {
        assertThat(Coordinates.parse(typed).orElseThrow().text()).isEqualTo(kept);
        assertThat(Coordinates.parse(kept).orElseThrow()).isEqualTo(Coordinates.parse(typed).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"50.8503", "90.1, 4", "50, 180.5", "N 50.85, E 4.35", "4.354, 50.8503, 1", "Munt 6",
            "1e5, 2"
    })
    void whatIsNoPointOnTheEarthIsNone(String typed) {
        assertThat(Coordinates.parse(typed)).isEmpty();
    }

    @Test
    void aMapShowsThePointOrSearchesForTheAddress() {
        assertThat(MapLink.to(full(""))).contains(
                "https://www.openstreetmap.org/?mlat=51.0245&mlon=4.4781#map=18/51.0245/4.4781");
        assertThat(MapLink.to(venue("Muntpunt", "Zolder", "Munt 6", "1000", "Brussel")))
                .contains("https://www.openstreetmap.org/search?query=Munt%206%2C%201000%20Brussel");
        assertThat(MapLink.to(venue("Café “&#”", "", "", "", "Aalst")))
                .contains("https://www.openstreetmap.org/search?query=Caf%C3%A9%20%E2%80%9C%26%23%E2%80%9D%2C%20Aalst");
        assertThat(MapLink.to(new Session.Venue("Online", ""))).isEmpty();
    }

    @Test
    void theLinkToJoinOnlineIsInThePersonalAppointmentAlone() throws Exception {
        var calendar = new SessionCalendar(LANGUAGES, TIME, MovableClock.at(Instant.parse("2017-02-15T08:00:00Z")));
        var session = session(full(LINK));
        var reader = new SessionCalendar.Appointment("Netwerk", "n@example.org", "An", "an@example.org", 1);
        var nl = new Language("nl");

        var open = calendar.write(List.of(new SessionCalendar.Entry(session, "")), "Netwerk", nl,
                "https://site.example");
        var own = calendar.request(session, reader, nl, "https://site.example");
        var off = calendar.cancel(session, reader, nl, "https://site.example");

        for (var text : List.of(open, off)) {
            assertThat(text.replace("\r\n ", "")).doesNotContain("meet.example.org", "CONFERENCE");
        }
        assertThat(own.replace("\r\n ", ""))
                .contains("CONFERENCE;VALUE=URI;LABEL=Online deelnemen:" + LINK)
                .contains("GEO:51.0245;4.4781\r\n")
                .contains(
                        "LOCATION:Lamot\\; “Zolder”\\, Zaal <b>\\, 2e verdieping\\, Van Beethovenstraat 8-10\\, 2800 M"
                                + "echelen\r\n");
        var event = new CalendarBuilder()
                .build(new StringReader(own))
                .<VEvent>getComponent(Component.VEVENT)
                .orElseThrow();
        assertThat(event.getRequiredProperty(Property.LOCATION).getValue()).isEqualTo(session.venue().full());
        assertThat(event.getRequiredProperty(Property.DESCRIPTION).getValue()).isEqualTo("Online deelnemen: " + LINK
                + "\n\nTrein: Mechelen-Nekkerspoel.\nParking: Lamot; betalend, 24 uur"
                + "\n\nMeer over deze sessie: https://site.example/sessions/sessie");
    }

    @Test
    void aLetterSaysHowOneGetsThereInTheReadersLanguageWhereThereIsOne() {
        var letter = new SessionLetter(TIME);
        var texts = LANGUAGES.texts(new Language("en"));

        assertThat(letter.facts(session(full("")), texts))
                .contains(new Letter.Fact("Where", session(full("")).venue().full()));
        assertThat(letter.directions(full(LINK), texts)).containsExactly(
                new Letter.Paragraph("How to get there:"),
                new Letter.Written(new Words(
                        "Trein: Mechelen-Nekkerspoel.\nParking: Lamot; betalend, 24 uur", "nl")),
                new Letter.Paragraph("Accessibility:"),
                new Letter.Written(new Words("There is a lift.", "en")),
                new Letter.Sources(List.of(
                        new Letter.Source(new Words(texts.text("venue.map"), "en"), "",
                                MapLink.to(full("")).orElseThrow()),
                        new Letter.Source(new Words("Join online", "en"), texts.text("venue.online.private"), LINK))));
        assertThat(letter.directions(new Session.Venue("Online", ""), texts)).isEmpty();
    }

    @Test
    void theTableKeepsAllOfItAndTheProgrammesIndexNothingThatIsForAFew() {
        var item = VenueItem.write(Item.at(new Key("a", "b")), full(LINK));

        assertThat(VenueItem.read(item)).isEqualTo(full(LINK));
        assertThat(Set.of("pk", "sk", "venue", "directions", "access", "online"))
                .isEqualTo(item.attributes().keySet());
        assertThat(item.attributes().get("venue").toString()).doesNotContain("meet.example.org");
        var once = Item.at(new Key("a", "b")).with("venue", Map.of("name", "Muntpunt", "city", "Brussel"));
        assertThat(VenueItem.read(once)).isEqualTo(new Session.Venue("Muntpunt", "Brussel"));
    }
}
