package be.leerkring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.limits.Limits.Bound;
import be.leerkring.platform.limits.Limits.Limit;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No stretch of time has more tries than a bound allows, however they come, and nobody waits longer than a bound. */
class CountTest {

    private static final Instant BEGINNING = Instant.parse("2017-02-15T08:03:07Z");
    private static final Limit LIMIT = new Limit(
            "test", List.of(new Bound(5, Duration.ofHours(1)), new Bound(12, Duration.ofHours(24))));
    private static final Key KEY = new Key("LIMIT#test", "somebody");

    @Property(tries = 300)
    void noStretchHasMoreThanABoundAllows(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 7200) Integer> pauses) {
        var leaving = new ArrayList<Instant>();
        var item = Optional.<Item>empty();
        var now = BEGINNING;
        for (var pause : pauses) {
            now = now.plusSeconds(pause);
            var count = new Count(LIMIT, KEY, item, now);
            var next = count.next(now);
            assertThat(next).isAfterOrEqualTo(now);
            item = Optional.of(count.take(next).item());
            leaving.add(next);
        }
        for (var bound : LIMIT.bounds()) {
            for (var begin : leaving) {
                assertThat(leaving.stream()
                        .filter(at -> !at.isBefore(begin) && at.isBefore(begin.plus(bound.within())))
                        .count())
                        .isLessThanOrEqualTo(bound.most());
            }
        }
    }

    @Property(tries = 300)
    void whoeverTriesNoMoreThanABoundAllowsIsNeverKeptWaitingMuch(
            @ForAll @IntRange(min = 1, max = 40) int times) {
        var item = Optional.<Item>empty();
        var now = BEGINNING;
        for (var time = 0; time < times; time++) {
            var count = new Count(LIMIT, KEY, item, now);
            assertThat(count.next(now)).isEqualTo(now);
            item = Optional.of(count.take(now).item());
            now = now.plus(Duration.ofMinutes(125));
        }
        assertThat(item.orElseThrow().attributes()).as("what is over is not kept").hasSizeLessThan(18);
    }
}
