package be.leerkring.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.mail.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an organisation's people have mail. */
final class MailDomainsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "vil.be | vil.be",
            "@VIL.be | vil.be",
            "vil.be, catalisti.be;flux50.com  vil.be | vil.be, catalisti.be, flux50.com",
            "münchen.example | xn--mnchen-3ya.example",
            "'' | ''",
            "' , ' | ''"
    })
    void theyAreTypedInOneField(String typed, String known) {
        assertThat(MailDomains.of(typed).map(MailDomains::text)).contains(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vil", "https://vil.be", "an@vil.be", "vil.be, -", "vil..be", "vil_be.be"})
    void whatIsNoneIsRefused(String typed) {
        assertThat(MailDomains.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "an@vil.be, true",
            "an@mail.vil.be, true",
            "an@catalisti.be, true",
            "an@evilvil.be, false",
            "an@vil.be.evil.example, false",
            "vil.be@gmail.com, false"
    })
    void anAddressFitsAtOneOfThemOrBelow(String address, boolean fits) {
        assertThat(MailDomains.of("vil.be catalisti.be").orElseThrow().fit(new EmailAddress(address))).isEqualTo(fits);
    }

    @Test
    void whereNoneIsKnownEveryAddressFits() {
        assertThat(MailDomains.NONE.fit(new EmailAddress("an@gmail.com"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "https://www.vil.be/nl, an@catalisti.be, vil.be",
            "https://WWW.Vil.be, '', vil.be",
            "'', an@catalisti.be, catalisti.be",
            "no address at all, an@catalisti.be, catalisti.be",
            "'', an@gmail.com, ''",
            "'', an@telenet.be, ''",
            "'', '', ''"
    })
    void theWebsiteOrTheContactSuggestsOne(String website, String email, String suggested) {
        assertThat(MailDomains.suggested(website, email).orElse("")).isEqualTo(suggested);
    }

    @Test
    void theyAreUnitedWithoutSayingAnyTwice() {
        var united = MailDomains.of("a.be b.be").orElseThrow().and(MailDomains.of("b.be c.be").orElseThrow());

        assertThat(united).isEqualTo(new MailDomains(List.of("a.be", "b.be", "c.be")));
        assertThat(MailDomains.of("a.be outlook.com").orElseThrow().areAnybodys()).isTrue();
        assertThat(united.areAnybodys()).isFalse();
    }
}
