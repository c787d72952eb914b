package be.leerkring.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkIdentityTest {

    @ParameterizedTest
    @CsvSource({
            "'nl=het,en=the', nl, het Netwerk",
            "'nl=het,en=the', en, the Netwerk",
            "'nl=het,en=the', fr, Netwerk",
            "nl=de, nl, de Netwerk",
            "'', nl, Netwerk"
    })
    void aNameBringsItsArticleIntoASentence(String article, String language, String name) {
        var network = new NetworkIdentity("Netwerk", article, "Netwerk", article, "an@example.org");

        assertThat(network.inSentence(new Language(language))).isEqualTo(name);
        assertThat(network.organiserInSentence(new Language(language))).isEqualTo(name);
        assertThat(network.name()).isEqualTo("Netwerk");
        assertThat(network.organiser()).isEqualTo("Netwerk");
    }
}
