package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.AdmissionRules;
import be.leerkring.network.SeatCounts;
import be.leerkring.network.Session;
import be.leerkring.network.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that lie beside the path of {@link BrowserStoryTest}. */
class EveryPageTest {

    private static final String FULL = "/sessions/volzet-2017-03";

    private static Chromium chromium;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aFullSessionLeadsToTheWaitingListAndOutOfItAgain(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = new Visitor(chromium.browser(), laptop.address(), language)) {
            publishFullSession(laptop);
            visitor.open(FULL);
            visitor.open(FULL + "/register");
            register(visitor);
            visitor.openNewestMail();
            visitor.pressMailsButton();
            var confirm = visitor.page().url();
            visitor.follow("main form button");
            assertThat(visitor.page().locator(".badge").getAttribute("data-state")).isEqualTo("waiting");

            visitor.openNewestMail();
            visitor.pressMailsButton();
            visitor.page().locator("summary").click();
            visitor.follow("details button");
            assertThat(visitor.page().locator(".badge").getAttribute("data-state")).isEqualTo("cancelled");
            visitor.openNewestMail();
            visitor.open(confirm);
            assertThat(visitor.status()).isEqualTo(410);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyOtherPageIsFitToBeSeen(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = new Visitor(chromium.browser(), laptop.address(), language)) {
            visitor.open("/sessions/kennismaking-2017-01");
            visitor.open("/sessions/kennismaking-2017-01/register");
            assertThat(visitor.status()).isEqualTo(410);
            visitor.open("/nowhere");
            assertThat(visitor.status()).isEqualTo(404);
            visitor.open("/local/inbox");
            visitor.open("/local");
            visitor.page().locator("#to").fill("2017-02-16T10:00");
            visitor.follow("form:has(#to) button");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void register(Visitor visitor) {
        visitor.fill("name", "Bram Janssens");
        visitor.fill("email", "bram.janssens@initiatief.example.org");
        visitor.page().locator("#organisation").selectOption("other-1");
        visitor.page().locator("#consent").check();
        visitor.follow("main form > button");
    }

    private static void publishFullSession(Laptop laptop) {
        var context = laptop.context();
        var session = new Session(
                "volzet-2017-03",
                new LocalizedText(Map.of("nl", "Europese netwerken", "en", "European networks")),
                Instant.parse("2017-03-28T11:30:00Z"),
                Instant.parse("2017-03-28T15:00:00Z"),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                0,
                false,
                AdmissionRules.NONE,
                false,
                Instant.parse("2017-01-01T00:00:00Z"));
        var written = context.getBean(Table.class)
                .write(List.of(
                        context.getBean(Sessions.class).put(session),
                        context.getBean(SeatCounts.class).open(session.id(), 12, 12)));
        assertThat(written).isInstanceOf(WriteOutcome.Written.class);
    }
}
