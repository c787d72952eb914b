package be.leerkring.local.browser;

import be.leerkring.local.Laptop;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Has a browser of its own, and stands beside the other classes that do; its tests come one after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
abstract class BrowserTest {

    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    private Chromium chromium;

    @BeforeAll
    final void startTheBrowser() {
        chromium = new Chromium(arguments());
    }

    /** What the browser is started with besides what all are. */
    List<String> arguments() {
        return List.of();
    }

    @AfterAll
    final void stopTheBrowser() {
        chromium.close();
    }

    /** A phone with a browser that runs scripts. */
    final BrowserContext phone(String language) {
        return chromium.browser().newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(WIDTH, HEIGHT));
    }

    /** A phone with a browser that runs none. */
    final BrowserContext plainPhone(String language) {
        return chromium.browser().newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setJavaScriptEnabled(false)
                .setViewportSize(WIDTH, HEIGHT));
    }

    final Visitor visitor(Laptop laptop, String language) {
        return new Visitor(chromium.browser(), laptop.address(), language);
    }
}
