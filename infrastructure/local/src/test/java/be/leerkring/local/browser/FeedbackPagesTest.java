package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.feedback.FeedbackLink;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import com.microsoft.playwright.options.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What people said and what comes of it, in a browser without scripts. */
class FeedbackPagesTest extends BrowserTest {

    private static final String SESSION = "/sessions/kennismaking-2017-01";
    private static final String DESK = "/organiser" + SESSION;
    private static final String WORDS = "Iedereen sprak met iedereen.";

    @InLanguages
    void whatSomebodySaysIsReadPublishedAnsweredAndTakenBack(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var participant = visitor(laptop, language);
                var organiser = visitor(laptop, language)) {
            signIn(laptop, organiser);
            var link = link(laptop);
            answersNothingAndThenAQuote(participant, link);
            publishes(organiser);
            participant.open("/");
            assertThat(participant.text("main")).contains(WORDS);
            participant.open(SESSION);
            assertThat(
                    participant.page().locator("blockquote[lang=nl]:has-text('" + WORDS + "')").count())
                    .isEqualTo(1);
            replies(organiser, participant, language);
            organiser.open("/organiser/answers");
            assertThat(organiser.page().locator("tbody tr").count()).isEqualTo(1);

            takesItBack(participant, link);
            participant.open("/");
            assertThat(participant.text("main")).doesNotContain(WORDS);
            meetsWhatIsGone(organiser, link, participant);
            assertThat(participant.inspection().findings()).isEmpty();
            assertThat(organiser.inspection().findings()).isEmpty();
        }
    }

    private static void answersNothingAndThenAQuote(Visitor participant, String link) {
        participant.open(link);
        participant.follow("main form > button");
        assertThat(participant.page().locator("[role=status]").count()).isEqualTo(1);
        participant.fill("quote", WORDS);
        participant.page().locator("input[name=attribution][value=organisation]").check();
        participant.fill("organisation", "VIL");
        participant.follow("main form > button");
        assertThat(participant.text(".given")).contains(WORDS, "VIL");
    }

    private static void publishes(Visitor organiser) {
        organiser.open("/organiser");
        organiser.follow("main a[href='/organiser/quotes']");
        assertThat(organiser.page().locator(".saids > li").count()).isEqualTo(3);
        organiser.follow(".saids > li:has-text('" + WORDS + "') button.quiet");
        assertThat(organiser.page().locator(".saids > li").count()).isEqualTo(2);
        organiser.follow("h2 a");
        assertThat(organiser.page().locator(".bars").count()).isEqualTo(2);
        assertThat(organiser.page().locator(".saids > li").count()).isEqualTo(6);
        organiser.follow(".saids > li:has-text('" + WORDS + "') button");
        organiser.follow(".saids > li:has-text('" + WORDS + "') button");
        assertThat(organiser.text(".saids > li:has-text('" + WORDS + "')")).contains(WORDS);
        organiser.fill("q", "samen");
        organiser.follow("form[role=search] button");
        assertThat(organiser.page().locator(".texts li").count()).isEqualTo(2);
    }

    private static void replies(Visitor organiser, Visitor participant, String language) {
        organiser.open(DESK + "/answers");
        organiser.follow("#reply a");
        var stale = organiser.page().inputValue("[name=revision]");
        organiser.fill("text-en", "");
        organiser.fill("text-nl", "Voortaan is er koffie bij het onthaal.\nWe beginnen op tijd.");
        organiser.follow("main form > button");
        assertThat(organiser.text("#reply")).contains("We beginnen op tijd.");
        participant.open(SESSION);
        assertThat(participant.page().locator(".reply li").count()).isEqualTo(2);
        assertThat(participant.page().locator(".reply [lang=nl] ul").count())
                .isEqualTo(language.equals("nl") ? 0 : 1);

        organiser.follow("#reply a");
        organiser.page().locator("form.wide [name=revision]").evaluate("(field, old) => field.value = old", stale);
        organiser.fill("text-nl", "Iets anders");
        organiser.follow("main form > button");
        assertThat(organiser.status()).isEqualTo(409);
        assertThat(organiser.text(".errors")).contains("koffie");
        organiser.fill("text-nl", "x".repeat(1501));
        organiser.page().locator("#text-nl").evaluate("field => { field.maxLength = 2000; field.value += 'x'; }");
        organiser.follow("main form > button");
        assertThat(organiser.status()).isEqualTo(422);
    }

    private static void takesItBack(Visitor participant, String link) {
        participant.open(link);
        participant.follow(".given button");
        assertThat(participant.page().locator("[role=status]").count()).isEqualTo(1);
        assertThat(participant.page().locator(".given").count()).isZero();
    }

    /** An organiser presses the button of a quote that its giver has changed meanwhile. */
    private static void meetsWhatIsGone(Visitor organiser, String link, Visitor participant) {
        answersNothingAndThenAQuote(participant, link);
        organiser.open("/organiser/quotes");
        participant.fill("quote", WORDS + " Echt.");
        participant.follow("main form:has(#quote) > button");
        organiser.follow(".saids > li:has-text('" + WORDS + "') button");
        assertThat(organiser.status()).isEqualTo(409);
        assertThat(organiser.text(".saids")).contains("Echt.");
        participant.open("/local");
        participant.fill("to", "2017-02-18T10:00");
        participant.follow("form:has(#to) button");
        participant.open(link);
        assertThat(participant.status()).isEqualTo(200);
        participant.follow(".given button");
        assertThat(participant.status()).isEqualTo(200);
        assertThat(participant.page().locator("[role=status]").count()).isEqualTo(1);
    }

    /** A link by which somebody answers about the first session, for two more days. */
    private static String link(Laptop laptop) {
        var session = laptop.context().getBean(Sessions.class).find("kennismaking-2017-01").orElseThrow();
        var issued = laptop.context()
                .getBean(Links.class)
                .issue(
                        FeedbackLink.PURPOSE,
                        new FeedbackLink(session.id(), Organisation.Kind.OTHER, new Language("nl")).subject(),
                        laptop.context().getBean(Clock.class).instant().plus(Duration.ofDays(2)));
        write(laptop, List.of(issued.write()));
        return "/feedback/" + issued.token().text();
    }

    private static void signIn(Laptop laptop, Visitor visitor) {
        var issued = laptop.context().getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        write(laptop, List.of(issued.write()));
        visitor.page()
                .context()
                .addCookies(List.of(new Cookie("__Host-desk", issued.token().text())
                        .setUrl(laptop.address().replace("http:", "https:"))
                        .setSecure(true)));
    }

    private static void write(Laptop laptop, List<Write> writes) {
        assertThat(laptop.context().getBean(Table.class).write(writes)).isInstanceOf(WriteOutcome.Written.class);
    }
}
