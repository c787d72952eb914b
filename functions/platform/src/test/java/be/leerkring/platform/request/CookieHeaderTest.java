package be.leerkring.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.ServerCookieDecoder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CookieHeaderTest {

    @Test
    void micronautFindsItWhereThereIsNoServer() {
        assertThat(ServerCookieDecoder.INSTANCE).isInstanceOf(CookieHeader.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "language=en; __Host-desk=abc.d_e-f", "__Host-desk=abc.d_e-f; language=en",
            "language=en;__Host-desk=abc.d_e-f", " language = en ;; __Host-desk=\"abc.d_e-f\" ;"})
    void allCookiesAreReadInAnyOrder(String header) {
        assertThat(read(header)).contains("language=en", "__Host-desk=abc.d_e-f");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "a", "=", "=b", "foo bar=1", "$x=1", "é=1", "secure", "path=/", "_ga=GA1.2.3", "", ";;", "a=\u0001", "b=é",
            "version=1", "expires=Wed, 21 Oct 2026 07:28:00 GMT", "[x]={\"a\":1}", "a=b=c", "\u0000=1", "\"=\""})
    void whatOthersPlantedIsPassedOver(String planted) {
        assertThat(read(planted + "; language=en")).contains("language=en");
        assertThat(read("language=en; " + planted)).contains("language=en");
    }

    @ParameterizedTest
    @CsvSource({"a=b=c, a=b=c", "a=, a=", "'a=\"', 'a=\"'", "'a=\"\"', a=", "path=/, path=/"})
    void aPairIsCutAtItsFirstEqualsSign(String header, String pair) {
        assertThat(read(header)).isEqualTo(pair);
    }

    private static String read(String header) {
        return new CookieHeader().decode(header).stream()
                .map(CookieHeaderTest::pair)
                .collect(Collectors.joining(" "));
    }

    private static String pair(Cookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }
}
