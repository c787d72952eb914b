package be.leerkring.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {

    @ParameterizedTest
    @CsvSource({
            "/sessions/een-sessie, /sessions/een-sessie", "/foo bar, /foo%20bar", "/a|b, /a%7Cb", "'/my/x\"', /my/x%22",
            "/a%b, /a%25b", "/a%20b, /a%2520b", "/é, /%C3%A9", "'', /", "a, /a", "//organiser/x, /%2Forganiser/x",
            "///, /%2F/", "/{id}, /%7Bid%7D", "/a?b#c, /a%3Fb%23c", "/a:b@c;d=e, /a:b@c;d=e", "/a\\b, /a%5Cb"})
    void aDecodedPathIsEncodedAgain(String decoded, String encoded) {
        assertThat(Address.encoded(decoded)).isEqualTo(encoded);
    }

    @Test
    void anyPathIsALegalOneOfOurs() {
        for (char character = 0; character < 0x3000; character++) {
            var path = Address.encoded("/" + character + "/x");
            assertThat(URI.create(path).getRawPath()).isEqualTo(path);
            assertThat(URI.create(path).getHost()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my/a b/seat", "/my/a|b", "/my/a\r\nX: y", "/my/%", "/my/%zz?done=x y#day",
            "/my/é[\u0000"})
    void whatSomebodyTypedLeavesAnAddressLegal(String address) {
        assertThat(URI.create(Address.legal(address)).getRawPath()).startsWith("/my/");
    }

    @Test
    void anAddressOfOursStaysAsItIs() {
        var ours = "/organiser/sessions/een?done=made&q=a%20b#day";

        assertThat(Address.legal(ours)).isEqualTo(ours);
    }
}
