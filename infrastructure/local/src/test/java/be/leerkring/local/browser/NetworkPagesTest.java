package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map of the network and the page of contacts, in a browser without scripts. */
class NetworkPagesTest extends BrowserTest {

    private static final String FIRST = "kennismaking-2017-01";
    private static final int BEAMER_WIDTH = 1920;
    private static final int BEAMER_HEIGHT = 1080;

    @InLanguages
    void everybodySeesTheNetworkGrowAndNobodysName(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            grow(laptop, 2);
            visitor.open("/");
            visitor.follow("main a[href='/network']");
            assertThat(visitor.page().locator(".steps a").count()).isEqualTo(3);
            visitor.follow(".steps a");
            assertThat(visitor.page().url()).endsWith("?to=" + FIRST);
            assertThat(visitor.text(".tallies")).contains("90", "153");
            assertThat(visitor.page().locator(".dot[data-isolated]").count()).isEqualTo(3);
            assertThat(visitor.page().content()).doesNotContain("Catalisti").doesNotContain("VIL");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    @InLanguages
    void anOrganiserLooksAtOneOrganisationAndTakesTheMapAlong(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            grow(laptop, 2);
            signIn(laptop, visitor);
            visitor.open("/organiser");
            visitor.follow(".desk a[href='/organiser/network']");
            assertThat(visitor.page().locator(".names text").count()).isEqualTo(20);
            visitor.follow("th a[href*='sort=contacts']");
            assertThat(visitor.page().locator("th[aria-sort=descending]").count()).isEqualTo(1);
            visitor.follow("tbody a:text-is('VIL')");
            assertThat(visitor.text("#pairs")).isEqualTo("VIL");
            assertThat(visitor.page().locator(".dot[data-chosen]").count()).isEqualTo(1);
            var link = visitor.page().locator("a[href*='.graphml']").getAttribute("href");
            assertThat(visitor.page().request().get(laptop.address() + link).text()).contains("<graphml");
            fitsABeamer(visitor, "/organiser/network");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void fitsABeamer(Visitor visitor, String path) {
        var page = visitor.page();
        page.setViewportSize(BEAMER_WIDTH, BEAMER_HEIGHT);
        visitor.open(path);
        assertThat(page.locator(".map-picture").boundingBox().height).isLessThan(BEAMER_HEIGHT);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(BEAMER_WIDTH);
    }

    @ParameterizedTest
    @CsvSource({"60, true", "500, false"})
    void aLargeNetworkIsStillAMap(int organisations, boolean circle) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, "nl")) {
            enlarge(laptop, organisations);
            grow(laptop, 4);
            signIn(laptop, visitor);
            visitor.open("/organiser/network");
            assertThat(visitor.page().locator(".dot").count()).isGreaterThan(organisations);
            assertThat(visitor.page().locator(".names text").count() > 0).isEqualTo(circle);
            visitor.open("/network");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    @InLanguages
    void whoMetSomebodySaysWithWhomToStayInTouch(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            var people = laptop.context().getBean(Participants.class).of(FIRST).toList();
            var page = contacts(laptop, people.getFirst());
            visitor.open(page);
            assertThat(visitor.page().locator("[type=checkbox]").count()).isEqualTo(4);
            var other = visitor.page().locator("[type=checkbox]").first().getAttribute("name");
            visitor.page().locator("[type=checkbox]").first().check();
            visitor.follow("main form > button");
            assertThat(visitor.page().locator("[type=checkbox]:checked").count()).isEqualTo(1);

            var theirs = contacts(laptop, people.stream()
                    .filter(one -> one.person().equals(other))
                    .findFirst()
                    .orElseThrow());
            visitor.open(theirs);
            visitor.page().locator("[name='" + people.getFirst().person() + "']").check();
            visitor.follow("main form > button");
            assertThat(visitor.text(".rows")).contains(people.getFirst().email().text());
            visitor.openNewestMail();
            visitor.open("/my/nergens/contacts");
            assertThat(visitor.status()).isEqualTo(404);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static String contacts(Laptop laptop, Participant participant) {
        var session = laptop.context().getBean(Sessions.class).find(FIRST).orElseThrow();
        var link = OwnLink.issue(laptop.context().getBean(Links.class), participant, session);
        write(laptop, List.of(link.write()));
        return OwnLink.path(link.token()) + "/contacts";
    }

    /** As many organisations more. */
    private static void enlarge(Laptop laptop, int organisations) {
        var owner = laptop.context().getBean(Organisations.class);
        var list = owner.read();
        var all = new ArrayList<>(list.all());
        IntStream.range(all.size() + 1, organisations + 2)
                .mapToObj(number -> new Organisation(
                        "netwerk-" + number,
                        "Bedrijfsnetwerk met nummer " + number,
                        Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK,
                        true))
                .forEach(all::add);
        write(laptop, List.of(owner.put(list.with(all))));
    }

    /** So many more sessions with speed-dating, a month apart. */
    private static void grow(Laptop laptop, int sessions) {
        var random = new Random(2017);
        var all = laptop.context().getBean(Organisations.class).read().all();
        var known = all.subList(0, all.size() - 1);
        for (int number = 1; number <= sessions; number++) {
            var session = session(number);
            var meetings = new ArrayList<Meeting>();
            var seen = new HashSet<Integer>();
            for (int meeting = 0; meeting < 2 * known.size(); meeting++) {
                var one = random.nextInt(known.size());
                var other = random.nextInt(known.size());
                if (one != other) {
                    meetings.add(new Meeting(person(session, known.get(one)), person(session, known.get(other))));
                    seen.add(one);
                }
            }
            assertThat(seen).isNotEmpty();
            write(laptop, laptop.context()
                    .getBean(MeetingMemory.class)
                    .remember(session, meetings, meetings.subList(0, 4 * number)));
        }
    }

    private static Session session(int number) {
        var start = Instant.parse("2017-03-23T12:30:00Z").plus(Duration.ofDays(30L * number));
        return new Session(
                "groei-" + number,
                new LocalizedText(
                        Map.of("nl", "Samen groeien, deel " + number, "en", "Growing together, part " + number)),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(start));
    }

    private static Participant person(Session session, Organisation organisation) {
        var email = new EmailAddress("iemand@" + organisation.id() + ".example.org");
        return new Participant(
                session.id(),
                email.derive(session.id()),
                "Iemand",
                email,
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                "",
                new Language("nl"),
                RegistrationState.ATTENDED)
                .known(email.derive(session.id()), email.derive("network"));
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
