package be.leerkring.network.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar, read by another library than the one that writes it. */
final class SessionCalendarTest {

    private static final Languages LANGUAGES = new Languages("nl,en");

    private final SessionCalendar calendar = new SessionCalendar(
            LANGUAGES, new NetworkTime("Europe/Brussels"), MovableClock.at(Instant.parse("2017-02-15T08:00:00Z")));

    private static Session session(String id, String start, String end) {
        return new Session(
                id,
                new LocalizedText(Map.of(
                        "nl", "Één; lange, titel: " + "coöperatie".repeat(12), "en", "A title")),
                LocalizedText.NONE,
                Instant.parse(start),
                Instant.parse(end),
                new Session.Venue("Zaal \u201cDe Ring\u201d, 2e verdieping", "Brussel"),
                Session.Audience.OPEN,
                List.of("thema"),
                List.of(new Session.ProgrammeItem(
                        Instant.parse(start), new LocalizedText(Map.of("nl", "Onthaal\nen koffie")))),
                false,
                AdmissionRules.NONE,
                new Edition(false, false, 3, Instant.parse(start), 3));
    }

    private String write(Session... sessions) {
        return calendar.write(
                Stream.of(sessions).map(session -> new SessionCalendar.Entry(session, "")).toList(),
                "", new Language("nl"), "https://leerkring.example");
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23T12:30:00Z, 2017-03-23T16:00:00Z, 2017-03-23T13:30, 2017-03-23T17:00", // winter time
            "2017-03-28T11:30:00Z, 2017-03-28T15:00:00Z, 2017-03-28T13:30, 2017-03-28T17:00", // summer time
            "2017-03-25T20:00:00Z, 2017-03-26T02:00:00Z, 2017-03-25T21:00, 2017-03-26T04:00", // across the change
            "2017-10-27T11:30:00Z, 2017-10-27T15:00:00Z, 2017-10-27T13:30, 2017-10-27T17:00", // summer time
            "2017-10-30T12:30:00Z, 2017-10-30T16:00:00Z, 2017-10-30T13:30, 2017-10-30T17:00" // winter time
    })
    void hoursAreTheNetworksOnBothSidesOfTheClockChange(String start, String end, String from, String until)
            throws Exception {
        var text = write(session("sessie", start, end));

        var event = event(read(text));
        assertThat(event.<ZonedDateTime>getDateTimeStart().getDate().toInstant()).isEqualTo(Instant.parse(start));
        assertThat(event.<ZonedDateTime>getDateTimeEnd().getDate().toInstant()).isEqualTo(Instant.parse(end));
        assertThat(text)
                .contains("DTSTART;TZID=Europe/Brussels:" + basic(from) + "\r\n")
                .contains("DTEND;TZID=Europe/Brussels:" + basic(until) + "\r\n");
    }

    private static String basic(String local) {
        return local.replaceAll("[:-]", "") + "00";
    }

    @Test
    void anEventSaysWhatWhereAndWhichRevision() throws Exception {
        var session = session("sessie-2", "2017-03-23T12:30:00Z", "2017-03-23T16:00:00Z");

        var event = event(read(write(session)));

        assertThat(value(event, Property.UID)).isEqualTo("sessie-2@leerkring");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(event, Property.SUMMARY)).isEqualTo(session.title().byLanguage().get("nl"));
        assertThat(value(event, Property.LOCATION)).isEqualTo(session.venue().text());
        assertThat(value(event, Property.URL)).isEqualTo("https://leerkring.example/sessions/sessie-2");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo(
                "13.30 Onthaal\nen koffie\n\nMeer over deze sessie: https://leerkring.example/sessions/sessie-2");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20170215T080000Z");
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void aTitleThatIsReadInAnotherLanguageSaysInWhich() throws Exception {
        var session = session("sessie", "2017-03-23T12:30:00Z", "2017-03-23T16:00:00Z");
        var dutch = new Session(
                session.id(), new LocalizedText(Map.of("nl", "Circulaire economie")), session.summary(),
                session.start(), session.end(), session.venue(), session.audience(), session.themes(),
                session.programme(), session.assumed(), session.admission(), session.edition());

        var english = new Language("en");

        assertThat(calendar.write(List.of(new SessionCalendar.Entry(dutch, "")), "", english, ""))
                .contains("SUMMARY;LANGUAGE=nl:Circulaire economie\r\n");
        assertThat(calendar.write(List.of(new SessionCalendar.Entry(session, "Full.")), "", english, ""))
                .contains("SUMMARY;LANGUAGE=en:A title\r\n", "DESCRIPTION:Full.\\n\\n");
    }

    @Test
    void aDescriptionHasWhatItIsAboutAndALanguageWhereItHasOne() {
        var session = session("sessie", "2017-03-23T12:30:00Z", "2017-03-23T16:00:00Z");
        var described = new Session(
                session.id(), session.title(),
                new LocalizedText(Map.of("nl", "Breng mee:\r\n* [agenda](https://x.be)")),
                session.start(), session.end(), session.venue(), session.audience(), session.themes(), List.of(),
                session.assumed(), session.admission(), session.edition());

        assertThat(calendar.write(List.of(new SessionCalendar.Entry(described, "")), "", new Language("nl"), ""))
                .contains("DESCRIPTION;LANGUAGE=nl:Breng mee:\\n- agenda (https://x.be)\\n\\nMeer over");
        assertThat(calendar.write(List.of(new SessionCalendar.Entry(described, "")), "", new Language("en"), ""))
                .contains("DESCRIPTION:Breng mee:\\n- agenda");
    }

    @Test
    void whoeverDoesNotComeIsNotToldThatNobodyDoes() {
        var session = session("sessie", "2017-03-23T12:30:00Z", "2017-03-23T16:00:00Z");

        assertThat(cancel(session)).contains("METHOD:CANCEL\r\n").doesNotContain("STATUS");
        assertThat(cancel(session.calledOff(session.start())))
                .contains("METHOD:CANCEL\r\n")
                .contains("STATUS:CANCELLED\r\n");
    }

    private String cancel(Session session) {
        var appointment = new SessionCalendar.Appointment("Het netwerk", "netwerk@example.org", "An", "an@example.org",
                4);
        return calendar.cancel(session, appointment, new Language("nl"), "https://leerkring.example");
    }

    @Test
    void theRulesOfTheZoneStandBesideTheEvents() throws Exception {
        var text = write(session("sessie", "2017-03-23T12:30:00Z", "2017-03-23T16:00:00Z"));

        assertThat(read(text).getComponents(Component.VTIMEZONE)).hasSize(1);
        assertThat(text)
                .contains("TZID:Europe/Brussels\r\n")
                .containsPattern("BEGIN:DAYLIGHT\r\n(?s:.*)TZOFFSETFROM:\\+0100\r\n(?s:.*)END:DAYLIGHT")
                .containsPattern("BEGIN:STANDARD\r\n(?s:.*)TZOFFSETFROM:\\+0200\r\n(?s:.*)END:STANDARD")
                .containsPattern("RRULE:.*BYMONTH=3")
                .containsPattern("RRULE:.*BYMONTH=10")
                .contains("BYDAY=-1SU");
    }

    @Test
    void noLineIsLongerThan75OctetsAndEachEndsAsItMust() {
        var text = write(session("sessie", "2017-03-23T12:30:00Z", "2017-03-23T16:00:00Z"));

        assertThat(text.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n", "\r");
        });
        assertThat(text).endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void aFeedNamesItselfAndAnEmptyOneCanBeRead() throws Exception {
        var text = calendar.write(List.of(), "Lerend Netwerk", new Language("nl"), "https://leerkring.example");

        assertThat(text).contains("X-WR-CALNAME:Lerend Netwerk\r\n");
        assertThat(read(text).getComponents(Component.VEVENT)).isEmpty();
    }

    @Test
    void everySessionIsAnEventOfItsOwn() throws Exception {
        var text = write(
                session("een", "2017-03-23T12:30:00Z", "2017-03-23T16:00:00Z"),
                session("twee", "2017-10-30T12:30:00Z", "2017-10-30T16:00:00Z"));

        assertThat(read(text).<VEvent>getComponents(Component.VEVENT))
                .extracting(event -> value(event, Property.UID))
                .containsExactly("een@leerkring", "twee@leerkring");
    }
}
