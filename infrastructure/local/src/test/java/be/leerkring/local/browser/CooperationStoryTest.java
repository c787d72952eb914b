package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Two who met report each other three months later, and everybody reads what came of it; without scripts. */
class CooperationStoryTest extends BrowserTest {

    private static final String SESSION = "kennismaking-2017-01";

    private static final Pattern LINK = Pattern.compile("/follow-up/[\\w.-]+");

    @InLanguages
    void whatTwoReportOfEachOtherIsConfirmedPublishedAndTakenBack(String language) {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var visitor = visitor(laptop, language)) {
            var people = laptop.context().getBean(Participants.class).of(SESSION).toList();
            movesTheClock(visitor, laptop);
            var other = oneReports(visitor, laptop, people.getFirst());
            theOtherReports(visitor, laptop, person(people, one -> one.organisationId().equals(other)),
                    people.getFirst().organisationId());
            somebodyHasNothingToReport(visitor, laptop, people.getLast());

            signIn(laptop, visitor);
            confirms(visitor);
            var page = publishes(visitor);
            looksAround(visitor, page, language);
            takesItBack(visitor, laptop, people.getFirst(), page);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void movesTheClock(Visitor visitor, Laptop laptop) {
        visitor.open("/local");
        visitor.fill("to", "2017-04-26T09:00");
        visitor.follow("form:has(#to) button");
        laptop.settle(Duration.ofMinutes(2));
        visitor.openNewestMail();
        visitor.pressMailsButton();
        assertThat(visitor.page().url()).contains("/follow-up/");
    }

    private static Participant person(List<Participant> people, Predicate<Participant> which) {
        return people.stream().filter(which).findFirst().orElseThrow();
    }

    /** The page behind the link that this person was mailed. */
    private static String page(Laptop laptop, Participant participant) {
        var text = laptop.ses().mails().stream()
                .filter(mail -> mail.to().contains(participant.email().text()))
                .toList()
                .getLast()
                .text();
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    /** The id of an organisation of those whom they met. */
    private static String oneReports(Visitor visitor, Laptop laptop, Participant one) {
        visitor.open(page(laptop, one));
        visitor.follow("main form:has(select) > button");
        assertThat(visitor.status()).as("an empty form is no answer").isEqualTo(422);

        var offered = visitor.page().locator("#organisation optgroup").first();
        assertThat(offered.locator("option").count()).as("those whom they met").isBetween(3, 12);
        var other = offered.locator("option").first().getAttribute("value");
        visitor.fill("used", "Het draaiboek voor de speeddating");
        visitor.page().locator("#organisation").selectOption(other);
        visitor.follow("main form:has(select) > button");
        assertThat(visitor.status()).as("how far it is has to be said").isEqualTo(422);

        visitor.page().locator("[name=stage][value=plan]").check();
        visitor.page().locator("[name=told][value=yes]").check();
        visitor.fill("success", "Een gedeelde opleiding");
        visitor.follow("main form:has(select) > button");
        assertThat(visitor.page().locator(".rows li").count()).isEqualTo(1);
        visitor.follow("main .actions a.button");
        visitor.page().locator("#organisation").selectOption("other");
        visitor.fill("otherOrganisation", "Genootschap Zeta");
        visitor.page().locator("[name=stage][value=talked]").check();
        visitor.follow("main form:has(select) > button");
        assertThat(visitor.page().locator(".rows li").count()).isEqualTo(2);
        return other;
    }

    private static void theOtherReports(Visitor visitor, Laptop laptop, Participant other, String one) {
        visitor.open(page(laptop, other));
        visitor.page().locator("#organisation").selectOption(one);
        visitor.page().locator("[name=stage][value=running]").check();
        visitor.fill("brought", "Twaalf leden volgden samen een opleiding.");
        visitor.page().locator("[name=told][value=yes]").check();
        visitor.follow("main form:has(select) > button");
        assertThat(visitor.status()).isEqualTo(200);
    }

    private static void somebodyHasNothingToReport(Visitor visitor, Laptop laptop, Participant third) {
        visitor.open(page(laptop, third));
        visitor.follow("button[name=nothing]");
        assertThat(visitor.page().locator("main a.button[href$='?report=0']").count()).isEqualTo(1);
    }

    private static void confirms(Visitor visitor) {
        visitor.open("/organiser");
        assertThat(visitor.text("main")).contains("3");
        visitor.follow("main a[href='/organiser/cooperations']");
        assertThat(visitor.page().locator("#proposals + ul > li").count()).as("two who report each other are one")
                .isEqualTo(2);
        visitor.follow("#proposals + ul a");
        assertThat(visitor.page().inputValue("#stage")).isEqualTo("running");
        assertThat(visitor.page().locator("[name^=agrees-]:checked").count()).isEqualTo(2);
        assertThat(visitor.page().inputValue("#story-nl")).contains("Het draaiboek", "Twaalf leden");
        visitor.fill("title-nl", "Samen opleiden");
        visitor.fill("title-en", "");
        visitor.fill("link", "http://example.org");
        visitor.follow("main form.wide > button");
        assertThat(visitor.status()).isEqualTo(422);
        visitor.fill("link", "https://example.org/opleiding");
        visitor.follow("main form.wide > button");
        assertThat(visitor.page().inputValue("#title-nl")).isEqualTo("Samen opleiden");
    }

    /** The public page's path. */
    private static String publishes(Visitor visitor) {
        visitor.page().locator("[name=agrees-1]").uncheck();
        visitor.follow("main form.wide > button");
        visitor.follow("form[action$='/publish'] button");
        assertThat(visitor.status()).as("not without the consent of both").isEqualTo(422);
        visitor.page().locator("[name=agrees-1]").check();
        visitor.follow("main form.wide > button");
        visitor.follow("form[action$='/publish'] button");
        return visitor.page().locator("main a[href^='/cooperations/']").getAttribute("href");
    }

    private static void looksAround(Visitor visitor, String page, String language) {
        visitor.open("/organiser/cooperations?stage=running");
        visitor.open("/organiser/cooperations");
        visitor.follow("#proposals + ul a");
        assertThat(visitor.text("main")).contains("Genootschap Zeta");
        visitor.open("/organiser/cooperations/later/" + SESSION);
        assertThat(visitor.text("main")).contains("Een gedeelde opleiding");
        visitor.open("/organiser/network");
        assertThat(visitor.page().locator(".tie.cooperation path").count()).isGreaterThan(0);
        visitor.open("/organiser/log");
        visitor.open("/network");
        assertThat(visitor.page().locator(".tie.cooperation").count()).as("this map names nobody").isZero();
        visitor.follow("main a[href='" + page + "']");
        assertThat(visitor.text("h1")).isEqualTo("Samen opleiden");
        assertThat(visitor.page().locator("h1").getAttribute("lang")).isEqualTo(language.equals("nl") ? null : "nl");
        assertThat(visitor.page().locator(".stages [aria-current=step]").count()).isEqualTo(1);
    }

    private static void takesItBack(Visitor visitor, Laptop laptop, Participant one, String page) {
        visitor.open(page(laptop, one));
        visitor.follow("main .rows a");
        visitor.follow("button[name=takeBack]");
        visitor.open("/organiser/cooperations");
        visitor.follow("#proposals + ul li:has(.badge) a");
        assertThat(visitor.page().locator("[name^=agrees-]:checked").count()).isEqualTo(1);
        visitor.follow("main form.wide > button");
        visitor.open(page);
        assertThat(visitor.status()).as("what is not agreed to any more is not public").isEqualTo(404);
    }

    private static void signIn(Laptop laptop, Visitor visitor) {
        var issued = laptop.context().getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        assertThat(laptop.context().getBean(Table.class).write(List.of(issued.write())))
                .isInstanceOf(WriteOutcome.Written.class);
        visitor.page()
                .context()
                .addCookies(List.of(new Cookie("__Host-desk", issued.token().text())
                        .setUrl(laptop.address().replace("http:", "https:"))
                        .setSecure(true)));
    }
}
