package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.network.participant.RegistrationState;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** The pages of the day itself, of its messages and of its end, by an organiser whose browser runs no scripts. */
class DayPagesTest extends BrowserTest {

    private static final Pattern SHEET = Pattern.compile("/Type ?/Page\\b");
    private static final int GUESTS = 9;
    private static final String CLOSE = DayAtTheDoor.PATH + "/close";

    @InLanguages
    void theDayWorksWithoutScriptsAndItsPagesAreFitToBeSeen(String language) {
        try (var day = new DayAtTheDoor(); var visitor = visitor(day.laptop(), language)) {
            day.signIn(visitor.page());
            visitor.open(DayAtTheDoor.PATH + "/check-in");
            visitor.open(DayAtTheDoor.PATH + "/messages/new");
            day.register("Noor Peeters", "VIL", RegistrationState.CONFIRMED);
            day.register("Özlem Aydin", "SIM", RegistrationState.CONFIRMED);
            day.register("Bo Maes", "SIM", RegistrationState.WAITING);
            day.register("Dirk Claes", "VIL", RegistrationState.PENDING);
            checksIn(visitor, day);
            missesWhoIsNotHere(visitor, day);
            prints(visitor, day);
            writes(visitor, day);
            visitor.open(DayAtTheDoor.PATH + "/log");
            assertThat(visitor.page().locator(".log > li").count()).isGreaterThanOrEqualTo(5);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void checksIn(Visitor visitor, DayAtTheDoor day) {
        visitor.open(DayAtTheDoor.PATH + "/check-in");
        assertThat(visitor.text("#count")).startsWith("0").contains("2");
        visitor.fill("q", "ozlem");
        visitor.follow(".finder button");
        assertThat(visitor.page().locator(".arrivals > li").count()).isEqualTo(1);
        visitor.follow(".arrivals [name=here]");
        assertThat(visitor.text(".arrival b")).isEqualTo("Özlem Aydin");
        assertThat(visitor.text("#count b")).isEqualTo("1");
        visitor.follow(".arrival button");
        assertThat(visitor.text("#count b")).isEqualTo("0");
        visitor.follow(".arrival button");
        assertThat(day.states()).containsEntry("Özlem Aydin", RegistrationState.ATTENDED);

        visitor.open(DayAtTheDoor.PATH + "/check-in?person=" + DayAtTheDoor.person("Bo Maes"));
        visitor.follow(".arrival button");
        assertThat(day.states()).containsEntry("Bo Maes", RegistrationState.ATTENDED);
        visitor.open(DayAtTheDoor.PATH + "/check-in?person=niemand");
        assertThat(visitor.page().locator("#result .notice").count()).isEqualTo(1);
        visitor.open(DayAtTheDoor.PATH + "/check-in?q=niemand");
        assertThat(visitor.page().locator(".arrivals").count()).isZero();
    }

    private static void missesWhoIsNotHere(Visitor visitor, DayAtTheDoor day) {
        assertThat(visitor.page().locator("#missing").count()).isZero();
        visitor.open("/local");
        visitor.fill("to", "2017-03-23T13:40");
        visitor.follow("form:has(#to) button");
        visitor.open(DayAtTheDoor.PATH + "/check-in");
        visitor.page().locator("#missing summary").click();
        visitor.follow("#missing button");
        assertThat(day.states())
                .containsEntry("Noor Peeters", RegistrationState.ABSENT)
                .containsEntry("Dirk Claes", RegistrationState.PENDING);
    }

    private static void prints(Visitor visitor, DayAtTheDoor day) {
        for (int guest = 0; guest < GUESTS; guest++) {
            day.register("Gast met een naam die lang is " + guest, "Catalisti", RegistrationState.CONFIRMED);
        }
        visitor.open(DayAtTheDoor.PATH + "/list");
        assertThat(visitor.page().locator("tbody").count()).isEqualTo(3);
        assertThat(sheets(visitor.page())).isEqualTo(1);
        visitor.open(DayAtTheDoor.PATH + "/badges");
        assertThat(visitor.page().locator(".badges > li").count()).isEqualTo(GUESTS + 3);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visitor.page().locator("header, footer, .desk, .of-session, h1").all())
                .isNotEmpty()
                .noneMatch(part -> part.isVisible());
        var badge = visitor.page().locator(".badges > li").first().boundingBox();
        assertThat(badge.width / badge.height).isBetween(90 / 55.0 - 0.01, 90 / 55.0 + 0.01);
        assertThat(sheets(visitor.page())).isEqualTo(2);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** How many sheets of paper the page takes. */
    private static long sheets(Page page) {
        var paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setFormat("A4"));
        return SHEET.matcher(new String(paper, StandardCharsets.ISO_8859_1)).results().count();
    }

    private static void writes(Visitor visitor, DayAtTheDoor day) {
        visitor.open(DayAtTheDoor.PATH + "/messages");
        visitor.follow(".actions a.button");
        visitor.follow("main form > button");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().locator(".errors a").count()).isEqualTo(3);

        visitor.page().locator("#group").selectOption("attended");
        visitor.fill("subject-nl", "Bedankt");
        visitor.fill("text-nl", "Het was fijn.\n\nDe foto’s:\n- volgen\n- morgen");
        visitor.follow("main form > button");
        assertThat(visitor.text(".letter")).contains("Het was fijn.");
        assertThat(visitor.text("[value=send]")).contains("2");
        visitor.follow("[value=edit]");
        assertThat(visitor.page().inputValue("#text-nl")).contains("- volgen");
        visitor.fill("subject-nl", "Bedankt!");
        visitor.follow("main form > button");
        visitor.follow("[value=send]");
        assertThat(visitor.page().url()).matches(".*/messages/\\d+");

        day.laptop().settle(Duration.ofMinutes(2));
        visitor.open(visitor.page().url());
        assertThat(visitor.page().locator(".facts dd").allInnerTexts()).startsWith("2", "2", "2");
        visitor.openNewestMail();
        visitor.open(DayAtTheDoor.PATH + "/messages");
        assertThat(visitor.text(".rows a")).isEqualTo("Bedankt!");
    }

