package be.leerkring.local.browser;

import com.microsoft.playwright.Page;

/**
 * The page behind a click or a key. A browser answers the one and the other before it has that page, so whoever looks
 * at once may look at the one before, which can have the same address.
 */
final class Arrival {

    private Arrival() {}

    /** Does this, and returns when the page behind it is there. */
    static void after(Page page, Runnable act) {
        page.evaluate("window.left = true");
        act.run();
        page.waitForFunction("!window.left && document.readyState === 'complete'");
    }

    /** Returns when the page is to be seen: keys that are pressed before that are lost. */
    static void untilPainted(Page page) {
        page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, 1, 1));
    }
}
