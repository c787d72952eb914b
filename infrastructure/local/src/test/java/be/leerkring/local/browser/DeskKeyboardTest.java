package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.browser.checks.Arrival;
import be.leerkring.network.participant.RegistrationState;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has a keyboard and nothing else can do everything at the desk. */
class DeskKeyboardTest extends BrowserTest {

    /** What one can come to by the tabulator, in the order of the page; of a group of radio buttons, one. */
    private static final String STOPS = """
            [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [tabindex]')].filter(stop =>
                stop.tabIndex >= 0 && !stop.disabled && stop.type !== 'hidden' && stop.checkVisibility()
                && (stop.type !== 'radio' || stop.checked
                    || (!document.querySelector(`[name="${stop.name}"]:checked`)
                        && document.querySelector(`[name="${stop.name}"]`) === stop)))
            """;

    /** A field for a date is several stops in one. */
    private static final int STOPS_OF_A_FIELD = 5;

    @Test
    void everyPageIsWalkedInItsOrderFromTheWayPastTheHeaderToItsEnd() {
        try (var day = new DayAtTheDoor(); var visitor = visitor(day.laptop(), "nl")) {
            var page = visitor.page();
            day.signIn(page);
            day.register("Noor Peeters", "VIL", RegistrationState.CONFIRMED);
            var session = DayAtTheDoor.PATH;
            for (var path : List.of(
                    "/organiser",
                    "/organiser/sessions",
                    "/organiser/sessions/new",
                    session,
                    session + "/copy",
                    session + "/move",
                    session + "/call-off",
                    session + "/people",
                    session + "/people/new",
                    session + "/people/" + DayAtTheDoor.person("Noor Peeters"),
                    session + "/people/" + DayAtTheDoor.person("Noor Peeters") + "/correct",
                    session + "/check-in",
                    session + "/messages/new",
                    session + "/log",
                    "/organiser/organisations",
                    "/organiser/organisations/new",
                    "/organiser/organisations/vil",
                    "/organiser/organisations/vil/merge?into=sim",
                    "/organiser/organisations/import",
                    "/organiser/knowledge/new",
                    "/organiser/organisers",
                    "/organiser/mail")) {
                page.navigate(day.laptop().address() + path);
                walk(page, path);
            }
        }
    }

    private static void walk(Page page, String path) {
        Arrival.untilPainted(page);
        var stops = number(page, STOPS + ".length");
        var visited = new ArrayList<Integer>();
        for (int press = 0; press < STOPS_OF_A_FIELD * stops; press++) {
            page.keyboard().press("Tab");
            var stop = number(page, STOPS + ".indexOf(document.activeElement)");
            if (stop < 0 || (stop == 0 && visited.size() > 1)) {
                break;
            }
            if (visited.isEmpty() || visited.getLast() != stop) {
                visited.add(stop);
                assertThat((Boolean) page.evaluate("""
                        (() => {
                            const box = document.activeElement.getBoundingClientRect();
                            const style = getComputedStyle(document.activeElement);
                            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                                && box.bottom > 0 && box.top < innerHeight;
                        })()""")).as(path + ": the focus is seen at " + here(page)).isTrue();
            }
        }
        assertThat(visited).as(path).hasSize(stops).isSorted();
        page.keyboard().press("Tab");
        page.locator(".skip").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.url().endsWith("#main"));
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("document.querySelector('main').contains(document.activeElement)"
                + " || !document.querySelector('main').matches(':has(a[href], button, input, select, summary)')"))
                .as(path + ": the way past the header").isTrue();
    }

    @Test
    void aSessionIsMadePublishedAndMovedAndAnOrganisationAddedWithoutAMouse() {
        try (var day = new DayAtTheDoor(); var visitor = visitor(day.laptop(), "nl")) {
            var page = visitor.page();
            page.navigate(day.laptop().address() + "/organiser");
            Arrival.untilPainted(page);
            type(page, "#email", "organisator@example.org");
            enter(page, "**/sign-in/sent");
            day.laptop().settle(Duration.ofMinutes(2));
            day.openSignIn(page);
            Arrival.untilPainted(page);
            press(page, "main form button", "**/organiser");

            press(page, "main a[href='/organiser/sessions/new']", "**/sessions/new");
            type(page, "#title-nl", "Zonder muis");
            // the same day and hours in whichever order, and with or without AM, the browser's own language has them
            type(page, "#date", "04042017");
            type(page, "#start", "0930A");
            type(page, "#end", "1130A");
            type(page, "#venue", "Muntpunt");
            type(page, "#city", "Brussel");
            type(page, "#capacity", "40");
            tabTo(page, "#audience");
            page.keyboard().press("ArrowDown");
            press(page, "main form button:not([aria-hidden])", "**/sessions/zonder-muis-2017-04?*");
            type(page, "#summary-nl", "Alles met het toetsenbord.");
            press(page, "button[formaction$='/publish']", "**?done=published");
            press(page, "main a[href$='/move']", "**/move");
            type(page, "#venue", "Lamot");
            enter(page, "**/move");
            press(page, "button.danger", "**?done=move");
            assertThat(page.locator(".facts").innerText()).contains("Lamot");

            press(page, ".desk a[href$='/organisations']", "**/organisations");
            press(page, "main a[href$='/new']", "**/organisations/new");
            type(page, "#name", "Toetsenbordclub");
            tabTo(page, "#kind");
            page.keyboard().press("ArrowDown");
            type(page, "#website", "https://example.org");
            enter(page, "**/organisations");
            assertThat(page.locator(".rows").innerText()).contains("Toetsenbordclub");
        }
    }

    /** Goes there by the tabulator alone, from wherever it is. */
    private static void tabTo(Page page, String place) {
        var most = STOPS_OF_A_FIELD * number(page, STOPS + ".length");
        for (int press = 0; press < most; press++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("place => document.activeElement.matches(place)", place)) {
                return;
            }
        }
        throw new AssertionError("The tabulator does not come to " + place + " on " + page.url());
    }

    private static void type(Page page, String place, String text) {
        tabTo(page, place);
        if (page.locator(place + ":is([type=date], [type=time])").count() == 0) {
            page.keyboard().press("Control+A");
        }
        page.keyboard().type(text);
    }

    private static void press(Page page, String place, String onward) {
        tabTo(page, place);
        enter(page, onward);
    }

    /** Presses Enter, and waits for the page behind it, which can have the same address. */
    private static void enter(Page page, String onward) {
        Arrival.after(page, () -> page.keyboard().press("Enter"));
        page.waitForURL(onward);
        Arrival.untilPainted(page);
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    private static String here(Page page) {
        return page.evaluate("document.activeElement.outerHTML").toString();
    }
}
