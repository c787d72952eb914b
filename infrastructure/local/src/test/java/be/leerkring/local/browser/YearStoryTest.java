package be.leerkring.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.browser.checks.InLanguages;
import be.leerkring.network.participant.RegistrationState;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a session brought comes back to organisers and to the site, becomes a cooperation three months later, and stays
 * in the report of the year; without scripts.
 */
class YearStoryTest extends BrowserTest {

    private static final List<String> THERE = List.of(
            "Noor Peeters", "Élodie Dubois", "Özlem Aydin", "Bo Maes", "Sam Claes", "Lea Wouters");

    private static final String ABSENT = "Dirk Jacobs";

    private static final String MORNING = "2017-03-24T09:00";
    private static final String KEPT = "Nu weten we bij wie we moeten zijn.";
    private static final String TAKEN_BACK = "De beste namiddag van dit jaar.";

    @InLanguages
    void whatPeopleSayComesBackAndContactsBecomeCooperation(String language) {
        try (var day = new DayAtTheDoor(); var visitor = visitor(day.laptop(), language)) {
            day.signIn(visitor.page());
            holds(visitor, day);
            closes(visitor, day);
            answer(visitor, day);
            readsAndPublishes(visitor, day);
            goOnTogether(visitor, day);
            confirmsAndPublishes(visitor, day);
            readsTheYear(visitor);
            takesTheQuoteBack(visitor, day);
            assertThat(visitor.inspection().findings()).isEmpty();
        }
    }

    private static void holds(Visitor visitor, DayAtTheDoor day) {
        var organisations = List.of("VIL", "CATALISTI", "FLUX50", "VIL", "CATALISTI", "FLUX50");
        for (int person = 0; person < THERE.size(); person++) {
            day.register(THERE.get(person), organisations.get(person), RegistrationState.CONFIRMED);
        }
        day.register(ABSENT, "VIL", RegistrationState.CONFIRMED);
        visitor.open(DayAtTheDoor.PATH + "/check-in");
        for (var name : THERE) {
            visitor.follow("button[name=here][value='" + DayAtTheDoor.person(name) + "']");
        }
        assertThat(visitor.text("#count b")).isEqualTo("6");
    }

    private static void closes(Visitor visitor, DayAtTheDoor day) {
        moveTo(visitor, day, "2017-03-23T17:15");
        assertThat(day.laptop().ses().mails().getLast().text()).contains(ABSENT, "/close");
        day.signIn(visitor.page());
        visitor.open(DayAtTheDoor.PATH + "/close");
        assertThat(visitor.text("main")).contains(ABSENT);
        visitor.follow("main form button");
        assertThat(day.states()).containsEntry(ABSENT, RegistrationState.ABSENT);
        visitor.open("/organiser/sessions");
        assertThat(visitor.text("main")).contains("6");
    }

    /** Five say something, two of them for the site; one sends an empty form. */
    private static void answer(Visitor visitor, DayAtTheDoor day) {
        moveTo(visitor, day, MORNING);
        assertThat(mails(day, ABSENT)).noneMatch(mail -> mail.contains("/feedback/"));
        for (int person = 0; person < THERE.size(); person++) {
            visitor.open(link(day, THERE.get(person), "feedback"));
            if (person > 0) {
                visitor.page().locator("input[name=usefulness][value='4']").check();
                visitor.page().locator("input[name=recommend][value='9']").check();
            }
            if (person == 1 || person == 2) {
                visitor.fill("quote", person == 1 ? KEPT : TAKEN_BACK);
                visitor.page().locator("input[name=attribution][value=organisation]").check();
                visitor.fill("organisation", "Een netwerk");
            }
            visitor.follow("main form button:not(.quiet)");
        }
    }

    private static void readsAndPublishes(Visitor visitor, DayAtTheDoor day) {
        day.signIn(visitor.page());
        visitor.open("/organiser");
        visitor.follow("main a[href='/organiser/quotes']");
        assertThat(visitor.text("main")).contains(KEPT, TAKEN_BACK);
        visitor.follow("li:has-text('" + KEPT + "') form[action$='/publish'] button");
        visitor.follow("li:has-text('" + TAKEN_BACK + "') form[action$='/publish'] button");

        visitor.open(DayAtTheDoor.PATH + "/answers");
        assertThat(visitor.text(".tallies b")).as("an empty form is no answer").isEqualTo("5");
        visitor.follow("main a[href$='/answers/reply']");
        visitor.fill("text-nl", "We beginnen een kwartier later.");
        visitor.fill("text-en", "We start a quarter of an hour later.");
        visitor.follow("main form.wide > button");

        visitor.open("/sessions/" + DayAtTheDoor.SESSION);
        assertThat(visitor.text("main")).contains(KEPT, TAKEN_BACK).containsAnyOf("kwartier later", "an hour later");
        visitor.open("/");
        assertThat(visitor.text("main")).contains(KEPT);
    }

