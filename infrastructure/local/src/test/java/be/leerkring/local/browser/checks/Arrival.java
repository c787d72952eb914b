package be.leerkring.local.browser.checks;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The page behind a click or a key. A browser answers the one and the other before it has that page, so whoever looks
 * at once may look at the one before, which can have the same address.
 */
public final class Arrival {

    private Arrival() {}

    /**
     * Does this, and returns when the page behind it is there. The browser says so itself: where scripts are switched
     * off, a page has no timers either that could tell.
     */
    public static void after(Page page, Runnable act) {
        var arrived = new AtomicBoolean();
        Consumer<Frame> arrival = frame -> {
            if (frame.equals(page.mainFrame())) {
                arrived.set(true);
            }
        };
        page.onFrameNavigated(arrival);
        act.run();
        page.waitForCondition(arrived::get);
        page.offFrameNavigated(arrival);
        page.waitForLoadState();
    }

    /** Returns when the page is to be seen: keys that are pressed before that are lost. */
    public static void untilPainted(Page page) {
        page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, 1, 1));
    }
}
