package be.leerkring.network.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.platform.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry may be. */
final class KnowledgeEntryTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "https://example.org", "https://www.example.org/map/blad?taal=nl#2", "HTTPS://example.org/",
            "https://example.org:8443/café", "https://nl.example.org/Ένωση_(België)"})
    void aLinkIsACompleteAddress(String address) {
        assertThat(KnowledgeEntry.isLink(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "example.org", "//example.org", "/sessions/een", "http://example.org", "ftp://example.org",
            "javascript:alert(1)", "data:text/html,x", "mailto:an@example.org", "https:", "https://",
            "https:example.org",
            "https:///pad", "https://example.org/twee woorden", "https://example.org/\"x",
            "https://bank.example@example.org",
            "https://example.org\\@elders.example", "https://example.org/<b>", " https://example.org",
            "https://exa\u0000mple.org",
            "https://example.org/\r\nBcc: x", "https://example.org/{{site}}"})
    void whatLeadsSomewhereElseThanItSaysIsNoLink(String address) {
        assertThat(KnowledgeEntry.isLink(address)).isFalse();
    }

    @Test
    void anEntryThatCannotBeIsRefusedByName() {
        assertThatThrownBy(() -> KnowledgeTest.entry("Grote Letters", "")).hasMessageContaining("Grote Letters");
        assertThatThrownBy(() -> with("javascript:x", List.of()))
                .hasMessageContaining("presentatie")
                .hasMessageContaining("https");
        assertThatThrownBy(() -> with("", List.of("twee woorden"))).hasMessageContaining("twee woorden");
    }

    private static KnowledgeEntry with(String link, List<String> themes) {
        var entry = KnowledgeTest.entry("presentatie", "");
        return new KnowledgeEntry(
                entry.id(), entry.kind(), entry.title(), entry.summary(), link, "", themes, Optional.empty(),
                KnowledgeTest.START, 0);
    }

    @Test
    void anEntryLacksTheLanguagesIntoWhichSomeOfItIsNotTranslated() {
        assertThat(KnowledgeTest.entry("presentatie", "").lacks(new Language("nl"))).isFalse();
        assertThat(KnowledgeTest.entry("presentatie", "").lacks(new Language("en"))).as("its summary").isTrue();
    }
}
