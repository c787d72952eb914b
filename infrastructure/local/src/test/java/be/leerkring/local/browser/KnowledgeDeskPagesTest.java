package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import com.microsoft.playwright.options.Cookie;
import java.util.List;

/** The desk's pages of the knowledge base, in a browser without scripts. */
class KnowledgeDeskPagesTest extends BrowserTest {

    @InLanguages
    void anOrganiserAddsAnEntryAndMeetsAColleague(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            signIn(laptop, visitor);
            visitor.open("/organiser/knowledge");
            assertThat(visitor.page().locator(".rows li").count()).isEqualTo(5);
            visitor.follow("main a.button");
            visitor.follow("main form > button");
            assertThat(visitor.status()).isEqualTo(422);
            visitor.page().locator("#kind").selectOption("practice");
            visitor.fill("title-nl", "Samen inkopen");
            visitor.fill("summary-nl", "Wat leden samen kopen, kost elk van hen minder.");
            visitor.fill("reference", "Inkoop.pdf");
            visitor.follow("main form > button");
            assertThat(visitor.page().locator(".rows li").count()).isEqualTo(6);

            visitor.follow(".rows a");
            var stale = visitor.page().inputValue("[name=revision]");
            visitor.fill("title-en", "Buying together");
            visitor.follow("main form > button");
            visitor.follow(".rows a");
            visitor.page().locator("form.wide [name=revision]").evaluate("(field, old) => field.value = old", stale);
            visitor.fill("title-en", "Purchasing together");
            visitor.follow("main form > button");
            assertThat(visitor.status()).isEqualTo(409);
            assertThat(visitor.text(".errors")).contains("Buying together");
            visitor.follow("form.wide > button");
            visitor.open("/organiser/log");
            assertThat(visitor.text(".log")).contains("Purchasing together");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void signIn(Laptop laptop, Visitor visitor) {
        var context = laptop.context();
        var issued = context.getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        assertThat(context.getBean(Table.class).write(List.of(issued.write())))
                .isInstanceOf(WriteOutcome.Written.class);
        visitor.page()
                .context()
                .addCookies(List.of(new Cookie("__Host-desk", issued.token().text())
                        .setUrl(laptop.address().replace("http:", "https:"))
                        .setSecure(true)));
    }
}
