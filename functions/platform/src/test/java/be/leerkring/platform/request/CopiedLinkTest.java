package be.leerkring.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CopiedLinkTest {

    private static final String TOKEN = "van-5-tot-7.Zk3_-9aBcDeFgHiJkLmNoA.0_-4567890abcdefghij-w";

    @ParameterizedTest
    @ValueSource(strings = {
            "/confirm/T.", "/my/T%3E", "/my/T)", "/address/T,", "/feedback/T%22", "/follow-up/T%E2%80%9D.",
            "/unsubscribe/T%20", "/confirm/T%C2%A0", "/confirm/T%E2%80%8B", "/confirm/T&gt;", "/confirm/T%26gt%3B",
            "/confirm/T;", "/confirm/T!", "/confirm/T?", "/confirm/T…", "/confirm/T_", "/confirm/T*", "/confirm/T%5D",
            "/confirm/T%253E", "/confirm/T%0D%0A", "/confirm/T%20Dank%20u", "/confirm/%3CT%3E", "/confirm/%20T",
            "/confirm/%E2%80%98T%E2%80%99", "/confirm/T/", "/confirm/T/%3E", "/confirm/T=", "/confirm/T%2",
            "/confirm/T)."
    })
    void whatSticksToALinkIsTakenOff(String copied) {
        var path = copied.replace("T", TOKEN);

        assertThat(CopiedLink.whole(path)).contains(copied.substring(0, copied.indexOf('/', 1)) + "/" + TOKEN);
    }

    @Test
    void aLinkThatWasBrokenAtTheEndOfALineIsPutTogether() {
        for (var at = 1; at < TOKEN.length(); at++) {
            for (var end : new String[] {"=%0D%0A", "=%0A", "=", "%20", "%0D%0A%20", "%C2%AD", "%E2%80%8B"}) {
                assertThat(CopiedLink.whole("/my/" + TOKEN.substring(0, at) + end + TOKEN.substring(at)))
                        .as("%s at %d", end, at)
                        .contains("/my/" + TOKEN);
            }
        }
    }

    @Test
    void aLinkThatIsWholeIsLeftAsItIs() {
        assertThat(CopiedLink.whole("/my/" + TOKEN)).isEmpty();
        assertThat(CopiedLink.whole("/my/" + TOKEN + "/data/leerkring.json")).isEmpty();
    }

    @Test
    void theRestOfTheAddressStays() {
        assertThat(CopiedLink.whole("/my/" + TOKEN + "./contacts")).contains("/my/" + TOKEN + "/contacts");
    }

    @Test
    void nothingIsGuessedOfALinkThatIsCutOff() {
        for (var length = TOKEN.indexOf('.') + 25; length < TOKEN.length(); length++) {
            assertThat(CopiedLink.whole("/my/" + TOKEN.substring(0, length)))
                    .as("%d characters", length)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/", "", "//", "/sessions/van-5-tot-7", "/assets/leerkring.1a2b3c4d.css",
            "/sessions/van-5-tot-7/calendar.ics",
            "/confirm/", "/confirm/...", "/confirm/%", "/my/niemand.xxx", "/report/2017"
    })
    void whatIsNoTokenIsLeftAlone(String path) {
        assertThat(CopiedLink.whole(path)).isEmpty();
    }

    @Test
    void anAddressOfAnyLengthIsLookedAtInNoTime() {
        assertThat(CopiedLink.whole("/my/" + "a.".repeat(100_000))).isEmpty();
        assertThat(CopiedLink.whole("/my/" + "A.".repeat(499))).isEmpty();
    }
}
