package be.leerkring.network.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The addresses by which calendars elsewhere get a feed or a session. */
final class SubscriptionTest {

    private static Map<String, String> fields(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Test
    void aFeedIsSubscribedToWhereverItsReaderHasACalendar() {
        var feed = new Subscription("https://x.example", "/calendar.ics?language=en", "Netwerk & co: één");

        assertThat(feed.webcal()).isEqualTo("webcal://x.example/calendar.ics?language=en");
        assertThat(feed.address()).isEqualTo("https://x.example/calendar.ics?language=en");
        assertThat(fields(feed.google())).containsExactly(
                Map.entry("cid", "webcal://x.example/calendar.ics?language=en"));
        for (var address : List.of(feed.outlook(), feed.office())) {
            assertThat(fields(address))
                    .containsEntry("url", "https://x.example/calendar.ics?language=en")
                    .containsEntry("name", "Netwerk & co: één");
        }
        assertThat(new Subscription("http://localhost:8080", "/a", "").webcal()).isEqualTo("webcal://localhost:8080/a");
    }

    @Test
    void aSessionIsPutIntoTheFormOfACalendarElsewhere() {
        var session = new Session(
                "een",
                new LocalizedText(Map.of("nl", "Samen & sterker + meer")),
                LocalizedText.NONE,
                Instant.parse("2017-10-30T12:30:00Z"),
                Instant.parse("2017-10-30T16:00:00Z"),
                new Session.Venue("Zaal 1", "Gent"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(Instant.parse("2017-01-10T09:00:00Z")));
        var online = new OnlineCalendars(
                session, new Languages("nl").texts(new Language("nl")), "https://x.example");

        assertThat(fields(online.google()))
                .containsEntry("text", "Samen & sterker + meer")
                .containsEntry("dates", "20171030T123000Z/20171030T160000Z")
                .containsEntry("details", "https://x.example/sessions/een");
        for (var address : List.of(online.outlook(), online.office())) {
            assertThat(fields(address))
                    .containsEntry("subject", "Samen & sterker + meer")
                    .containsEntry("startdt", "2017-10-30T12:30:00Z")
                    .containsEntry("enddt", "2017-10-30T16:00:00Z")
                    .containsEntry("location", session.venue().text());
        }
    }
}
