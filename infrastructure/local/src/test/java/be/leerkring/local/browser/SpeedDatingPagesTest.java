package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.Arrival;
import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Registrations;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The pages of speed-dating: at the desk and on one's own page without scripts, on the beamer with its own. */
class SpeedDatingPagesTest extends BrowserTest {

    private static final String SESSION = "industrie-circulair-2017-03";

    private static final String PATH = "/organiser/sessions/" + SESSION + "/speed-dating";

    @InLanguages
    void fortyPeopleArePlannedToldAndPlannedAgainWhenOneDoesNotCome(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            register(laptop, language);
            signIn(laptop, visitor.page());
            visitor.open(PATH);
            visitor.fill("rounds", "");
            visitor.follow("main button[value=anew]");
            assertThat(visitor.status()).isEqualTo(422);
            visitor.fill("rounds", "8");
            visitor.fill("start", "16:00");
            visitor.follow("main button[value=anew]");
            assertThat(visitor.text(".verdict b"))
                    .isEqualTo(language.equals("nl")
                            ? "160 van 160: geen plan kan beter."
                            : "160 of 160: no plan can do better.");
            assertThat(visitor.page().locator(".dates details").count()).isEqualTo(8);

            visitor.open(PATH + "/tables");
            assertThat(visitor.page().locator(".table-sheet").count()).isEqualTo(20);
            visitor.open(PATH + "/wall");
            assertThat(visitor.page().locator(".wall tbody tr").count()).isEqualTo(40);
            visitor.open(PATH + "/screen");
            assertThat(visitor.page().locator(".beamer-round").count()).isEqualTo(8);

            announces(laptop, visitor, 40);
            visitor.openNewestMail();
            visitor.pressMailsButton();
            assertThat(visitor.page().locator(".own-dates li").count()).isEqualTo(8);

            visitor.open(PATH);
            visitor.follow("main button[value=next]");
            visitor.page().locator("[name^=out-]").first().check();
            visitor.follow("main button[value=changed]");
            assertThat(visitor.page().locator(".dates .badge").count()).isEqualTo(1);
            assertThat(visitor.page().locator(".dates details").nth(1).locator(".out").count()).isEqualTo(1);
            announces(laptop, visitor, 0);
            visitor.open(PATH);
            visitor.follow("main button[value=close]");
            assertThat(visitor.page().locator("main button[value=reopen]").count()).isEqualTo(1);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    /** Mails everybody whose list is new, and waits until the schedule has been there. */
    private static void announces(Laptop laptop, Visitor visitor, int exactly) {
        var before = laptop.ses().mails().size();
        visitor.open(PATH + "/announcement");
        visitor.follow("main form.wide button");
        visitor.page().request().post(laptop.address() + "/local/clock",
                RequestOptions.create()
                        .setForm(FormData.create().set("forward", "PT16M")));
        var mails = laptop.ses().mails().size() - before;
        assertThat(mails).isGreaterThan(0);
        if (exactly > 0) {
            assertThat(mails).isEqualTo(exactly);
        } else {
            assertThat(mails).isLessThan(40);
        }
        visitor.open(PATH + "/announcement");
        assertThat(visitor.page().locator("main form.wide").count()).isZero();
    }

    /** All of its time passes without network, and in a moment. */
    @Test
    void theBeamerKeepsTheTimeWithoutNetworkAndFollowsTheKeyboard() {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0)); var beamer = phone("nl")) {
            register(laptop, "nl");
            var page = beamer.newPage();
            page.setViewportSize(1920, 1080);
            signIn(laptop, page);
            page.navigate(laptop.address() + PATH);
            page.locator("#rounds").fill("3");
            page.locator("#minutes").fill("5");
            page.locator("#change").fill("2");
            Arrival.after(page, page.locator("main button[value=anew]")::click);
            page.clock().install(new Clock.InstallOptions().setTime("2017-03-23T15:00:00"));
            page.navigate(laptop.address() + PATH + "/screen");
            page.clock().pauseAt("2017-03-23T16:00:00");
            beamer.setOffline(true);

            shows(page, "Zoek uw tafel", "5:00", 1);
            assertThat(fits(page)).as("everything is on the screen").isTrue();
            page.keyboard().press("Space");
            page.clock().fastForward("01:30");
            shows(page, "Nog", "3:30", 1);
            page.keyboard().press("Space");
            page.clock().fastForward("10:00");
            shows(page, "Pauze", "3:30", 1);
            page.keyboard().press("Space");
            page.clock().fastForward("03:31");
            shows(page, "Wissel van tafel", "1:59", 2);
            page.clock().fastForward("02:00");
            shows(page, "Nog", "4:59", 2);
            page.clock().fastForward("09:00");
            shows(page, "Nog", "2:58", 3);
            page.clock().fastForward("03:00");
            shows(page, "Dat was de laatste ronde", "", 3);
            page.keyboard().press("ArrowLeft");
            shows(page, "Zoek uw tafel", "5:00", 2);
            page.keyboard().press("ArrowRight");
            shows(page, "Zoek uw tafel", "5:00", 3);
        }
    }

    private static void shows(Page page, String phase, String left, int round) {
        page.clock().runFor(300);
        assertThat(page.locator("#phase").innerText()).isEqualTo(phase);
        assertThat(page.locator("#left").innerText()).isEqualTo(left);
        assertThat(page.locator(".beamer-round:visible h2").allInnerTexts())
                .singleElement()
                .asString()
                .startsWith("Ronde " + round + " van 3");
    }

    private static boolean fits(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollHeight <= innerHeight"
                + " && document.documentElement.scrollWidth <= innerWidth");
    }

    /** Two people of every organisation of the network. */
    private static void register(Laptop laptop, String language) {
        var context = laptop.context();
        var table = context.getBean(Table.class);
        var organisations = context.getBean(Organisations.class);
        var session = context.getBean(Sessions.class).find(SESSION).orElseThrow();
        var place = 0;
        for (var organisation : organisations.read().all()) {
            for (var name : List.of("An", "Bo")) {
                var address = new EmailAddress(name.toLowerCase(Locale.ROOT) + "@" + organisation.id()
                        + ".example.org");
                var interests = place++ % 3 == 0
                        ? new Interests(List.of("industrie-4-0"), List.of("circulaire-economie"))
                        : Interests.NONE;
                var participant = new Participant(
                        SESSION,
                        address.derive(SESSION),
                        address.derive("network"),
                        name + " " + organisation.id(),
                        address,
                        organisation.id(),
                        organisation.name(),
                        organisation.kind(),
                        "",
                        new Language(language),
                        RegistrationState.CONFIRMED,
                        interests);
                assertThat(table.write(List.of(context.getBean(Registrations.class)
                        .record(participant, session, Instant.parse("2017-02-01T09:00:00Z")))))
                        .isInstanceOf(WriteOutcome.Written.class);
            }
        }
    }

    private static void signIn(Laptop laptop, Page page) {
        var issued = laptop.context().getBean(SignIns.class)
                .issue("test", new Organiser("organisator@example.org"));
        assertThat(laptop.context().getBean(Table.class).write(List.of(issued.write())))
                .isInstanceOf(WriteOutcome.Written.class);
        page.context()
                .addCookies(List.of(new Cookie("__Host-desk", issued.token().text())
                        .setUrl(laptop.address().replace("http:", "https:"))
                        .setSecure(true)));
    }
}
