package be.leerkring.programme.site;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.programme.Desk;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The programme in calendars that follow it, and a session in those that take it once. */
final class SubscribingTest {

    private final Desk desk = new Desk(Clock.fixed(Instant.parse("2017-02-15T08:00:00Z"), ZoneOffset.UTC));

    @AfterEach
    void close() {
        desk.close();
    }

    private void publish() {
        desk.put(
                new Session(
                        "herfst",
                        new LocalizedText(Map.of("nl", "Vraag & aanbod", "en", "Demand & supply")),
                        LocalizedText.NONE,
                        Instant.parse("2017-11-09T12:30:00Z"),
                        Instant.parse("2017-11-09T16:00:00Z"),
                        new Session.Venue("De Krook", "Gent"),
                        Session.Audience.OPEN,
                        List.of(),
                        List.of(),
                        false,
                        AdmissionRules.NONE,
                        Edition.announced(Instant.parse("2017-01-10T09:00:00Z"))),
                20);
    }

    @Test
    void theFirstPageLetsEveryCalendarSubscribe() {
        var page = desk.stranger().get("/").body();

        assertThat(page).contains(
                "href=\"webcal://leerkring.example/calendar.ics\"",
                "https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Fleerkring.example%2Fcalendar.ics",
                "https://outlook.live.com/calendar/0/addfromweb?url=http%3A%2F%2Fleerkring.example%2Fcalendar.ics",
                "https://outlook.office.com/calendar/0/addfromweb?url=",
                "<code>http://leerkring.example/calendar.ics</code>");
        assertThat(page).as("nothing is planned").contains("href=\"#subscribe\"");
        assertThat(desk.stranger().get("/?language=en").body())
                .contains("webcal://leerkring.example/calendar.ics?language=en");
    }

    @Test
    void theFeedIsReadAndASessionIsTakenAlong() {
        publish();

        var feed = desk.stranger().get("/calendar.ics");
        assertThat(feed.headers()).doesNotContainKey("content-disposition");
        assertThat(feed.body()).contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H");

        var session = desk.stranger().get("/sessions/herfst/calendar.ics");
        assertThat(session.header("content-disposition")).isEqualTo("attachment; filename=\"herfst.ics\"");
        assertThat(session.body()).doesNotContain("X-PUBLISHED-TTL");
    }

    @Test
    void aSessionsPageAddsItToCalendarsElsewhere() {
        publish();

        assertThat(desk.stranger().get("/sessions/herfst").body()).contains(
                "href=\"/sessions/herfst/calendar.ics\"",
                "render?action=TEMPLATE&amp;text=Vraag%20%26%20aanbod&amp;dates=20171109T123000Z%2F20171109T160000Z",
                "deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&amp;rru=addevent");
    }
}
