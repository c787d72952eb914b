package be.leerkring.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.SearchWords;
import be.leerkring.platform.text.Folding;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check-in page on phones that run its script: with a network, without one, and after it came back. */
class CheckInPhoneTest extends BrowserTest {

    private DayAtTheDoor day;
    private BrowserContext phone;
    private Page page;
    private final List<String> errors = new ArrayList<>();

    @BeforeEach
    void open() {
        day = new DayAtTheDoor();
        day.register("Noor Peeters", "VIL", RegistrationState.CONFIRMED);
        day.register("Özlem Aydin", "SIM", RegistrationState.CONFIRMED);
        day.register("Zoë Maes", "VIL", RegistrationState.CONFIRMED);
        day.register("Bo Claes", "SIM", RegistrationState.WAITING);
        phone = phone("nl");
        page = signedIn(phone);
        day.open(page, "/check-in");
    }

    @AfterEach
    void close() {
        phone.close();
        day.close();
        assertThat(errors).isEmpty();
    }

    private Page signedIn(BrowserContext context) {
        var signed = context.newPage();
        signed.onPageError(errors::add);
        day.signIn(signed);
        return signed;
    }

    private static Locator row(Page page, String name) {
        return page.locator(".arrivals > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void press(Page page, String name, String button) {
        row(page, name).locator("[name=" + button + "]").click();
    }

    private static void shows(Page page, String name, String mark) {
        assertThat(row(page, name)).hasAttribute("data-mark", mark);
    }

    @Test
    void aMinuteWithoutNetworkLosesNoMark() {
        phone.setOffline(true);
        press(page, "Noor", "here");
        press(page, "Özlem", "here");
        press(page, "Zoë", "here");
        press(page, "Zoë", "undo");

        shows(page, "Noor", "attended");
        shows(page, "Zoë", "confirmed");
        assertThat(page.locator("#count b")).hasText("2");
        assertThat(page.locator("#unsent")).containsText("4");
        assertThat(row(page, "Noor").locator(".unsent")).isVisible();
        assertThat(page.locator("#result")).containsText("Zoë Maes");
        assertThat(day.states().values()).doesNotContain(RegistrationState.ATTENDED);

        phone.setOffline(false);
        assertThat(page.locator("#unsent")).isHidden();
        assertThat(row(page, "Noor").locator(".unsent")).isHidden();
        shows(page, "Noor", "attended");
        assertThat(day.states())
                .containsEntry("Noor Peeters", RegistrationState.ATTENDED)
                .containsEntry("Özlem Aydin", RegistrationState.ATTENDED)
                .containsEntry("Zoë Maes", RegistrationState.CONFIRMED);
        assertThat(day.log()).containsExactlyInAnyOrder("attended", "attended", "attended", "attendance-undone");
    }

    @Test
    void whoeverHasNotConfirmedIsFoldedAwayUntilASearchFindsThem() {
        day.register("Dirk Claes", "VIL", RegistrationState.PENDING);
        day.open(page, "/check-in");
        assertThat(row(page, "Dirk")).isHidden();

        page.locator("#q").fill("dirk");
        assertThat(row(page, "Dirk")).isVisible();
        page.locator("#q").fill("noor");
        assertThat(row(page, "Noor")).isVisible();
        assertThat(page.locator("#unconfirmed")).not().hasAttribute("open", "");
        page.locator("#q").fill("");
        assertThat(row(page, "Dirk")).isHidden();

        page.locator("#unconfirmed summary").click();
        press(page, "Noor", "here");
        shows(page, "Noor", "attended");
        assertThat(page.locator("#unsent")).isHidden();
        assertThat(row(page, "Dirk")).isVisible();
    }

    @Test
    void aMarkOutlivesItsPage() {
        phone.setOffline(true);
        press(page, "Noor", "here");
        assertThat(page.locator("#unsent")).isVisible();
        page.close();
        phone.setOffline(false);

        var again = phone.newPage();
        day.open(again, "/check-in");

        assertThat(again.locator("#unsent")).isHidden();
        shows(again, "Noor", "attended");
        assertThat(day.states()).containsEntry("Noor Peeters", RegistrationState.ATTENDED);
    }

    @Test
    void twoPhonesMarkTheSamePersonOnceAndSeeWhatTheOtherDid() {
        try (var other = phone("en")) {
            var second = signedIn(other);
            day.open(second, "/check-in");
            phone.setOffline(true);
            press(page, "Noor", "here");
            press(second, "Noor", "here");
            press(second, "Zoë", "here");
            assertThat(second.locator("#unsent")).isHidden();
            shows(second, "Zoë", "attended");
            phone.setOffline(false);

            assertThat(page.locator("#unsent")).isHidden();
            shows(page, "Zoë", "attended");
            assertThat(page.locator("#count b")).hasText("2");
            assertThat(day.log()).containsExactlyInAnyOrder("attended", "attended");
        }
    }

    @Test
    void whoeverIsSignedOutLosesNoMark() {
        var cookies = phone.cookies();
        phone.clearCookies();
        press(page, "Noor", "here");
        assertThat(page.locator("#unsent")).containsText("aangemeld");
        assertThat(day.states()).containsEntry("Noor Peeters", RegistrationState.CONFIRMED);

        phone.addCookies(cookies.stream()
                .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                        .setDomain(cookie.domain)
                        .setPath(cookie.path)
                        .setSecure(true))
                .toList());
        page.dispatchEvent("html", "visibilitychange");

        assertThat(page.locator("#unsent")).isHidden();
        assertThat(day.states()).containsEntry("Noor Peeters", RegistrationState.ATTENDED);
    }

