package be.leerkring.network.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterestsTest {

    @ParameterizedTest
    @CsvSource({
            "Europa, EUROPA",
            "europa, Europa",
            "R&D, r&d",
            "Wérken_aan_morgen, werken_aan_Morgen",
            "e-commerce, E_Commerce"
    })
    void aThemeThatIsTypedAnewIsTheSame(String ticked, String retyped) {
        var interests = new Interests(List.of(ticked), List.of("kennismaking", ticked));

        assertThat(interests.seeks(retyped)).isTrue();
        assertThat(interests.among(List.of("kennismaking", retyped)))
                .isEqualTo(new Interests(List.of(retyped), List.of("kennismaking", retyped)));
        assertThat(interests.asSpelt(List.of(retyped)))
                .isEqualTo(new Interests(List.of(retyped), List.of("kennismaking", retyped)));
    }

    @Test
    void anotherThemeIsAnother() {
        var interests = new Interests(List.of("Europa"), List.of());

        assertThat(interests.offers("Europa")).isFalse();
        assertThat(interests.among(List.of("Europees_beleid")).isEmpty()).isTrue();
        assertThat(interests.asSpelt(List.of("Europees_beleid"))).isEqualTo(interests);
    }
}