    @InLanguages
    void theMailLeadsToThePageAndTheButtonToTheFigures(String language) {
        try (var day = new DayAtTheDoor(); var visitor = visitor(day.laptop(), language)) {
            day.signIn(visitor.page());
            day.register("Noor Peeters", "VIL", RegistrationState.ATTENDED);
            day.register("Özlem Aydin", "SIM", RegistrationState.CONFIRMED);
            day.register("Dirk Claes", "VIL", RegistrationState.CONFIRMED);
            day.register("Bo Maes", "SIM", RegistrationState.WAITING);
            visitor.open(CLOSE);
            assertThat(visitor.page().locator("main form").count()).as("it is not over").isZero();
            visitor.open("/local");
            visitor.fill("to", "2017-03-23T17:05");
            visitor.follow("form:has(#to) button");
            day.signInAnew(visitor.page());
            looksWhatIsToBeClosed(visitor, language);
            marksOneMore(visitor);
            closes(visitor, day, language);
            findsTheDoorShut(visitor, language);
            visitor.open(DayAtTheDoor.PATH + "/log");
            assertThat(visitor.text(".log > li")).contains("organisator@example.org");
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void looksWhatIsToBeClosed(Visitor visitor, String language) {
        visitor.open("/organiser");
        assertThat(visitor.page().locator(".notice a[href='" + CLOSE + "']").count()).isEqualTo(1);
        visitor.open("/organiser/sessions");
        assertThat(visitor.page().locator("a[href='" + CLOSE + "']").innerText())
                .isEqualTo(language.equals("nl") ? "Nog af te sluiten" : "Still to be closed");
        visitor.open(DayAtTheDoor.PATH);
        assertThat(visitor.page().locator("a[href='" + CLOSE + "']").count()).isEqualTo(1);
        visitor.openNewestMail();
        visitor.pressMailsButton();
        assertThat(visitor.page().url()).endsWith(CLOSE);
        assertThat(visitor.text("section[aria-labelledby=absent]")).contains("2", "Özlem Aydin", "Dirk Claes");
    }

    private static void marksOneMore(Visitor visitor) {
        visitor.open(DayAtTheDoor.PATH + "/check-in");
        visitor.follow("button[name=here]:has-text('Dirk')");
        visitor.follow("a.button[href='" + CLOSE + "']");
    }

    private static void closes(Visitor visitor, DayAtTheDoor day, String language) {
        visitor.follow("main form button");
        assertThat(visitor.page().url()).endsWith(CLOSE);
        assertThat(visitor.text(".tallies")).startsWith("2")
                .contains(language.equals("nl") ? "van de 3 mensen" : "of the 3 people");
        assertThat(day.states())
                .containsEntry("Özlem Aydin", RegistrationState.ABSENT)
                .containsEntry("Dirk Claes", RegistrationState.ATTENDED)
                .containsEntry("Bo Maes", RegistrationState.WAITING);
        visitor.open("/organiser");
        assertThat(visitor.page().locator(".notice a[href='" + CLOSE + "']").count()).isZero();
        assertThat(visitor.page().locator("a[href='" + CLOSE + "']").count()).isEqualTo(1);
        visitor.open("/organiser/sessions");
        assertThat(visitor.page().locator("a[href='" + CLOSE + "']").innerText())
                .isEqualTo(language.equals("nl") ? "2 van 3 aanwezig" : "2 of 3 present");
    }

    private static void findsTheDoorShut(Visitor visitor, String language) {
        visitor.open(DayAtTheDoor.PATH + "/check-in");
        assertThat(visitor.text(".notice")).contains(language.equals("nl") ? "afgesloten op" : "closed on");
        assertThat(visitor.page().locator("button[name=here], button[name=undo], #missing").count()).isZero();
        visitor.open("/network");
        visitor.open("/organiser/network");
    }
}
