package be.leerkring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
            "Jan.Peeters@Voorbeeld.BE, jan.peeters@voorbeeld.be",
            "'  jan@voorbeeld.be\t', jan@voorbeeld.be",
            "jan+leerkring@voorbeeld.be, jan+leerkring@voorbeeld.be",
            "jan@café.be, jan@xn--caf-dma.be",
            "jan@CAFÉ.be, jan@xn--caf-dma.be",
            "jan@cafe\u0301.be, jan@xn--caf-dma.be",
            "JAN@XN--CAF-DMA.BE, jan@xn--caf-dma.be",
            "max@maßanfertigung.de, max@xn--maanfertigung-cdb.de",
            "max@βόλος.com, max@xn--nxasmm1c.com",
            "'\u00a0jan@voorbeeld.be\u202f', jan@voorbeeld.be",
            "'\u200b\ufeffjan@voorbeeld.be\u2060\u00ad\u3164', jan@voorbeeld.be",
            "o'neil_x-y@a.b.example, o'neil_x-y@a.b.example"
    })
    void anAddressHasOneForm(String typed, String known) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(known));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "",
            " ",
            "@",
            "jan",
            "jan@",
            "@voorbeeld.be",
            "jan@voorbeeld",
            "jan@.be",
            "jan@voorbeeld.",
            "jan@voorbeeld..be",
            "jan@-voorbeeld.be",
            "jan@127.0.0.1",
            "jan@[127.0.0.1]",
            ".jan@voorbeeld.be",
            "jan.@voorbeeld.be",
            "jan..p@voorbeeld.be",
            "jan p@voorbeeld.be",
            "jan@voor beeld.be",
            "jan@a@voorbeeld.be",
            "jan@voorbeeld.be,els@voorbeeld.be",
            "jan@voorbeeld.be;els@voorbeeld.be",
            "Jan <jan@voorbeeld.be>",
            "\"jan\"@voorbeeld.be",
            "jan@voorbeeld.be\r\nBcc: els@voorbeeld.be",
            "jan\r\nBcc: els@voorbeeld.be",
            "jan\u0000@voorbeeld.be",
            "jan@voor\u0000beeld.be",
            "jan\u202e@voorbeeld.be",
            "zoë@voorbeeld.be",
            "\u017fan@voorbeeld.be",
            "ja\u200bn@voorbeeld.be"
    })
    void whatCannotBeMailedIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void anAddressIsAsLongAsMailAllowsAndNoLonger() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@voorbeeld.be")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@voorbeeld.be")).isEmpty();
        var domain = ("b".repeat(60) + ".").repeat(3);
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain + "ccc.be")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain + "cccc.be")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".be")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(100_000) + "@b.be")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(50_000) + "be")).isEmpty();
    }

    @Property
    void howeverItIsTypedAPersonHasOneKeyAtASession(@ForAll("addresses") String address) {
        var one = EmailAddress.parse(address).orElseThrow();
        var other = EmailAddress.parse("  " + address.toUpperCase(Locale.ROOT) + " ").orElseThrow();

        assertThat(other).isEqualTo(one);
        assertThat(EmailAddress.parse(one.text())).contains(one);
        assertThat(one.derive("sessie-1")).isEqualTo(other.derive("sessie-1"))
                .isNotEqualTo(one.derive("sessie-2"));
        assertThat(one.derive("sessie-1")).matches("[A-Za-z0-9_-]{22}");
    }

    @Provide
    Arbitrary<String> addresses() {
        var local = Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').withChars("+_-!'")
                .ofMinLength(1).ofMaxLength(64);
        var label = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(63);
        var top = Arbitraries.of("be", "eu", "brussels", "vlaanderen");
        return Combinators.combine(local, label, top).as((name, domain, end) -> name + "@" + domain + "." + end);
    }

    @ParameterizedTest
    @CsvSource({
            "jan@voorbeeld.be, mailto:jan@voorbeeld.be, jan@voorbeeld.be",
            "jan#1@voorbeeld.be, mailto:jan%231@voorbeeld.be, jan#1@voorbeeld.be",
            "50%?a=b&c@voorbeeld.be, mailto:50%25%3Fa%3Db%26c@voorbeeld.be, 50%?a=b&c@voorbeeld.be",
            "o'neil+x@voorbeeld.be, mailto:o'neil+x@voorbeeld.be, o'neil+x@voorbeeld.be",
            "jan@café.be, mailto:jan@xn--caf-dma.be, jan@café.be",
            "jan@vlaanderеn.be, mailto:jan@xn--vlaandern-n0h.be, jan@xn--vlaandern-n0h.be"
    })
    void aLinkLeadsToTheAddressAndAPageShowsItAsPeopleReadIt(String typed, String mailto, String shown) {
        var address = EmailAddress.parse(typed).orElseThrow();

        assertThat(address.mailto()).isEqualTo(mailto);
        assertThat(address.shown()).isEqualTo(shown);
        assertThat(EmailAddress.parse(shown)).contains(address);
        assertThat(EmailAddress.shown(typed)).isEqualTo(shown);
    }

    @Property
    void whateverIsTypedIsAnAddressOfOneLineOrNone(@ForAll String typed) {
        assertThat(EmailAddress.parse(typed + "@voorbeeld.be").stream())
                .allSatisfy(address -> assertThat(address.text()).matches("[!-~]+@[a-z0-9.-]+"));
        assertThat(EmailAddress.parse("jan@" + typed + ".be").stream())
                .allSatisfy(address -> assertThat(address.text()).matches("[!-~]+@[a-z0-9.-]+"));
    }
}