    private static void goOnTogether(Visitor visitor, DayAtTheDoor day) {
        moveTo(visitor, day, "2017-06-23T09:00");
        assertThat(mails(day, ABSENT)).noneMatch(mail -> mail.contains("/follow-up/"));
        reports(visitor, day, THERE.get(0), "catalisti", "plan");
        reports(visitor, day, THERE.get(1), "vil", "running");
    }

    private static void reports(Visitor visitor, DayAtTheDoor day, String name, String other, String stage) {
        visitor.open(link(day, name, "follow-up"));
        visitor.fill("used", "De namen van wie er al mee bezig is");
        visitor.page().locator("#organisation").selectOption(other);
        visitor.page().locator("[name=stage][value=" + stage + "]").check();
        visitor.page().locator("[name=told][value=yes]").check();
        visitor.follow("main form:has(select) > button");
        assertThat(visitor.page().locator(".rows li").count()).isEqualTo(1);
    }

    private static void confirmsAndPublishes(Visitor visitor, DayAtTheDoor day) {
        day.signIn(visitor.page());
        visitor.open("/organiser");
        visitor.follow("main a[href='/organiser/cooperations']");
        assertThat(visitor.page().locator("#proposals + ul > li").count()).as("two sides are one").isEqualTo(1);
        visitor.follow("#proposals + ul a");
        visitor.fill("title-nl", "Samen slimmer produceren");
        visitor.fill("title-en", "Smarter production together");
        visitor.follow("main form.wide > button");
        visitor.follow("form[action$='/publish'] button");
        visitor.open("/network");
        assertThat(visitor.text("main")).containsAnyOf("Samen slimmer produceren", "Smarter production together");
    }

    private static void readsTheYear(Visitor visitor) {
        visitor.open("/organiser/report/2017");
        assertThat(visitor.text("main"))
                .containsAnyOf(KEPT, TAKEN_BACK)
                .containsAnyOf("Samen slimmer produceren", "Smarter production together")
                .containsAnyOf("kwartier later", "an hour later");
        visitor.open("/report/2017");
        assertThat(visitor.status()).isEqualTo(200);
    }

    private static void takesTheQuoteBack(Visitor visitor, DayAtTheDoor day) {
        visitor.open(link(day, THERE.get(2), "feedback"));
        visitor.follow("form[action$='/withdraw'] button");
        visitor.open("/sessions/" + DayAtTheDoor.SESSION);
        assertThat(visitor.text("main")).contains(KEPT).doesNotContain(TAKEN_BACK);
        visitor.open("/");
        assertThat(visitor.text("main")).doesNotContain(TAKEN_BACK);
        visitor.open("/organiser/report/2017");
        assertThat(visitor.text("main")).contains(KEPT).doesNotContain(TAKEN_BACK);
    }

    private static void moveTo(Visitor visitor, DayAtTheDoor day, String moment) {
        visitor.open("/local");
        visitor.fill("to", moment);
        visitor.follow("form:has(#to) button");
        day.laptop().settle(Duration.ofMinutes(2));
    }

    /** What this person was mailed, the latest last. */
    private static List<String> mails(DayAtTheDoor day, String name) {
        return day.laptop().ses().mails().stream()
                .filter(mail -> mail.to().contains(DayAtTheDoor.address(name)))
                .map(mail -> mail.text())
                .toList();
    }

    /** The path of the link of this kind that this person was mailed. */
    private static String link(DayAtTheDoor day, String name, String kind) {
        var links = Pattern.compile("/" + kind + "/[\\w.-]+")
                .matcher(String.join("\n", mails(day, name)))
                .results()
                .toList();
        assertThat(links).as("links to %s for %s", kind, name).isNotEmpty();
        return links.getLast().group();
    }
}
