package be.leerkring.local.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks at pages as they were answered: with axe, on a phone and on a desk, in light and in dark; with the Nu HTML
 * checker; on the narrowest screen; and with the keyboard. It keeps what it finds, so that one run tells everything.
 * With {@code -Dscreenshots=DIRECTORY} it leaves pictures for people to look at.
 */
final class Inspection implements AutoCloseable {

    /** WCAG 2.2, levels A and AA, and what axe calls best practice. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");

    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final List<Integer> WIDTHS = List.of(390, 1280);
    private static final int NARROWEST = 320;
    private static final int HEIGHT = 844;

    private final Set<String> seen = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private final HtmlChecker checker = new HtmlChecker();
    private final String label;
    private final BrowserContext context;
    private final Page page;

    Inspection(Browser browser, String label) {
        this.label = label;
        this.context = browser.newContext();
        this.page = context.newPage();
    }

    /** What was wrong with the pages so far. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** A page of the site or of the console. */
    void page(String address, String html) {
        if (!look(address, html)) {
            return;
        }
        var first = focusOf(address, html);
        if (!first.equals(html.contains("class=\"errors\"") ? "errors" : "skip")) {
            find(address, "the keyboard starts at '" + first + "'");
        }
    }

    /** A mail, which has no way to skip anything. */
    void mail(String address, String html) {
        look(address, html);
    }

    /** False for what was inspected before, to the letter. */
    private boolean look(String address, String html) {
        if (!seen.add(html)) {
            return false;
        }
        checker.check(html).forEach(line -> find(address, line));
        show(address, html);
        for (var width : WIDTHS) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.setViewportSize(width, HEIGHT);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var how = width + " px, " + scheme.name().toLowerCase(Locale.ROOT);
                audit(axe(scheme), address, how);
            }
        }
        page.setViewportSize(NARROWEST, HEIGHT);
        var needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (needed > NARROWEST) {
            find(address, "needs " + needed + " px");
        }
        return true;
    }

    /** All rules in the light; in the dark only those about colours, for the style sheet changes nothing else there. */
    private AxeBuilder axe(ColorScheme scheme) {
        var axe = new AxeBuilder(page).setLegacyMode(true).exclude(List.of("iframe"));
        return scheme == ColorScheme.DARK ? axe.withRules(OF_COLOURS) : axe.withTags(RULES);
    }

    private void audit(AxeBuilder axe, String address, String how) {
        axe.analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> find(
                                address, how + ": " + violation.getId() + " " + node.getHtml() + " "
                                        + node.getFailureSummary())));
        if (System.getProperty("screenshots") != null) {
            var name = "%s-%02d-%s-%s.png".formatted(label, seen.size(), page.title(), how);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(System.getProperty("screenshots"), name.replaceAll("[^\\w.-]+", "-"))));
        }
    }

    /** The class of what has the focus: at once where the page itself moves it, after one tab where it does not. */
    private String focusOf(String address, String html) {
        show(address, html);
        if (page.locator("main [autofocus]").count() == 0) {
            page.keyboard().press("Tab");
        }
        return page.evaluate("document.activeElement.className").toString();
    }

    /** What was answered once, at its own address, so that its stylesheet and its frames are found. */
    private void show(String address, String html) {
        page.route(address::equals, route -> route.fulfill(
                new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(html)),
                new Page.RouteOptions().setTimes(1));
        page.navigate(address);
    }

    private void find(String address, String finding) {
        findings.add(label + " " + address + " " + finding);
    }

    @Override
    public void close() {
        context.close();
        checker.close();
    }
}
