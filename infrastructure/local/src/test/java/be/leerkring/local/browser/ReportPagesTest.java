package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.Figures.Marks;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Quotes;
import be.leerkring.network.voice.Replies;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The report of a year of twelve sessions beside another, on screen and on paper, in a browser without scripts. */
class ReportPagesTest extends BrowserTest {

    private static final Pattern SHEET = Pattern.compile("/Type ?/Page\\b");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int MONTHS = 12;
    private static final int SHEETS = 2;

    private static final List<String> TITLES = List.of(
            "Kennismaking en speeddating", "Industrie en circulaire economie", "Europese netwerken",
            "Wat het agentschap voor clusters doet", "Internationaal ondernemen met FIT", "Digitale transformatie",
            "Samen innoveren: van idee tot project", "Intellectuele eigendom in consortia", "Leden werven en houden",
            "Impact meten en vertellen", "Financiering na de steunperiode", "Terugblik en vooruitblik");

    private static final String STORY = """
            Op de kennismaking zaten we toevallig aan één tafel, en we zochten allebei een plek om materialen te testen.
            In de zomer spraken we af in het labo van de ene en daarna in dat van de andere. Onze leden testen er nu
            zonder te betalen.
            Negen bedrijven deden dat al; twee ervan dienden samen een project in.""";

    @InLanguages
    void aYearIsReadOnScreenAndPrintedOnTwoSheets(String language) throws IOException {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            var year = 2015;
            closeYear(laptop, year, 0);
            closeYear(laptop, year + 1, 7);
            say(laptop, year + 1);
            signIn(laptop, visitor);
            visitor.open("/organiser");
            visitor.follow(".desk a[href='/organiser/report']");
            assertThat(visitor.page().url()).endsWith("/organiser/report/2017");
            visitor.follow("a[rel=prev]");
            assertThat(visitor.page().locator(".trend tbody tr").count()).isEqualTo(MONTHS);
            assertThat(visitor.page().locator(".story").count()).isEqualTo(2);
            assertThat(visitor.page().locator(".quotes figure").count()).isEqualTo(3);
            print(visitor.page(), language + "-desk");
            visitor.follow("a[rel=prev]");
            assertThat(visitor.page().url()).endsWith("/2015");
            visitor.open("/organiser/report/2012");
            assertThat(visitor.page().locator("table").count()).isZero();

            visitor.open("/report/2016");
            assertThat(visitor.page().locator(".trend tbody tr").count()).isEqualTo(MONTHS);
            assertThat(visitor.page().content()).doesNotContain("Catalisti");
            print(visitor.page(), language + "-public");
            visitor.open("/report/2012");
            assertThat(visitor.status()).isEqualTo(404);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    /** On paper it is the report and nothing of the site, with nothing cut off. */
    private static void print(Page page, String name) throws IOException {
        var paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setFormat("A4"));
        if (System.getProperty("screenshots") != null) {
            Files.write(Path.of(System.getProperty("screenshots"), "report-" + name + ".pdf"), paper);
        }
        assertThat(SHEET.matcher(new String(paper, StandardCharsets.ISO_8859_1)).results().count())
                .isLessThanOrEqualTo(SHEETS);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("body > header, body > footer, .desk, .choices").all())
                .isNotEmpty()
                .noneMatch(part -> part.isVisible());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    }

    private static void closeYear(Laptop laptop, int year, int more) {
        var organisations = laptop.context().getBean(Organisations.class).read().all();
        for (int month = 0; month < MONTHS; month++) {
            close(laptop, session(year, month), organisations.subList(0, 10 + (month + more) % 8), month, more);
        }
    }

    private static void close(
            Laptop laptop, Session session, List<Organisation> reached, int month, int more) {
        var figures = laptop.context().getBean(Figures.class);
        write(laptop, List.of(laptop.context().getBean(Sessions.class).put(session)));
        write(laptop, List.of(figures.close(session, new SessionFigures(
                session.id(),
                session.title(),
                session.start(),
                session.end(),
                40,
                month != 2,
                Map.of(
                        Kind.SPEARHEAD_CLUSTER, new Heads(8 + month % 3, 1, 2, 0),
                        Kind.INNOVATIVE_BUSINESS_NETWORK, new Heads(14 + (month + more) % 6, 2, 1, month % 4),
                        Kind.OTHER, new Heads(month % 2, 0, 0, 1)),
                reached.stream().map(Organisation::id).toList(),
                month % 2,
                month == 0 ? 22 : 3,
                month % 2,
                new PairsMet(month < 4 ? 20 - month : 0, Math.min(20 * month + 20, 130 + more), 153)))));
        for (int answer = 0; answer < (month == 5 ? 3 : 9 + month % 4); answer++) {
            write(laptop, List.of(figures.count(session, Optional.empty(), Optional.of(new Marks(
                    OptionalInt.of(3 + (answer + month) % 3), OptionalInt.of(6 + (answer + more) % 5))))));
        }
    }

    /** What is told beside the figures: two cooperations, a quote about each session, and replies to some. */
    private static void say(Laptop laptop, int year) {
        for (int number = 0; number < 2; number++) {
            var steps = new TreeMap<Stage, LocalDate>(Map.of(Stage.TALKED, LocalDate.of(year, 3, 1)));
            steps.put(number == 0 ? Stage.RESULT : Stage.PLAN, LocalDate.of(year, 9, 1));
            write(laptop, List.of(laptop.context().getBean(Cooperations.class).put(new Cooperation(
                    "samen-" + number,
                    new LocalizedText(Map.of("nl", number == 0 ? "Testen in elkaars labo" : "Samen naar Hannover")),
                    List.of("vil", "sim"),
                    Set.of("vil", "sim"),
                    steps,
                    Optional.empty(),
                    List.of(),
                    new LocalizedText(
                            Map.of("nl", number == 0 ? STORY : "Twee netwerken delen volgend jaar één stand.")),
                    "",
                    true,
                    0))));
        }
        for (int month = 0; month < MONTHS; month++) {
            var session = session(year, month);
            write(laptop, List.of(laptop.context().getBean(Quotes.class).publish(session, new Quote(
                    session.id(),
                    "q" + month,
                    "Bedankt voor sessies waar we echt iets aan hebben, ook in " + TITLES.get(month) + ".",
                    new Language("nl"),
                    "Bedrijfsnetwerk " + month))));
            if (month % 4 == 0) {
                write(laptop, List.of(laptop.context().getBean(Replies.class).put(session.id(), Reply.NONE.with(
                        new LocalizedText(Map.of("nl", "We beginnen een kwartier later.\nMeer tijd aan tafel."))))));
            }
        }
    }

    private static Session session(int year, int month) {
        var start = LocalDate.of(year, month + 1, 19).atTime(LocalTime.of(13, 30)).atZone(BRUSSELS).toInstant();
        return new Session(
                "sessie-" + year + "-" + month,
                new LocalizedText(Map.of("nl", TITLES.get(month))),
                LocalizedText.NONE,
                start,
                start.plusSeconds(12_600),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(start.minusSeconds(5_000_000)));
    }

    private static void signIn(Laptop laptop, Visitor visitor) {
        var issued = laptop.context().getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        write(laptop, List.of(issued.write()));
        visitor.page()
                .context()
                .addCookies(List.of(new Cookie("__Host-desk", issued.token().text())
                        .setUrl(laptop.address().replace("http:", "https:"))
                        .setSecure(true)));
    }

    private static void write(Laptop laptop, List<Write> writes) {
        assertThat(laptop.context().getBean(Table.class).write(writes)).isInstanceOf(WriteOutcome.Written.class);
    }
}
