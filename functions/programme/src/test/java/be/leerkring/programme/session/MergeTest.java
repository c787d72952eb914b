package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What becomes of what two people changed at once, whatever it is. */
final class MergeTest {

    /** Few fields and few values, so that the two of them often meet. */
    @Provide
    Arbitrary<SessionValues> values() {
        return Arbitraries.maps(
                Arbitraries.of("title.nl", "title.en", "themes", "date", "item.13:30.nl", "item.14:00.nl", "kept"),
                Arbitraries.of("", "a", "b", "c"))
                .map(SessionValues::of);
    }

    @Property
    void nothingOfMineIsLost(
            @ForAll("values") SessionValues base,
            @ForAll("values") SessionValues mine,
            @ForAll("values") SessionValues theirs) {
        var merge = Merge.of(base, mine, theirs);

        assertThat(fields(base, mine, theirs).filter(field -> !mine.text(field).equals(base.text(field))))
                .allSatisfy(field -> assertThat(merge.values().text(field)).isEqualTo(mine.text(field)));
    }

    @Property
    void nothingOfTheirsIsLostUnseen(
            @ForAll("values") SessionValues base,
            @ForAll("values") SessionValues mine,
            @ForAll("values") SessionValues theirs) {
        var merge = Merge.of(base, mine, theirs);
        var told = Stream.concat(merge.theirs().stream(), merge.both().stream())
                .collect(Collectors.toMap(Merge.Difference::field, Merge.Difference::theirs));

        assertThat(fields(base, mine, theirs).filter(field -> !theirs.text(field).equals(base.text(field))))
                .allSatisfy(field -> {
                    if (!theirs.text(field).equals(mine.text(field))) {
                        assertThat(told).containsEntry(field, theirs.text(field));
                    }
                });
        assertThat(merge.theirs()).allSatisfy(
                difference -> assertThat(merge.values().text(difference.field())).isEqualTo(difference.theirs()));
        assertThat(merge.both()).allSatisfy(
                difference -> assertThat(merge.values().text(difference.field())).isEqualTo(difference.mine()));
    }

    @Property
    void whatNobodyTouchedStays(
            @ForAll("values") SessionValues base,
            @ForAll("values") SessionValues mine,
            @ForAll("values") SessionValues theirs) {
        var merge = Merge.of(base, mine, theirs);

        assertThat(fields(base, mine, theirs)
                .filter(field -> mine.text(field).equals(base.text(field)))
                .filter(field -> theirs.text(field).equals(base.text(field))))
                .allSatisfy(field -> assertThat(merge.values().text(field)).isEqualTo(base.text(field)));
    }

    @Property
    void whoeverIsAloneHasNoNews(@ForAll("values") SessionValues base, @ForAll("values") SessionValues mine) {
        assertThat(Merge.of(base, mine, base).values()).isEqualTo(mine);
        assertThat(Merge.of(base, mine, base).hasNews()).isFalse();
        assertThat(Merge.of(base, base, mine).values()).isEqualTo(mine);
        assertThat(Merge.of(base, mine, mine).hasNews()).as("both wrote the same").isFalse();
        assertThat(Merge.of(base, mine, mine).values()).isEqualTo(mine);
    }

    @Property
    void itDependsOnWhoIsAskedOnlyWhereBothChangedTheSame(
            @ForAll("values") SessionValues base,
            @ForAll("values") SessionValues mine,
            @ForAll("values") SessionValues theirs) {
        var merge = Merge.of(base, mine, theirs);
        var other = Merge.of(base, theirs, mine);
        var contested = merge.both().stream().map(Merge.Difference::field).toList();

        assertThat(other.both().stream().map(Merge.Difference::field)).containsExactlyElementsOf(contested);
        assertThat(fields(base, mine, theirs).filter(field -> !contested.contains(field)))
                .allSatisfy(field -> assertThat(other.values().text(field)).isEqualTo(merge.values().text(field)));
    }

    @Property
    void whatICanNotChangeStaysTheirsAndMineIsTold(
            @ForAll("values") SessionValues base,
            @ForAll("values") SessionValues mine,
            @ForAll("values") SessionValues theirs) {
        var merge = Merge.of(base, mine, theirs, List.of("date", "kept"));

        for (var field : List.of("date", "kept")) {
            assertThat(merge.values().text(field)).isEqualTo(theirs.text(field));
            assertThat(merge.refused().stream().map(Merge.Difference::field).anyMatch(field::equals))
                    .isEqualTo(!mine.text(field).equals(base.text(field))
                            && !mine.text(field).equals(theirs.text(field)));
        }
        assertThat(merge.refused()).extracting(Merge.Difference::field).isSubsetOf("date", "kept");
        assertThat(merge.both()).extracting(Merge.Difference::field).doesNotContain("date", "kept");
    }

    @Property
    void aSecondTrySavesWhatTheFirstOneShowed(
            @ForAll("values") SessionValues base,
            @ForAll("values") SessionValues mine,
            @ForAll("values") SessionValues theirs) {
        var shown = Merge.of(base, mine, theirs).values();
        var again = Merge.of(theirs, shown, theirs);

        assertThat(again.hasNews()).isFalse();
        assertThat(again.values()).isEqualTo(shown);
    }

    /** As a session can have them: what a form carries along is looked at when it comes back. */
    @Provide
    Arbitrary<SessionValues> seen() {
        return values().map(values -> {
            var fields = new TreeMap<>(values.byField());
            fields.computeIfPresent("date", (date, typed) -> "2017-03-23");
            fields.computeIfPresent("kept", (kept, typed) -> "7");
            return SessionValues.of(fields);
        });
    }

    @Property
    void aFormCarriesWhatItsReaderSaw(@ForAll("seen") SessionValues values) {
        assertThat(Snapshot.read(Snapshot.write(values))).contains(values);
    }

    @Property
    void whatIsNoneOfOursIsNotRead(@ForAll String text) {
        assertThat(Snapshot.read(text)).satisfiesAnyOf(
                read -> assertThat(read).isEmpty(), read -> assertThat(Snapshot.write(read.orElseThrow())).isNotNull());
    }

    @Test
    void twoPeopleCanWorkOnOneProgramme() {
        var base = SessionValues.of(Map.of("item.13:30.nl", "Onthaal", "item.14:00.nl", "Voordracht"));
        var mine = SessionValues.of(Map.of(
                "item.13:30.nl", "Onthaal", "item.14:00.nl", "Voordracht", "item.14:00.en", "Lecture"));
        var theirs = SessionValues.of(Map.of(
                "item.13:30.nl", "Onthaal", "item.14:00.nl", "Lezing", "item.15:00.nl", "Vragen"));

        assertThat(Merge.of(base, mine, theirs).both()).isEmpty();
        assertThat(ProgrammeRows.in(Merge.of(base, mine, theirs).values().byField()))
                .isEqualTo(Map.of(
                        "13:30", Map.of("nl", "Onthaal"),
                        "14:00", Map.of("nl", "Lezing", "en", "Lecture"),
                        "15:00", Map.of("nl", "Vragen")));
    }

    private static Stream<String> fields(SessionValues... all) {
        return Stream.of(all).flatMap(values -> values.byField().keySet().stream()).distinct();
    }
}
