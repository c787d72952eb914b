package be.leerkring.programme.site;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.programme.Desk;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session's page says of itself to those who are sent its link, and to search engines. */
final class SharingTest {

    private static final Instant NOW = Instant.parse("2017-02-15T08:00:00Z");
    private static final Instant START = Instant.parse("2017-03-23T08:00:00Z");
    private static final Pattern DATA = Pattern
            .compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>");
    private static final Pattern SCRIPT = Pattern.compile("(?i)<script");

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Session session(String title, String summary, AdmissionRules rules) {
        return new Session(
                "sessie",
                new LocalizedText(Map.of("nl", title)),
                summary.isEmpty() ? LocalizedText.NONE : new LocalizedText(Map.of("nl", summary)),
                START,
                START.plus(Duration.ofHours(8)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                rules,
                Edition.announced(NOW));
    }

    private static Session session(String title, String summary) {
        return session(title, summary, AdmissionRules.NONE);
    }

    private Map<String, Object> data(String page) throws IOException {
        var found = DATA.matcher(page);
        assertThat(found.find()).isTrue();
        return desk.get(JsonMapper.class).readValue(found.group(1), Argument.mapOf(String.class, Object.class));
    }

    private String page() {
        return desk.stranger().get("/sessions/sessie").body();
    }

    private static String meta(String page, String name) {
        var found = Pattern.compile("<meta (?:name|property)=\"" + name + "\" content=\"([^\"]*)\">").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        var content = found.group(1);
        assertThat(found.find()).as("a second " + name).isFalse();
        return content;
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Samen leren", "</script><script>alert(1)</script>", "“Wat” & \"hoe\" <b>'t</b>", "🎉 Feest 👩‍🔬",
            "<!--<script>", "\\u003c/script>", "a\u2028b",
            "Een titel van tweehonderd tekens is lang, en daarom staat hij hier: hij wordt in de kop van een bladzijde"
                    + " niet afgebroken, want wie hem schreef, wilde dat hij er stond, tot het laatste woord van de zin"
    })
    void whateverATitleHoldsThePageSaysItAndNothingBreaksOut(String title) throws IOException {
        desk.put(session(title, title), 40);
        var page = page();

        assertThat(data(page)).containsEntry("@type", "Event").containsEntry("name", title)
                .containsEntry("description", title);
        assertThat(SCRIPT.matcher(page).results()).hasSize(1);
        assertThat(meta(page, "og:title")).doesNotContain("<");
        assertThat(meta(page, "og:description")).startsWith("donderdag 23 maart 2017, Muntpunt, Brussel. ")
                .isEqualTo(meta(page, "description"));
    }

    @Test
    void aSessionIsAnEventOfSchemaOrg() throws IOException {
        desk.put(session("Samen leren", "Een dag lang."), 40);

        assertThat(data(page())).containsAllEntriesOf(Map.of(
                "@context", "https://schema.org",
                "startDate", "2017-03-23T09:00:00+01:00",
                "endDate", "2017-03-23T17:00:00+01:00",
                "eventStatus", "https://schema.org/EventScheduled",
                "eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode",
                "isAccessibleForFree", true,
                "organizer", Map.of(
                        "@type", "Organization", "name", "Agentschap", "url", "https://agentschap.example")))
                .extractingByKey("location").asString().contains("Place", "Muntpunt", "PostalAddress", "Brussel");
    }

    @ParameterizedTest
    @CsvSource({"1, InStock", "0, SoldOut"})
    void whetherThereAreSeatsIsSaid(int seats, String availability) throws IOException {
        desk.put(session("Samen leren", ""), seats);

        assertThat(data(page()).get("offers")).asString()
                .contains("availability=https://schema.org/" + availability, "price=0");
    }

    @Test
    void whatOpensLaterIsSaidWithItsMoment() throws IOException {
        var opens = Optional.of(Instant.parse("2017-03-01T08:00:00Z"));
        desk.put(session("Samen leren", "", new AdmissionRules(opens, Optional.empty(), opens, 0, 0, false)), 40);

        assertThat(data(page()).get("offers")).asString()
                .contains("PreOrder", "validFrom=2017-03-01T09:00:00+01:00");
    }

