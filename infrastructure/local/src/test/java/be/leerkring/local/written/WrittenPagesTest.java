package be.leerkring.local.written;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.Chromium;
import be.leerkring.local.browser.checks.InLanguages;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever organisers write says its language wherever it is read, and widens no page. */
class WrittenPagesTest {

    private static final Pattern LINK = Pattern
            .compile("(/(?:confirm|my|feedback|follow-up|address|unsubscribe)/[\\w./-]+)");

    private static final double PATIENCE = 120_000;

    @InLanguages(first = "en")
    void organisersWordsSayTheirLanguageAndFitEverywhere(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = context(language);
                var organiser = context(language)) {
            var tongues = new Tongues(laptop);
            tongues.publish();
            signIn(laptop, tongues, organiser);
            Tongues.ALL.forEach(tongue -> register(laptop, visitor, tongue));
            message(laptop, organiser);
            callOff(laptop, organiser);
            moveClock(laptop, visitor, "2017-03-27T20:00");
            var pages = walk(laptop, visitor);
            assertThat(pages.wrong()).isEmpty();
            moveClock(laptop, visitor, "2017-03-30T20:00");
            var later = walk(laptop, visitor);
            assertThat(later.wrong()).isEmpty();
            assertThat(pages.seen())
                    .anyMatch(path -> path.endsWith("/data"))
                    .contains("/knowledge", "/cooperations/samen-fr", "/sessions/sessie-fr/register");
            assertThat(later.seen()).anyMatch(path -> path.startsWith("/feedback/"));
            for (var mail : laptop.ses().mails()) {
                later.mail(mail.subject(), mail.html());
            }
            assertThat(later.wrong()).isEmpty();
            signIn(laptop, tongues, organiser);
            var desk = new Walk(laptop.address(), organiser).from(List.of("/organiser"));
            assertThat(desk.wrong()).isEmpty();
            assertThat(desk.seen()).contains("/organiser/knowledge", "/organiser/sessions/sessie-fr/messages");
        }
    }

    /** Once more after weeks: a sign-in ends with the day. */
    private static void signIn(Laptop laptop, Tongues tongues, BrowserContext organiser) {
        organiser.addCookies(List.of(new Cookie("__Host-desk", tongues.signIn())
                .setUrl(laptop.address().replace("http:", "https:"))
                .setSecure(true)));
    }

    private static BrowserContext context(String language) {
        return Chromium.ofThisThread()
                .browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
    }

    private static Page page(Laptop laptop, BrowserContext context, String path) {
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(laptop.address() + path);
        return page;
    }

    private static void register(Laptop laptop, BrowserContext visitor, String tongue) {
        try (var page = page(laptop, visitor, "/sessions/" + Tongues.id(tongue) + "/register")) {
            page.locator("#name").fill("Bram Janssens");
            page.locator("#email").fill("bram.janssens@initiatief.example.org");
            page.locator("#organisation").selectOption("other-1");
            page.locator("#consent").check();
            page.locator("main form > button").click();
            laptop.settle(Duration.ofMinutes(2));
            page.navigate(laptop.address() + mailed(laptop.ses().mails().getLast()).findFirst().orElseThrow());
            page.locator("main form button").click();
            laptop.settle(Duration.ofMinutes(2));
        }
    }

    private static void message(Laptop laptop, BrowserContext organiser) {
        try (var page = page(laptop, organiser, "/organiser/sessions/sessie-fr/messages/new")) {
            page.locator("#group").selectOption(
                    page.locator("#group option").last().getAttribute("value"));
            page.locator("#subject-nl").fill("woord-nl bericht");
            page.locator("#text-nl").fill(Tongues.words("nl", "bericht\n\n1. woord-nl eerst\n2. woord-nl dan\n\n"));
            page.locator("main form > button").click();
            page.locator("button[value=send]").click();
            laptop.settle(Duration.ofMinutes(2));
        }
    }

    private static void callOff(Laptop laptop, BrowserContext organiser) {
        try (var page = page(laptop, organiser, "/organiser/sessions/sessie-en/call-off")) {
            page.locator("main button.danger").first().click();
            laptop.settle(Duration.ofMinutes(2));
        }
    }

    private static void moveClock(Laptop laptop, BrowserContext visitor, String to) {
        try (var page = page(laptop, visitor, "/local")) {
            page.locator("#to").fill(to);
            page.locator("form:has(#to) button").click();
            laptop.settle(Duration.ofMinutes(2));
        }
    }

    /** All of the site, and what the mails lead to. */
    private static Walk walk(Laptop laptop, BrowserContext visitor) {
        return new Walk(laptop.address(), visitor).from(Stream.concat(Stream.of("/"), mailed(laptop)).toList());
    }

    private static Stream<String> mailed(Laptop laptop) {
        return laptop.ses().mails().stream().flatMap(WrittenPagesTest::mailed).distinct();
    }

    private static Stream<String> mailed(SentMail mail) {
        return LINK.matcher(mail.text()).results().map(link -> link.group(1));
    }
}
