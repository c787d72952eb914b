package be.leerkring.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparableNameTest {

    @ParameterizedTest
    @CsvSource({"Réseau Chimie, ' RESEAU   chimie '", "D’Hondt, d'hondt", "Weiß, WEISS", "Łódź‑Ærø, lodz-aero"})
    void caseAccentsAndSpacesMakeNoOtherName(String one, String other) {
        assertThat(ComparableName.of(one)).isEqualTo(ComparableName.of(other));
    }

    @Test
    void whatIsLongerThanAnyNameIsNotFolded() {
        var typed = "\uFDFA".repeat(150_000);

        assertThat(ComparableName.of(typed).text()).isSameAs(typed);
    }
}
