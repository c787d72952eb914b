package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.Arrival;
import be.leerkring.local.browser.checks.InLanguages;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.regex.Pattern;

/** Whoever types for longer than a sign-in lasts, in a browser without scripts, types it once. */
class WaitingFormTest extends BrowserTest {

    private static final Pattern LINK = Pattern.compile("/organiser/sign-in/[^\\s/]+");

    @InLanguages
    void whatWasTypedGoesOnAfterSigningInInAnotherTab(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0)); var visitor = visitor(laptop, language)) {
            visitor.open("/organiser/organisations/new");
            visitor.fill("email", "organisator@example.org");
            visitor.follow("main form button");
            signIn(laptop, visitor.page());
            assertThat(visitor.page().url()).endsWith("/organiser/organisations/new");

            visitor.fill("name", "Cluster “Water” & co");
            visitor.page().locator("#kind").selectOption("other");
            forward(laptop, visitor.page(), "PT2H");
            visitor.follow("main form button");
            assertThat(visitor.status()).isEqualTo(403);
            signInInAnotherTab(laptop, visitor);
            visitor.follow("section:has(#on) button");
            assertThat(visitor.status()).isEqualTo(200);
            assertThat(visitor.text("main")).contains("Cluster “Water” & co");

            visitor.open("/organiser/organisers");
            visitor.fill("email", "collega@example.org");
            forward(laptop, visitor.page(), "PT10M");
            visitor.follow("section:has(#invite) button");
            signInInAnotherTab(laptop, visitor);
            visitor.follow("section:has(#on) button");
            assertThat(visitor.text("main ul.rows")).contains("collega@example.org");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void signInInAnotherTab(Laptop laptop, Visitor visitor) {
        var page = visitor.page();
        page.locator("#email").fill("organisator@example.org");
        var tab = page.context().waitForPage(() -> page.locator("section:has(#ask) button").click());
        tab.waitForURL("**/sign-in/sent");
        signIn(laptop, tab);
        visitor.inspection().page(tab.url(), tab.content());
        assertThat(tab.url()).endsWith("/organiser/sign-in/waiting");
        tab.close();
    }

    private static void signIn(Laptop laptop, Page page) {
        laptop.settle(Duration.ofMinutes(2));
        var link = LINK.matcher(laptop.ses().mails().getLast().text());
        assertThat(link.find()).isTrue();
        page.navigate(laptop.address() + link.group());
        Arrival.after(page, page.locator("main form button")::click);
    }

    private static void forward(Laptop laptop, Page page, String time) {
        page.request().post(
                laptop.address() + "/local/clock",
                RequestOptions.create().setForm(FormData.create().set("forward", time)));
    }
}
