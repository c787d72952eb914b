package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that lie beside the path of {@link BrowserStoryTest}. */
class EveryPageTest extends BrowserTest {

    private static final String FULL = "/sessions/volzet-2017-03";

    @InLanguages
    void aFullSessionLeadsToTheWaitingListAndASeatThatComesFreeOutOfIt(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            publish(laptop, session(FULL, AdmissionRules.NONE), 12);
            visitor.open(FULL);
            visitor.open(FULL + "/register");
            register(visitor);
            visitor.openNewestMail();
            visitor.pressMailsButton();
            var confirm = visitor.page().url();
            visitor.follow("main form button");
            assertThat(state(visitor)).isEqualTo("waiting");
            visitor.openNewestMail();
            visitor.pressMailsButton();
            assertThat(visitor.text(".lead")).contains(language.equals("nl") ? "eerste" : "first");

            resize(laptop, 13);
            visitor.openNewestMail();
            visitor.pressMailsButton();
            assertThat(state(visitor)).isEqualTo("offered");
            visitor.follow("main > form button");
            assertThat(state(visitor)).isEqualTo("confirmed");
            var my = visitor.page().url();
            changesTheDetails(visitor);
            asksForAnotherAddress(visitor, my);
            asksAColleague(visitor, my);
            cancels(visitor, my, confirm);
            erases(visitor, my);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void changesTheDetails(Visitor visitor) {
        visitor.follow("a[href$='/details']");
        visitor.fill("name", "");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);
        visitor.fill("name", "Bram Claes");
        visitor.follow("main form > button");
        assertThat(visitor.text(".facts")).contains("Bram Claes");
    }

