package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.InLanguages;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserStoryTest extends BrowserTest {

    private static final LocalDateTime TWO_DAYS_BEFORE = LocalDateTime.of(2017, 3, 21, 9, 0);

    private static final String SESSION = "/sessions/industrie-circulair-2017-03";

    @InLanguages
    void somebodyRegistersConfirmsAndAnswersInABrowserWithoutScripts(String language) {
        try (var laptop = Laptop.start(new Options(0, TWO_DAYS_BEFORE, Optional.empty()));
                var visitor = visitor(laptop, language)) {
            visitor.open("/");
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
            visitor.follow("a[href='" + SESSION + "']");
            visitor.follow(".panel a.button");
            registers(visitor);
            confirms(visitor);
            movesTheClock(visitor);
            answers(visitor);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void registers(Visitor visitor) {
        visitor.fill("name", "Noor Peeters");
        visitor.fill("email", "noor.peeters");
        visitor.follow("main form > button");

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().locator(".errors a").all()).hasSize(3).allSatisfy(BrowserStoryTest::leadsToItsField);
        assertThat(visitor.page().inputValue("#name")).isEqualTo("Noor Peeters");
        assertThat(visitor.page().inputValue("#email")).isEqualTo("noor.peeters");

        visitor.fill("email", "noor.peeters@vil.example.org");
        visitor.page().locator("#organisation").selectOption("vil");
        visitor.page().locator("#consent").check();
        visitor.follow("main form > button");

        assertThat(visitor.page().url()).endsWith(SESSION + "/register/sent");
        assertThat(visitor.text(".lead")).contains("noor.peeters@vil.example.org");
    }

    private static void leadsToItsField(Locator link) {
        link.click();
        var field = link.page().locator("main form " + link.getAttribute("href"));
        PlaywrightAssertions.assertThat(field.and(link.page().locator(":target"))).hasCount(1);
    }

    private static void confirms(Visitor visitor) {
        visitor.openNewestMail();
        visitor.pressMailsButton();
        assertThat(visitor.page().url()).contains("/confirm/");
        visitor.follow("main form button");
        assertThat(visitor.page().locator(".badge").getAttribute("data-state")).isEqualTo("confirmed");

        visitor.openNewestMail();
        visitor.pressMailsButton();
        assertThat(visitor.page().url()).contains("/my/");
        assertThat(visitor.page().locator(".badge").getAttribute("data-state")).isEqualTo("confirmed");
    }

    private static void movesTheClock(Visitor visitor) {
        visitor.open("/local");
        visitor.fill("to", "2017-03-24T10:00");
        visitor.follow("form:has(#to) button");
        assertThat(visitor.text("h1 time")).matches("(?s)10[.:]00.*");
    }

    private static void answers(Visitor visitor) {
        visitor.openNewestMail();
        visitor.pressMailsButton();
        assertThat(visitor.page().url()).contains("/feedback/");
        visitor.page().locator("input[name=attribution][value=person]").check();
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);

        visitor.page().locator("input[name=attribution][value=none]").check();
        visitor.page().locator("input[name=usefulness][value='4']").check();
        visitor.fill("takeaway", "Een contact bij een ander netwerk");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page().inputValue("#takeaway")).isEqualTo("Een contact bij een ander netwerk");

        visitor.fill("takeaway", "Twee contacten");
        visitor.follow("main form > button");
        assertThat(visitor.page().inputValue("#takeaway")).isEqualTo("Twee contacten");
    }

    /** From the page that answers it, and from the one that says what is wrong. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoGoesBackFindsTheFormAsItWasFilledIn(boolean whole) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, "nl")) {
            visitor.open(SESSION + "/register");
            visitor.fill("name", "Bram Janssens");
            visitor.fill("email", "bram.janssens@initiatief.example.org");
            visitor.page().locator("#organisation").selectOption("other-1");
            if (whole) {
                visitor.page().locator("#consent").check();
            }
            visitor.follow("main form > button");
            assertThat(visitor.status()).isEqualTo(whole ? 200 : 422);

            visitor.page().goBack();

            assertThat(visitor.page().inputValue("#name")).isEqualTo("Bram Janssens");
            assertThat(visitor.page().inputValue("#email")).isEqualTo("bram.janssens@initiatief.example.org");
            assertThat(visitor.page().inputValue("#organisation")).isEqualTo("other-1");
            assertThat(visitor.page().isChecked("#consent")).isEqualTo(whole);
        }
    }
}
