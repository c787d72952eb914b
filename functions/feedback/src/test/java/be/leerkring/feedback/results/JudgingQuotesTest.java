package be.leerkring.feedback.results;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.platform.links.Token;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of quotes at the desk. */
final class JudgingQuotesTest {

    private static final String HERE = "/organiser/sessions/sessie/answers";
    private static final Pattern FORM = Pattern.compile(
            "action=\"([^\"]*/quotes/[^\"]*/)(\\w+)\">\\s*"
                    + "<input type=\"hidden\" name=\"edition\" value=\"([\\w-]+)\">");

    private FeedbackRoom room;
    private Reader an;
    private Reader bo;
    private Token token;

    @BeforeEach
    void open() {
        room = new FeedbackRoom();
        token = room.asked(1).values().iterator().next();
        say("Dat helpt.");
        an = room.organiser();
        bo = room.organiser();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void say(String sentence) {
        room.answer(token, "quote", sentence, "attribution", "person", "name", "Jan", "organisation", "VIL");
    }

    /** The forms of the quote on this page: what they are sent to, without the act, and the edition that was read. */
    private static String[] form(Answer page) {
        var form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.text()).isTrue();
        return new String[] {form.group(1), form.group(3)};
    }

    private static Answer press(Reader organiser, String[] form, String act) {
        return organiser.post(form[0] + act, Map.of("edition", form[1]));
    }

    private int onSite() {
        return room.standing("#QUOTE#", "sk").size();
    }

    private int waiting() {
        return (int) room.standing("FEEDBACK#", "sk").stream().filter(item -> item.containsKey("due")).count();
    }

    private int logged() {
        return room.standing("LOG#sessie", "pk").size();
    }

    @Test
    void aQuoteIsPublishedOnceHoweverOftenItIsPressedAndWithdrawnAgain() {
        var form = form(an.get("/organiser/quotes"));
        assertThat(press(an, form, "publish").location()).isEqualTo(HERE + "#quotes");
        assertThat(press(an, form, "publish").status()).isEqualTo(303);
        assertThat(press(bo, form, "publish").status()).isEqualTo(303);
        assertThat(onSite()).isEqualTo(1);
        assertThat(logged()).isEqualTo(1);
        assertThat(an.get("/organiser/quotes").text()).contains("Er wacht geen enkele zin");

        var quote = room.standing("#QUOTE#", "sk").getFirst();
        assertThat(quote.get("quote").m().get("nl").s()).isEqualTo("Dat helpt.");
        assertThat(quote.get("attribution").s()).isEqualTo("Jan, VIL");
        assertThat(quote.get("programme").s()).isEqualTo("PROGRAMME");

        assertThat(press(an, form, "withdraw").status()).isEqualTo(303);
        assertThat(press(bo, form, "withdraw").status()).isEqualTo(303);
        assertThat(onSite()).isZero();
        assertThat(an.get(HERE).text()).contains("Niet gekozen");
        assertThat(room.reader().get("/feedback/" + token.text()).text()).contains("heeft uw zin niet gekozen");
    }

    @Test
    void theLogSaysWhatWasDoneAndNeitherWhoseWordsNorWhichWords() {
        var form = form(an.get(HERE));
        for (var act : new String[] {"leave", "reconsider", "publish", "withdraw"}) {
            assertThat(press(an, form, act).status()).as(act).isEqualTo(303);
        }
        assertThat(room.standing("LOG#sessie", "pk"))
                .hasSize(4)
                .allMatch(entry -> !entry.toString().contains("Jan") && !entry.toString().contains("helpt"))
                .extracting(entry -> entry.get("what").s())
                .containsExactlyInAnyOrder("quote-leave", "quote-reconsider", "quote-publish", "quote-withdraw");
    }

    @Test
    void whatIsLeftGoesOutOfTheQueueAndCanBeTakenUpAgain() {
        var form = form(an.get("/organiser/quotes"));
        assertThat(press(an, form, "leave").status()).isEqualTo(303);
        assertThat(waiting()).isZero();
        assertThat(press(bo, form, "publish").status()).as("a colleague left it").isEqualTo(409);
        assertThat(onSite()).isZero();

        assertThat(press(bo, form, "reconsider").status()).isEqualTo(303);
        assertThat(waiting()).isEqualTo(1);
        assertThat(press(bo, form, "publish").status()).isEqualTo(303);
        assertThat(press(an, form, "leave").status()).as("a colleague published it").isEqualTo(409);
        assertThat(onSite()).isEqualTo(1);
    }

    @Test
    void aQuoteThatChangedOrWentSinceItWasReadIsNotPublished() {
        var form = form(an.get("/organiser/quotes"));
        say("Dat helpt niet.");
        var changed = press(an, form, "publish");
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text()).contains("Deze zin is intussen gewijzigd", "Dat helpt niet.");
        assertThat(onSite()).isZero();

        var next = form(an.get(HERE));
        room.reader().post("/feedback/" + token.text() + "/withdraw", Map.of());
        assertThat(press(an, next, "publish").status()).isEqualTo(409);
        assertThat(press(an, next, "leave").status()).isEqualTo(409);
        assertThat(press(an, next, "withdraw").status()).as("it is not on the site").isEqualTo(303);
        assertThat(an.post(next[0] + "publish", Map.of("edition", next[1], "from", "queue")).text())
                .contains("Deze zin is intussen gewijzigd", "Er wacht geen enkele zin");
        assertThat(logged()).isZero();
    }

    @Test
    void whatIsNoQuoteOrNoActIsNotFound() {
        var form = form(an.get(HERE));
        assertThat(press(an, form, "burn").status()).isEqualTo(404);
        assertThat(an.post(HERE + "/quotes/" + "x".repeat(2000) + "/publish", Map.of()).status()).isEqualTo(404);
        assertThat(an.post(HERE.replace("sessie", "nergens") + "/quotes/x/publish", Map.of()).status()).isEqualTo(404);
        assertThat(an.post(HERE + "/quotes/x/publish", Map.of()).status()).as("it may be gone").isEqualTo(409);
        assertThat(press(room.reader(), form, "publish").location()).isEqualTo("/organiser/sign-in");
        assertThat(onSite()).isZero();
    }

    @Test
    void whatIsOnTheSiteIsWithdrawnAlsoWhenItsAnswerIsForgotten() {
        var form = form(an.get(HERE));
        press(an, form, "publish");
        room.clock().forward(Duration.ofDays(400));
        var later = room.organiser();
        assertThat(later.get(HERE).text()).contains("Dat helpt.", "Op de site");
        assertThat(press(later, form, "withdraw").status()).isEqualTo(303);
        assertThat(onSite()).isZero();
        assertThat(later.get(HERE).text()).doesNotContain("Dat helpt.");
    }
}