    private static void asksForAnotherAddress(Visitor visitor, String my) {
        visitor.follow("a[href$='/address']");
        visitor.fill("email", "bram");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);
        visitor.fill("email", "bram.claes@initiatief.example.org");
        visitor.follow("main form > button");
        assertThat(visitor.page().url()).endsWith("/address/asked");
        visitor.openNewestMail();
        visitor.pressMailsButton();
        assertThat(visitor.page().url()).contains("/address/");
        visitor.open(my);
    }

    private static void asksAColleague(Visitor visitor, String my) {
        visitor.follow("a[href$='/colleague']");
        visitor.fill("name", "Noor Maes");
        visitor.fill("email", "noor");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);
        visitor.fill("email", "noor.maes@initiatief.example.org");
        visitor.follow("main form > button");
        assertThat(visitor.page().url()).endsWith("/colleague/asked");
        visitor.openNewestMail();
        visitor.pressMailsButton();
        assertThat(visitor.page().url()).contains("/confirm/");
        visitor.open(my);
    }

    private static void cancels(Visitor visitor, String my, String confirm) {
        visitor.page().locator("details:has(form) > summary").click();
        visitor.follow("details button");
        assertThat(state(visitor)).isEqualTo("cancelled");
        visitor.openNewestMail();
        visitor.open(confirm);
        assertThat(visitor.status()).isEqualTo(410);
        visitor.open(my + "/details");
        assertThat(visitor.status()).isEqualTo(410);
    }

    private static void erases(Visitor visitor, String my) {
        visitor.open(my + "/data");
        visitor.page().locator("details:has(form) > summary").click();
        visitor.follow("details button");
        assertThat(visitor.status()).isEqualTo(200);
        visitor.open(my);
        assertThat(visitor.status()).isEqualTo(404);
    }

    @InLanguages
    void everyOtherPageIsFitToBeSeen(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            visitor.open("/sessions/kennismaking-2017-01");
            visitor.open("/sessions/kennismaking-2017-01/register");
            assertThat(visitor.status()).isEqualTo(410);
            visitor.open("/knowledge");
            visitor.fill("q", "innovatie");
            visitor.follow("main form button");
            assertThat(visitor.page().locator(".entry").count()).isEqualTo(2);
            visitor.follow(".entry .tags a");
            assertThat(visitor.page().inputValue("#theme")).isEqualTo("dienstenaanbod");
            visitor.open("/knowledge?q=xylofoon");
            assertThat(visitor.page().locator(".entry").count()).isZero();
            visitor.open("/privacy");
            visitor.open("/accessibility");
            visitor.open("/nowhere");
            assertThat(visitor.status()).isEqualTo(404);
            visitor.open("/local/inbox");
            visitor.open("/local/ses");
            visitor.open("/local");
            visitor.page().locator("#to").fill("2017-02-16T10:00");
            visitor.follow("form:has(#to) button");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    @InLanguages
    void everyRuleThatTurnsSomebodyAwaySaysSoOnThePage(String language) {
        var march = Optional.of(Instant.parse("2017-03-01T08:00:00Z"));
        var february = Optional.of(Instant.parse("2017-02-10T08:00:00Z"));
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            publish(laptop, session("/sessions/regels", new AdmissionRules(february, march, march, 5, 2, true)), 3);
            publish(laptop, session("/sessions/later", new AdmissionRules(march, march, march, 0, 0, false)), 0);
            publish(laptop, session("/sessions/dicht", new AdmissionRules(february, february, march, 0, 0, false)), 0);
            var announced = session("/sessions/niet", AdmissionRules.NONE);
            publish(laptop, announced, 0);
            assertThat(laptop.context().getBean(Table.class).write(List.of(laptop.context()
                    .getBean(Sessions.class)
                    .put(announced.calledOff(Instant.parse("2017-02-01T08:00:00Z"))))))
                    .isInstanceOf(WriteOutcome.Written.class);
            visitor.open("/");
            visitor.open("/sessions/regels/register");
            assertThat(visitor.page().locator("main ul.notice li").count()).isEqualTo(5);
            for (var session : List.of("later", "dicht", "niet")) {
                visitor.open("/sessions/" + session);
                assertThat(visitor.page().locator("a[href$='/register']").count()).isZero();
                visitor.open("/sessions/" + session + "/register");
                assertThat(visitor.status()).isEqualTo(410);
            }
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static String state(Visitor visitor) {
        return visitor.page().locator(".badge").getAttribute("data-state");
    }

    private static void register(Visitor visitor) {
        visitor.fill("name", "Bram Janssens");
        visitor.fill("email", "bram.janssens@initiatief.example.org");
        visitor.page().locator("#organisation").selectOption("other-1");
        visitor.page().locator("#consent").check();
        visitor.follow("main form > button");
    }

    private static void publish(Laptop laptop, Session session, int taken) {
        var context = laptop.context();
        var written = context.getBean(Table.class)
                .write(List.of(
                        context.getBean(Sessions.class).put(session),
                        context.getBean(SeatCounts.class).open(session, 12, taken)));
        assertThat(written).isInstanceOf(WriteOutcome.Written.class);
    }

    /** As an organiser does who finds a bigger room. */
    private static void resize(Laptop laptop, int capacity) {
        var table = laptop.context().getBean(Table.class);
        var counts = laptop.context().getBean(SeatCounts.class);
        var id = FULL.substring("/sessions/".length());
        var seats = counts.in(table.read(List.of(counts.key(id))), id);
        var session = laptop.context().getBean(Sessions.class).find(id).orElseThrow();
        assertThat(table.write(List.of(counts.put(session, seats.resize(capacity)))))
                .isInstanceOf(WriteOutcome.Written.class);
        laptop.settle(Duration.ofMinutes(2));
    }

    private static Session session(String path, AdmissionRules rules) {
        return new Session(
                path.substring("/sessions/".length()),
                new LocalizedText(Map.of("nl", "Europese netwerken", "en", "European networks")),
                LocalizedText.NONE,
                Instant.parse("2017-03-28T11:30:00Z"),
                Instant.parse("2017-03-28T15:00:00Z"),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                rules,
                Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
    }
}