    @Test
    void theListFollowsWhatIsTypedAndTheKeyboardStaysWithThePerson() {
        page.locator("#q").fill("ozlem");
        assertThat(row(page, "Özlem")).isVisible();
        assertThat(row(page, "Noor")).isHidden();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        shows(page, "Özlem", "attended");
        assertThat(page.locator("#q")).hasValue("");
        assertThat(row(page, "Noor")).isVisible();

        row(page, "Noor").locator("[name=here]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#unsent")).isHidden();
        assertThat(row(page, "Noor").locator("[name=undo]")).isFocused();

        page.locator("#q").fill("niemand");
        assertThat(page.locator("#nobody")).isVisible();
    }

    @Test
    void theScriptFindsWhatTheServerFinds() {
        var searches = IntStream.concat(
                IntStream.rangeClosed(' ', 0x3FF), IntStream.rangeClosed(0x1E00, 0x2CFF))
                .filter(Character::isDefined)
                .mapToObj(codePoint -> "xy" + Character.toString(codePoint) + "z")
                .flatMap(name -> Stream.of(
                        Map.entry(name, Folding.plain(name)),
                        Map.entry(Folding.plain(name), name),
                        Map.entry(name, "xyz"),
                        Map.entry(name, "xy z"),
                        Map.entry(name, "y" + name.substring(2, name.length() - 1))))
                .map(row -> List.of(
                        row.getKey(), row.getValue(),
                        SearchWords.of(row.getValue()).areIn(List.of(row.getKey(), "VIL"))))
                .toList();

        assertThat(searches).hasSizeGreaterThan(5000);
        assertThat(page.evaluate("""
                searches => {
                  const search = document.getElementById('q');
                  const row = document.querySelector('.arrivals > li');
                  row.querySelector('small').textContent = 'VIL';
                  return searches.filter(([name, typed, found]) => {
                    row.querySelector('b').textContent = name;
                    search.value = typed;
                    search.dispatchEvent(new Event('input'));
                    return row.hidden === found;
                  });
                }""", searches)).isEqualTo(List.of());
    }

    @Test
    void whetherThereIsAChairOnlyTheServerKnows() {
        phone.setOffline(true);
        press(page, "Bo", "here");
        assertThat(page.locator("#result")).containsText("Bo Claes");
        shows(page, "Bo", "waiting");

        phone.setOffline(false);
        press(page, "Bo", "here");
        shows(page, "Bo", "attended");
        assertThat(day.states()).containsEntry("Bo Claes", RegistrationState.ATTENDED);
    }

    @Test
    void onlyThisPageMayRunScripts() {
        var policy = page.reload().headerValue("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'").doesNotContain("unsafe");
        day.open(page, "/list");
        assertThat(page.reload().headerValue("Content-Security-Policy")).doesNotContain("script-src");
        assertThat(page.reload().headerValue("Permissions-Policy")).contains("camera=()");
    }
}
