package be.leerkring.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
            "https://www.voorbeeld.be, https://www.voorbeeld.be, https://www.voorbeeld.be",
            "HTTPS://WWW.Voorbeeld.BE/Pad?x=1, https://www.voorbeeld.be/Pad?x=1, https://www.voorbeeld.be/Pad?x=1",
            "https://www.café-cluster.be/é, https://www.xn--caf-cluster-dbb.be/é, https://www.café-cluster.be/é",
            "https://www.exämple.be:8443, https://www.xn--exmple-cua.be:8443, https://www.exämple.be:8443",
            "https://maßanfertigung.de/, https://xn--maanfertigung-cdb.de/, https://maßanfertigung.de/",
            "https://gооgle.be/, https://xn--ggle-55da.be/, https://xn--ggle-55da.be/",
            "http://mijn_site.voorbeeld.be/a, http://mijn_site.voorbeeld.be/a, http://mijn_site.voorbeeld.be/a"
    })
    void anAddressLeadsWhereItSays(String typed, String text, String shown) {
        assertThat(WebAddress.parse(typed).map(WebAddress::text)).contains(text);
        assertThat(WebAddress.shown(typed)).isEqualTo(shown);
        assertThat(WebAddress.parse(shown).map(WebAddress::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "voorbeeld.be", "https://", "https:///a", "ftp://voorbeeld.be", "javascript:alert(1)",
            "https://voorbeeld.be@evil.example", "https://voorbeeld.be:@evil.example", "https://127.0.0.1/",
            "https://localhost/", "https://voorbeeld.be\\@evil.example", "https://voor beeld.be",
            "https://voorbeeld.be/a b", "https://voorbeeld.be/\"", "https://voorbeeld.be:99999999", "https://a_b/"})
    void whatIsNoCompleteAddressIsNone(String typed) {
        assertThat(WebAddress.parse(typed)).isEmpty();
        assertThat(WebAddress.shown(typed)).isEqualTo(typed);
    }
}
