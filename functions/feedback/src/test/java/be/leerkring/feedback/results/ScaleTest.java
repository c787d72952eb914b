package be.leerkring.feedback.results;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.organisation.Organisation.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which marks are shown, and which are too few. */
final class ScaleTest {

    /** How many of each kind gave a mark; and the kinds that are shown, by their initials. */
    @ParameterizedTest
    @CsvSource({
            "5, 0, 0, S",
            "5, 5, 5, SIO",
            "4, 9, 0, ''", // what S gave would be what I leaves over
            "4, 9, 1, I", // the five that are left over hide each other
            "4, 9, 4, I",
            "5, 9, 1, I", // O is alone: S is hidden with it
            "12, 9, 1, S",
            "4, 0, 0, ''",
            "4, 4, 4, ''",
            "0, 0, 30, O"
    })
    void aKindIsShownWhereItIsLargeEnoughAndWhatIsLeftOverIsToo(int first, int second, int third, String shown) {
        var scale = scale(first, second, third);
        assertThat(scale.kinds().stream().map(kind -> kind.kind().name().substring(0, 1)).reduce("", String::concat))
                .isEqualTo(shown);
    }

    @Test
    void nothingCanBeTakenFromTheWholeThatLeavesFewerThanFive() {
        for (int first = 0; first < 14; first++) {
            for (int second = 0; second < 14; second++) {
                for (int third = 0; third < 14; third++) {
                    var scale = scale(first, second, third);
                    var shown = scale.kinds().stream().mapToInt(Scale.OfKind::number).sum();
                    assertThat(first + second + third - shown).matches(left -> left == 0 || left >= 5
                            || scale.kinds().isEmpty());
                    assertThat(scale.kinds()).allMatch(kind -> kind.number() >= 5);
                }
            }
        }
    }

    private static Scale scale(int... numbers) {
        var given = new EnumMap<Kind, List<Integer>>(Kind.class);
        var all = new ArrayList<Integer>();
        for (var kind : Kind.values()) {
            var marks = Stream.generate(() -> 1 + kind.ordinal()).limit(numbers[kind.ordinal()]).toList();
            if (!marks.isEmpty()) {
                given.put(kind, marks);
            }
            all.addAll(marks);
        }
        var counted = new TreeMap<Integer, Integer>();
        all.forEach(mark -> counted.merge(mark, 1, Integer::sum));
        return Scale.of("usefulness", 1, 5, counted, given);
    }

    @Test
    void theMeanIsOfThoseWhoGaveAMark() {
        var scale = Scale.of("recommend", 0, 10, new TreeMap<>(Map.of(0, 1, 10, 3)), Map.of());
        assertThat(scale.mean()).isEqualTo(7.5);
        assertThat(scale.number()).isEqualTo(4);
        assertThat(scale.isShowable()).isFalse();
        assertThat(scale.length(10)).isEqualTo(100);
        assertThat(scale.length(0)).isEqualTo(33);
        assertThat(scale.length(5)).isZero();
    }
}
