package be.leerkring.registration.form;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.web.FormText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MistypedAddressTest {

    @ParameterizedTest
    @CsvSource({
            "gmial.com, gmail.com", "gmai.com, gmail.com", "gmaill.com, gmail.com", "gnail.com, gmail.com",
            "gmail.con, gmail.com", "gmail.co, gmail.com", "gmail.cm, gmail.com", "gmail.comm, gmail.com",
            "gamil.com, gmail.com", "mgail.com, gmail.com", "gmail.be, gmail.com", "gmial.con, gmail.com",
            "hotmial.com, hotmail.com", "hotmal.com, hotmail.com", "hotmail.con, hotmail.com",
            "otmail.com, hotmail.com",
            "hotmail.eb, hotmail.be", "hotmial.be, hotmail.be", "outlok.com, outlook.com", "oulook.be, outlook.be",
            "telent.be, telenet.be", "telnet.be, telenet.be", "telenet.eb, telenet.be",
            "skynet.eb, skynet.be", "skynt.be, skynet.be", "proximsu.be, proximus.be", "promixus.be, proximus.be",
            "yaho.com, yahoo.com", "yahoo.cmo, yahoo.com", "icoud.com, icloud.com", "live.eb, live.be",
            "vlanderen.be, vlaanderen.be", "vlaandren.eb, vlaanderen.be", "belgacom.ent, belgacom.net"
    })
    void aSlipInTheNameOfAProviderIsAskedAbout(String typed, String meant) {
        assertThat(MistypedAddress.meant("jan.peeters+x@" + typed))
                .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo("jan.peeters+x@" + meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "gmail.com", "hotmail.com", "hotmail.be", "hotmail.fr", "hotmail.nl", "hotmail.de", "hotmail.co.uk",
            "outlook.com", "outlook.be", "outlook.fr", "live.be", "live.nl", "live.com", "yahoo.com", "yahoo.fr",
            "yahoo.de", "yahoo.co.uk", "mail.com", "ymail.com", "email.com", "gmx.com", "gmx.net", "gmx.de",
            "googlemail.com", "icloud.com", "me.com", "mac.com", "telenet.be", "skynet.be", "proximus.be",
            "vlaanderen.be", "vlaio.be", "vil.be", "vib.be", "imec.be", "ugent.be", "love.be", "line.be", "five.be",
            "example.org", "flanders-make.be", "catalisti.be", "orange.be", "voo.be", "planet.nl", "gaia.com",
            "kuleuven.be", "kbc.be", "telefonica.es", "sirris.be", "proton.me", "protonmail.com", "pm.me",
            "hetmail.eu", "brussels.be", "vlaamsbrabant.be", "antwerpen.be", "scania.be", "xn--caf-dma.be"
    })
    void aRealDomainIsNotAskedAbout(String domain) {
        assertThat(MistypedAddress.meant("jan@" + domain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jan", "jan@", "@gmial.com", "jan@gmial", "jan@@gmial.com", "jan@.com"})
    void whatIsNoAddressIsNothingToAskAbout(String typed) {
        assertThat(MistypedAddress.meant(typed)).isEmpty();
    }

    @Test
    void theProposalCountsWhereItIsTickedForTheSameAddress() {
        assertThat(chosen("a@gmial.com", "a@gmial.com", "a@gmail.com")).isEqualTo("a@gmail.com");
        assertThat(chosen("a@gmial.com", "a@gmial.com", "")).isEqualTo("a@gmial.com");
        assertThat(chosen("b@vil.be", "a@gmial.com", "a@gmail.com")).as("typed anew").isEqualTo("b@vil.be");
    }

    private static String chosen(String email, String sureOf, String meant) {
        return MistypedAddress.chosen(new FormText(Map.of("email", email, "sureOf", sureOf, "meant", meant)));
    }
}
