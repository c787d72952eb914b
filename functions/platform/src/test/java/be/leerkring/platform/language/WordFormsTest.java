package be.leerkring.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordFormsTest {

    private static boolean finds(String typed, String text) {
        return SearchWords.of(typed).areInAnyNumberIn(List.of(text));
    }

    @ParameterizedTest
    @CsvSource({
            "innovatiecentrum, innovatiecentra", "museum, musea", "datum, data", "criterium, criteria",
            "school, scholen", "vraag, vragen", "verslag, verslagen", "werkdag, werkdagen", "bedrijf, bedrijven",
            "huis, huizen", "prijs, prijzen", "brief, brieven", "mogelijkheid, mogelijkheden",
            "clusterlid, clusterleden",
            "stad, steden", "project, projecten", "man, mannen", "kind, kinderen", "technologie, technologieën",
            "idee, ideeën", "programma, programma’s", "cluster, clusters", "subsidie, subsidies", "artikel, artikelen",
            "voordeel, voordelen", "middel, middelen", "technicus, technici", "boek, boeken", "norm, normen",
            "company, companies", "process, processes", "analysis, analyses", "service, services", "box, boxes"
    })
    void theOneFindsTheOther(String one, String many) {
        assertThat(finds(one, "Over " + many + " en zo")).as("%s finds %s", one, many).isTrue();
        assertThat(finds(many, "Een " + one + ".")).as("%s finds %s", many, one).isTrue();
        assertThat(finds(many.toUpperCase(java.util.Locale.ROOT), "Een vlaams" + one + "."))
                .as("at the end of a longer word").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "mens, samen", "kans, kan", "reis, rei", "les, le", "bomen, bom", "weten, wet", "open, op",
            "eisen, reisgids",
            "data, dat", "agenda, agent", "thema, them", "bonus, bon", "basis, bas", "leden, lied", "nemen, naam",
            "markten, merk", "raden, rader", "proces, proza", "advies, advocaat", "lening, lenen"
    })
    void aWordThatOnlyLooksLikeItDoesNot(String typed, String text) {
        assertThat(finds(typed, text)).isFalse();
    }
}
