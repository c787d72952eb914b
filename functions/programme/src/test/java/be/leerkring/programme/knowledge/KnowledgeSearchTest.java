package be.leerkring.programme.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FormText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who finds what, by which words. */
final class KnowledgeSearchTest {

    private static final Languages LANGUAGES = new Languages("nl,en");

    private static final List<KnowledgeEntry> ENTRIES = List.of(
            entry("steun", KnowledgeEntry.Kind.SERVICE, "Financiële steun", "Financial support",
                    "Voor wie samen innoveert", "", "circulaire-economie"),
            entry("ronde", KnowledgeEntry.Kind.PRACTICE, "Een ronde tafel", "A round table",
                    "Ελένη Παπαδοπούλου leidde ze", "Map 7: Werkvormen", "leren-van-elkaar"),
            entry("blad", KnowledgeEntry.Kind.MATERIAL, "Presentatie", "Slides",
                    "Wat er op 23 maart te zien was", "", "industrie-4-0", "circulaire-economie"));

    private static KnowledgeEntry entry(
            String id,
            KnowledgeEntry.Kind kind,
            String dutch,
            String english,
            String summary,
            String reference,
            String... themes) {
        return new KnowledgeEntry(
                id,
                kind,
                new LocalizedText(Map.of("nl", dutch, "en", english)),
                new LocalizedText(Map.of("nl", summary)),
                "",
                reference,
                List.of(themes),
                Optional.empty(),
                Instant.parse("2017-02-01T09:00:00Z"),
                0);
    }

    private static String found(String query) {
        var parameters = Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair.length == 1 ? "" : pair[1])));
        return KnowledgeSearch.of(new FormText(Map.copyOf(parameters))).in(ENTRIES, LANGUAGES).stream()
                .map(KnowledgeEntry::id)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "q= | steun ronde blad",
            "q=FINANCIELE | steun", // accents and case
            "q=support | steun", // the other language
            "q=ελενη | ronde", // in a summary, in Greek
            "q=ΕΛΈΝΗ παπα | ronde",
            "q=werkvormen | ronde", // in a file's reference
            "q=industrie 4.0 | blad", // a theme's name
            "q=industry | blad", // a theme's name in the other language
            "q=van elkaar | ronde", // a theme that the network has no name for
            "q=circular 23 maart | blad",
            "q=circulaire economie | steun blad",
            "theme=circulaire-economie | steun blad",
            "theme=circulaire-economie&kind=material | blad",
            "kind=practice | ronde",
            "q=presentatie&kind=practice | ''",
            "q=bestaat niet | ''",
            "theme=onbekend | ''",
    })
    void itFindsWhatHasAllWordsTheThemeAndTheKind(String query, String ids) {
        assertThat(found(query)).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=1", "q=?", "theme=%00<b>", "kind=recipe", "kind=", "kind=SERVICE", "q=%20&theme=&kind="})
    void whatCannotBeAskedForLimitsNothing(String query) {
        assertThat(found(query.replace("%00", "\0").replace("%20", " "))).isEqualTo("steun ronde blad");
    }

    @Test
    void asManyCharactersAreSearchedByAsTheFieldTakes() {
        var search = KnowledgeSearch
                .of(new FormText(Map.of("q", List.of("ronde\0tafel " + "a".repeat(5_000), "twee"))));

        assertThat(search.words()).hasSize(KnowledgeSearch.LONGEST).startsWith("ronde tafel a");
        assertThat(search.isEmpty()).isFalse();
    }
}
