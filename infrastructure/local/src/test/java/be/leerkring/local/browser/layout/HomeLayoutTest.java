package be.leerkring.local.browser.layout;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.BrowserTest;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where things stand on the first page. */
class HomeLayoutTest extends BrowserTest {

    private static final int PHONE = 844;

    @Test
    void thePageBeginsWithWhatOneCanDoAndItsCardsAreOfOneSize() {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0))) {
            retitle(laptop, new LocalizedText(Map.of(
                    "nl", "Samen sterker: wat kunnen clusterorganisaties van elkaar leren?",
                    "en", "Stronger together: what can cluster organisations learn from each other?")));
            for (var language : List.of("nl", "en")) {
                try (var phone = plainPhone(language); var page = phone.newPage()) {
                    page.navigate(laptop.address());
                    var title = page.locator(".session h3").first().boundingBox();
                    assertThat(title.height).as("two lines").isGreaterThan(50);
                    var button = page.locator(".session .button").first().boundingBox();
                    assertThat(button.y + button.height).as(language).isLessThanOrEqualTo(PHONE);
                    assertThat(sizes(page.locator(".date"), "offsetWidth")).hasSize(1);
                }
            }
            try (var context = browser().newContext(); var page = context.newPage()) {
                page.navigate(laptop.address());
                assertThat(sizes(page.locator(".date"), "offsetWidth")).hasSize(1);
                assertThat(sizes(page.locator(".quotes blockquote"), "offsetHeight")).hasSize(1);
                assertThat(longest(page)).as("the longest month fits").isTrue();
            }
        }
    }

    private static List<?> sizes(Locator boxes, String size) {
        return ((List<?>) boxes.evaluateAll("(all, size) => all.map(one => one[size])", size)).stream()
                .distinct()
                .toList();
    }

    private static boolean longest(Page page) {
        return (boolean) page.locator(".date")
                .first()
                .evaluate("date => { date.lastElementChild.textContent = 'september 2017';"
                        + " return date.scrollWidth <= date.clientWidth && date.lastElementChild.offsetHeight < 30; }");
    }

    private static void retitle(Laptop laptop, LocalizedText title) {
        var sessions = laptop.context().getBean(Sessions.class);
        var session = sessions.find("industrie-circulair-2017-03").orElseThrow().next();
        assertThat(laptop.context().getBean(Table.class).write(List.of(sessions.put(new Session(
                session.id(), title, session.summary(), session.start(), session.end(), session.venue(),
                session.audience(), session.themes(), session.programme(), session.assumed(), session.admission(),
                session.edition())))))
                .isInstanceOf(WriteOutcome.Written.class);
    }
}
