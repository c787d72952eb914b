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
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.List;

/** The desk's pages of the organisations, and those that move a session, in a browser without scripts. */
class OrganisationPagesTest extends BrowserTest {

    private static final String HERE = "/organiser/organisations";
    private static final String SESSION = "/organiser/sessions/industrie-circulair-2017-03";

    @InLanguages
    void anOrganiserKeepsTheListAndMovesASession(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            signIn(laptop, visitor);
            adds(visitor);
            takesOverAFile(visitor);
            merges(visitor);
            movesASession(visitor);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void adds(Visitor visitor) {
        visitor.open(HERE);
        assertThat(visitor.page().locator(".rows li").count()).isEqualTo(20);
        visitor.follow("main a[href$='/new']");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().locator(".errors a").count()).isEqualTo(2);
        visitor.fill("name", "Café Réseau");
        visitor.page().locator("#kind").selectOption("other");
        visitor.fill("website", "www.cafe.example.org");
        visitor.follow("main form > button");
        visitor.fill("q", "cafe reseau");
        visitor.follow("form.inline button");
        assertThat(visitor.page().locator(".rows li").count()).isEqualTo(1);
        visitor.follow(".rows b a");
        var stale = visitor.page().inputValue("[name=revision]");
        visitor.fill("contact", "An");
        visitor.follow("main form > button");
        visitor.open(HERE + "/cafe-reseau");
        visitor.page().locator("form [name=revision]").first().evaluate("(field, old) => field.value = old", stale);
        visitor.fill("contact", "Bo");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(409);
        visitor.follow("main form > button");
    }

    private static void takesOverAFile(Visitor visitor) {
        visitor.follow("main a[href$='/import']");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);
        var file = "Naam;Soort;Website;Opmerking\r\nÉén nieuwe;IBN;;x\r\n"
                + "SIM;;https://sim.example.org;\r\nFout;club;;\r\n";
        visitor.page().locator("#file").setInputFiles(
                new FilePayload("leden.csv", "text/csv", file.getBytes(Charset.forName("windows-1252"))));
        visitor.follow("main form > button");
        assertThat(visitor.text("#refused + p + div tbody")).contains("4", "Fout", "club");
        assertThat(visitor.text(".log")).contains("https://sim.example.org");
        visitor.follow("main form button");
        assertThat(visitor.page().url()).endsWith("?added=1&changed=1&refused=1");
        assertThat(visitor.page().locator(".rows li").count()).isEqualTo(22);
        visitor.follow("main a[href='/organiser/log']");
        assertThat(visitor.text(".log")).contains("Één nieuwe", "SIM: https://sim.example.org");
    }

    private static void merges(Visitor visitor) {
        visitor.open(HERE + "/ibn-04/merge");
        visitor.page().locator("#into").selectOption("vil");
        visitor.follow("form.inline button");
        visitor.follow(".danger");
        assertThat(visitor.page().url()).endsWith(HERE + "/vil");
        visitor.open("/organiser/sessions/kennismaking-2017-01/people?organisation=vil");
        assertThat(visitor.page().locator("tbody tr").count()).isEqualTo(4);
        visitor.open(HERE + "/ibn-05");
        visitor.page().locator("details summary").click();
        visitor.follow(".danger");
        assertThat(visitor.page().locator(".rows li").count()).isEqualTo(20);
    }

    private static void movesASession(Visitor visitor) {
        visitor.open(SESSION);
        visitor.follow("main a[href$='/move']");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);
        visitor.fill("date", "2017-03-30");
        visitor.fill("venue", "Lamot");
        visitor.follow("main form > button");
        assertThat(visitor.text(".facts")).contains("Muntpunt", "Lamot");
        visitor.follow(".danger");
        assertThat(visitor.page().url()).contains("?done=move");
        visitor.follow("main a[href$='/call-off']");
        visitor.follow(".danger");
        assertThat(visitor.page().url()).contains("?done=call-off");
        visitor.open(SESSION + "/move");
        assertThat(visitor.page().locator("form[action$='/move']").count()).isZero();
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
