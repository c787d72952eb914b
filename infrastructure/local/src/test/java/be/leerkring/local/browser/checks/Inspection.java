package be.leerkring.local.browser.checks;

import be.leerkring.testing.Proof;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at pages as they were answered: with axe, on a phone in the light and on a desk in the dark, and the other way
 * round where everything is to be proven; with the Nu HTML checker; on the narrowest screen; and with the keyboard. It
 * keeps what it finds, so that one run tells everything. With {@code -Dscreenshots=DIRECTORY} it leaves pictures for
 * people to look at.
 *
 * <p>A page is looked at once in a run of all tests, and two that differ in tokens and numbers alone are one. Unless
 * everything is to be proven, axe and the keyboard look at those alone that have an element which no page before had.
 */
public final class Inspection implements AutoCloseable {

    /** One way in which a page is shown. */
    private record Look(int width, ColorScheme scheme) {

        @Override
        public String toString() {
            return width + " px, " + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Look> LOOKS = List.of(
            new Look(390, ColorScheme.LIGHT),
            new Look(1280, ColorScheme.DARK),
            new Look(1280, ColorScheme.LIGHT),
            new Look(390, ColorScheme.DARK)).subList(0, Proof.of(2, 4));

    private static final int NARROWEST = 320;
    private static final int HEIGHT = 844;

    private static final HtmlChecker CHECKER = new HtmlChecker();

    private static final SeenPages SEEN = new SeenPages();

    private final List<String> findings = new ArrayList<>();
    private final String language;
    private final BrowserContext context;
    private final Page page;

    public Inspection(Browser browser, String language) {
        this.language = language;
        this.context = browser.newContext();
        this.page = context.newPage();
    }

    /** What was wrong with the pages so far. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** A page of the site or of the console. */
    public void page(String address, String html) {
        look(address, html, () -> {
            var first = focus();
            if (!first.equals(html.contains("class=\"errors\"") ? "errors" : "skip")) {
                find(address, "the keyboard starts at '" + first + "'");
            }
        });
    }

    /** A mail, which has no way to skip anything. */
    public void mail(String address, String html) {
        look(address, html, () -> {});
    }

    private void look(String address, String html, Runnable keyboard) {
        SEEN.add(html).ifPresent(name -> {
            CHECKER.check(html).forEach(line -> find(address, line));
            show(address, html);
            if (SEEN.addElements(html) || Proof.isFull()) {
                keyboard.run();
                axe(address, name);
            }
            page.setViewportSize(NARROWEST, HEIGHT);
            var needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (needed > NARROWEST) {
                find(address, "needs " + needed + " px");
            }
        });
    }

    private void axe(String address, String name) {
        var axe = new Axe(page);
        for (var look : LOOKS) {
            page.setViewportSize(look.width(), HEIGHT);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
            axe.look(look.scheme()).forEach(wrong -> find(address, look + ": " + wrong));
            picture(name, look);
        }
    }

    private void picture(String name, Look look) {
        if (System.getProperty("screenshots") != null) {
            var file = "%s-%s-%s-%s.png".formatted(language, page.title(), name, look);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(System.getProperty("screenshots"), file.replaceAll("[^\\w.-]+", "-"))));
        }
    }

    /**
     * The class of what has the focus: at once where the page itself moves it, after one tab where it does not. After
     * that nothing has it.
     */
    private String focus() {
        Arrival.untilPainted(page);
        if (page.locator("main [autofocus]").count() == 0) {
            page.keyboard().press("Tab");
        }
        page.waitForCondition(() -> (boolean) page.evaluate("document.activeElement !== document.body"));
        return page.evaluate("{ const first = document.activeElement; first.blur(); first.className }").toString();
    }

    /** What was answered once, at its own address, so that its stylesheet and its frames are found. */
    private void show(String address, String html) {
        page.route(address::equals, route -> route.fulfill(
                new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(html)),
                new Page.RouteOptions().setTimes(1));
        page.navigate(address);
    }

    private void find(String address, String finding) {
        findings.add(language + " " + address + " " + finding);
    }

    @Override
    public void close() {
        context.close();
    }
}
