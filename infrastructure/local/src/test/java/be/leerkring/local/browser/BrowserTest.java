package be.leerkring.local.browser;

import be.leerkring.local.Laptop;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.TestInstance;

/** Has a browser, in which the people of all its tests have a context each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    private static final int WIDTH = 390;

    private static final int HEIGHT = 844;

    /** In milliseconds: a machine that is busy besides is slow, and not wrong. */
    private static final double PATIENCE = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** The browser in which the people of this class have a context each. */
    protected Browser browser() {
        return Chromium.ofThisThread().browser();
    }

    /** A phone with a browser that runs scripts. */
    final BrowserContext phone(String language) {
        return patient(new Browser.NewContextOptions().setLocale(language).setViewportSize(WIDTH, HEIGHT));
    }

    /** A phone with a browser that runs none. */
    protected final BrowserContext plainPhone(String language) {
        return patient(new Browser.NewContextOptions()
                .setLocale(language)
                .setJavaScriptEnabled(false)
                .setViewportSize(WIDTH, HEIGHT));
    }

    private BrowserContext patient(Browser.NewContextOptions options) {
        var context = browser().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    final Visitor visitor(Laptop laptop, String language) {
        return new Visitor(browser(), laptop.address(), language);
    }
}
