package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.Arrival;
import be.leerkring.local.browser.checks.InLanguages;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;

/** An organiser who never saw the desk makes a session from nothing, without scripts, and holds it. */
class DeskStoryTest extends BrowserTest {

    private static final String SESSION = "/sessions/slimmer-produceren-2017-03";

    private static final String DESK = "/organiser" + SESSION;

    @InLanguages
    void aSessionIsMadeFromNothingPublishedHeldAndExported(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var organiser = visitor(laptop, language);
                var phone = plainPhone(language)) {
            signsIn(organiser, laptop);
            makesTheSession(organiser);
            for (var name : new String[] {"Noor Peeters", "Élodie Dubois", "Γιώργος Παπαδόπουλος"}) {
                registers(laptop, phone.newPage(), name);
            }
            looksAtThePeople(organiser);
            checksTwoIn(organiser);
            mailsTheThird(organiser, laptop);
            exportsTheList(organiser);
            readsTheLog(organiser);
            assertThat(organiser.inspection().findings()).isEmpty();
        }
    }

    private static void signsIn(Visitor organiser, Laptop laptop) {
        organiser.open("/organiser");
        assertThat(organiser.page().url()).endsWith("/organiser/sign-in");
        organiser.fill("email", "organisator@example.org");
        organiser.follow("main form > button");
        laptop.settle(Duration.ofMinutes(2));
        organiser.openNewestMail();
        organiser.pressMailsButton();
        organiser.follow("main form button");
        assertThat(organiser.page().url()).endsWith("/organiser");
    }

    private static void makesTheSession(Visitor organiser) {
        organiser.follow("main a[href='/organiser/sessions/new']");
        organiser.fill("title-nl", "Slimmer produceren");
        organiser.fill("date", "2017-03-23");
        organiser.fill("start", "13:30");
        organiser.fill("end", "17:00");
        organiser.fill("venue", "Muntpunt");
        organiser.fill("city", "Brussel");
        organiser.fill("capacity", "40");
        organiser.page().locator("#audience").selectOption("OPEN");
        organiser.follow("main form button");
        assertThat(organiser.page().url()).contains(DESK);

        organiser.fill("title-en", "Smarter production");
        organiser.fill("summary-nl", "Industrie 4.0 en circulaire economie, bij wie het al doet.");
        organiser.fill("themes", "industrie 4.0, circulaire economie");
        organiser.fill("item-0-time", "13:30");
        organiser.fill("item-0-nl", "Onthaal");
        organiser.follow("main form .actions button:not([formaction]):not([name])");
        assertThat(organiser.page().inputValue("#title-en")).isEqualTo("Smarter production");

        organiser.open(DESK + "/preview");
        assertThat(organiser.text("h1")).isIn("Slimmer produceren", "Smarter production");
        organiser.open(SESSION);
        assertThat(organiser.status()).as("a draft is for organisers' eyes").isEqualTo(404);
        organiser.open(DESK);
        organiser.follow("button[formaction$='/publish']");
        organiser.open(SESSION);
        assertThat(organiser.status()).isEqualTo(200);
    }

    private static void looksAtThePeople(Visitor organiser) {
        organiser.open("/organiser");
        organiser.follow("main a[href='" + DESK + "/people?state=confirmed']");
        assertThat(organiser.page().locator("tbody tr").count()).isEqualTo(3);
        organiser.fill("q", "elodie");
        organiser.follow("main form.inline button");
        assertThat(organiser.text("tbody th")).isEqualTo("Élodie Dubois");
        organiser.follow("tbody th a");
        assertThat(organiser.text("h1")).isEqualTo("Élodie Dubois");
    }

    private static void checksTwoIn(Visitor organiser) {
        organiser.open(DESK + "/check-in");
        organiser.follow("button[name=here]:has-text('Noor')");
        assertThat(organiser.text("#count b")).isEqualTo("1");
        organiser.fill("q", "παπαδοπουλος");
        organiser.follow("form.finder button");
        organiser.follow("#people button[name=here]");
        assertThat(organiser.text("#count b")).isEqualTo("2");
        organiser.open(DESK + "/list");
        organiser.open(DESK + "/badges");
    }

    private static void mailsTheThird(Visitor organiser, Laptop laptop) {
        organiser.open(DESK + "/messages");
        organiser.follow("main a.button");
        organiser.page().locator("#group").selectOption("confirmed");
        organiser.fill("subject-nl", "We misten u");
        organiser.fill("text-nl", "Jammer dat u er niet bij was.\n\nTot de volgende keer.");
        organiser.follow("main form button");
        organiser.follow("main form button");
        laptop.settle(Duration.ofMinutes(2));
        var mail = laptop.ses().mails().getLast();
        assertThat(mail.subject()).isEqualTo("We misten u");
        assertThat(mail.to()).containsExactly("elodie.dubois@example.org");
        organiser.open(DESK + "/messages");
        organiser.follow("main .rows a");
        assertThat(organiser.text("main")).contains("We misten u");
    }

    private static void exportsTheList(Visitor organiser) {
        organiser.open(DESK + "/people");
        var file = organiser.page().locator("a[href*='people.csv']").first().getAttribute("href");
        var csv = organiser.page().request().get(organiser.page().url().replaceFirst("/organiser/.*", "") + file);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().get("content-type")).startsWith("text/csv");
        assertThat(csv.text()).contains("Noor Peeters", "Élodie Dubois", "Γιώργος Παπαδόπουλος");
    }

    private static void readsTheLog(Visitor organiser) {
        organiser.open(DESK + "/log");
        assertThat(organiser.text("main")).contains("organisator@example.org", "Smarter production");
    }

    /** On a phone, by the form and the link in the mail. */
    private static void registers(Laptop laptop, Page page, String name) {
        var mailbox = name.startsWith("Γ") ? "giorgos" : name.startsWith("É") ? "elodie.dubois" : "noor.peeters";
        page.navigate(laptop.address() + SESSION);
        Arrival.after(page, page.locator("main a[href$='/register']").first()::click);
        page.locator("#name").fill(name);
        page.locator("#email").fill(mailbox + "@example.org");
        page.locator("#organisation").selectOption("vil");
        page.locator("#consent").check();
        Arrival.after(page, page.locator("main form > button")::click);
        page.waitForURL("**/register/sent");
        laptop.settle(Duration.ofMinutes(2));
        var link = Pattern.compile("/confirm/\\S+").matcher(laptop.ses().mails().getLast().text());
        assertThat(link.find()).isTrue();
        page.navigate(laptop.address() + link.group());
        Arrival.after(page, page.locator("main form > button")::click);
        assertThat(page.locator("form[action^='/confirm/']").count()).isZero();
        laptop.settle(Duration.ofMinutes(2));
    }
}