    @Test
    void whatIsCalledOffIsOfferedNoMore() throws IOException {
        var session = desk.put(session("Samen leren", ""), 40);
        desk.write(desk.get(Sessions.class).put(session.calledOff(NOW)));

        assertThat(data(page())).containsEntry("eventStatus", "https://schema.org/EventCancelled")
                .containsEntry("startDate", "2017-03-23T09:00:00+01:00")
                .doesNotContainKey("offers");
    }

    @Test
    void whatIsMovedSaysWhenItWasToBe() throws IOException {
        var session = desk.put(session("Samen leren", ""), 40);
        var later = Duration.ofDays(7);
        desk.write(desk.get(Sessions.class).put(session.moved(
                START.plus(later), session.end().plus(later), session.venue(), NOW)));

        assertThat(data(page())).containsEntry("eventStatus", "https://schema.org/EventRescheduled")
                .containsEntry("previousStartDate", "2017-03-23T09:00:00+01:00")
                .containsEntry("startDate", "2017-03-30T10:00:00+02:00");
    }

    @Test
    void anotherPlaceIsNoOtherTime() throws IOException {
        var session = desk.put(session("Samen leren", ""), 40);
        desk.write(desk.get(Sessions.class).put(session.moved(
                START, session.end(), new Session.Venue("Elders", "Gent"), NOW)));

        assertThat(data(page())).containsEntry("eventStatus", "https://schema.org/EventScheduled")
                .doesNotContainKey("previousStartDate");
    }

    @Test
    void aPageIsKnownByOneAddressAndInEachLanguageByAnother() {
        desk.put(session("Samen leren", ""), 40);
        var site = desk.stranger().get("/robots.txt").body().replaceFirst("(?s).*Sitemap: (.*)/sitemap.xml\\s*", "$1");

        assertThat(site).startsWith("http");
        for (var path : List.of("/", "/sessions/sessie", "/knowledge")) {
            var page = desk.stranger().get(path + "?utm_source=linkedin&q=a%26b").body();
            assertThat(page).contains("<link rel=\"canonical\" href=\"" + site + path + "\">",
                    "<link rel=\"alternate\" hreflang=\"nl\" href=\"" + site + path + "?language=nl\">",
                    "<link rel=\"alternate\" hreflang=\"en\" href=\"" + site + path + "?language=en\">",
                    "<link rel=\"alternate\" hreflang=\"x-default\" href=\"" + site + path + "\">",
                    "<a href=\"?language=en&amp;q=a%26b&amp;utm_source=linkedin\"")
                    .doesNotContain("noindex");
            assertThat(meta(page, "og:url")).isEqualTo(site + path);
            assertThat(meta(page, "og:image")).matches(Pattern.quote(site) + "/assets/share\\.[0-9a-f]{8}\\.png");
            assertThat(meta(page, "og:locale")).isEqualTo("nl_BE");
            var english = desk.stranger().get(path + "?language=en&q=").body();
            assertThat(english).contains("<link rel=\"canonical\" href=\"" + site + path + "?language=en\">");
            assertThat(meta(english, "og:locale")).isEqualTo("en_GB");
        }
    }

    @Test
    void whatIsNotThereIsNotToBeFound() {
        assertThat(desk.stranger().get("/nowhere").body()).contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("canonical", "og:");
        assertThat(desk.stranger().get("/organiser/").status()).isEqualTo(303);
    }

    @Test
    void theSitemapHasEverySessionWithTheDayOfItsLastChangeAndNoDraft() {
        desk.put(session("Samen leren", ""), 40);

        assertThat(desk.stranger().get("/sitemap.xml").body())
                .contains("/sessions/sessie</loc><lastmod>2017-02-15T08:00:00Z</lastmod></url>", "/knowledge</loc>");
    }
}
