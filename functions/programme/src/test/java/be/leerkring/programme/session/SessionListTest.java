package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import be.leerkring.programme.Desk;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Meter;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of all sessions: its order, its pages, and what it costs to read. */
final class SessionListTest {

    private static final Pattern LISTED = Pattern
            .compile("<b><a id=\"of-[^\"]*\" href=\"/organiser/sessions/([^\"]*)\">");
    private static final Pattern NEXT = Pattern.compile("href=\"\\?(after=[^\"]*)\"");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T12:00:00Z"));
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

    private Session session(String id, Instant start, boolean draft) {
        return new Session(
                id,
                new LocalizedText(Map.of("nl", "Sessie " + id, "en", "Session " + id)),
                new LocalizedText(Map.of("nl", "Waarover het gaat. ".repeat(20))),
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of("industrie-4-0", "circulaire-economie"),
                List.of(new Session.ProgrammeItem(start, new LocalizedText(Map.of("nl", "Onthaal")))),
                false,
                AdmissionRules.NONE,
                draft ? Edition.drafted(start) : Edition.announced(start));
    }

    private static List<String> listed(Answer page) {
        return LISTED.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    @Test
    void draftsComeFirstThenWhatIsComingThenWhatHasBeen() {
        desk.put(session("laat", Instant.parse("2017-05-01T12:00:00Z"), false), 40);
        var early = session("vroeg", Instant.parse("2017-03-01T12:00:00Z"), false);
        desk.put(early, 40);
        desk.put(session("vanmorgen", Instant.parse("2017-02-15T07:00:00Z"), false), 40);
        desk.put(session("gisteren", Instant.parse("2017-02-14T22:00:00Z"), false), 40);
        desk.put(session("vorig-jaar", Instant.parse("2016-03-01T12:00:00Z"), false), 40);
        desk.put(session("plan", Instant.parse("2017-06-01T12:00:00Z"), true), 0);
        desk.put(session("ouder-plan", Instant.parse("2017-01-01T12:00:00Z"), true), 0);
        var counts = desk.get(SeatCounts.class);
        desk.write(counts.put(early, desk.seats("vroeg").resize(1)));
        var full = desk.seats("vroeg").take(new Place("a", "vil", true, true));
        desk.write(counts.put(early, full));

        var page = an.get("/organiser/sessions");

        assertThat(listed(page))
                .containsExactly("ouder-plan", "plan", "vanmorgen", "vroeg", "laat", "gisteren", "vorig-jaar");
        assertThat(page.text()).contains("1 van de 1 plaatsen ingenomen", "0 van de 40 plaatsen ingenomen", "Voorbij");
        assertThat(page.body())
                .contains("/organiser/sessions/vroeg/people", "/organiser/sessions/plan/preview")
                .doesNotContain("/organiser/sessions/plan/people", "?after=");
    }

    @Test
    void everySessionStandsOnOnePageAndNoPageReadsMoreThanItsShare() {
        var now = clock.instant();
        var expected = new ArrayList<String>();
        for (int number = 0; number < 200; number++) {
            // Two at each moment, so that a page can end between them.
            var days = Duration.ofDays(number / 2);
            var draft = number % 20 == 0;
            var start = number < 100 ? now.plus(days) : now.minus(days);
            expected.add(desk.put(session("sessie-" + number, start, draft), 40).id());
        }
        for (int number = 0; number < 300; number++) {
            desk.write(Write.put(Item.at(new Key("SESSION#quotes", "#QUOTE#" + number))
                    .with("kind", "quote")
                    .with("quote", "Bedankt voor deze sessie, we hebben er iets aan gehad. ".repeat(4))
                    .with("programme", Sessions.PROGRAMME)
                    .with("at", now.minus(Duration.ofDays(number / 3)))));
        }

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var address = "/organiser/sessions" + next;
            var pages = new ArrayList<Answer>();
            var calls = Meter.during(() -> pages.add(an.get(address)));
            var page = pages.getFirst();
            assertThat(listed(page)).hasSizeLessThanOrEqualTo(50);
            assertThat(Meter.units(calls)).as("read units of " + address).isLessThan(120);
            System.out.println("GET /organiser/sessions, 50 of 200: " + Meter.units(calls) + " units in " + calls);
            seen.addAll(listed(page));
            var link = NEXT.matcher(page.body());
            next = link.find() ? "?" + link.group(1) : "";
        } while (!next.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anAddressThatNamesNoPlaceBeginsAtTheTop() {
        desk.put(session("vroeg", Instant.parse("2017-03-01T12:00:00Z"), false), 40);

        for (var after : List.of("x", "coming~gisteren~x", "coming~2017-01-01T00:00:00Z", "~~", "past~~")) {
            assertThat(listed(an.get("/organiser/sessions?after=" + after))).containsExactly("vroeg");
        }
    }

    @Test
    void aPlaceThatIsNoLongerThereIsStillAPlace() {
        desk.put(session("vroeg", Instant.parse("2017-03-01T12:00:00Z"), false), 40);
        desk.put(session("laat", Instant.parse("2017-05-01T12:00:00Z"), false), 40);

        assertThat(listed(an.get("/organiser/sessions?after=coming~2017-01-01T00:00:00Z~weg")))
                .containsExactly("vroeg", "laat");
        assertThat(listed(an.get("/organiser/sessions?after=coming~2017-04-01T00:00:00Z~weg")))
                .containsExactly("laat");
        assertThat(listed(an.get("/organiser/sessions?after=past~2017-01-01T00:00:00Z~weg"))).isEmpty();
    }
}
