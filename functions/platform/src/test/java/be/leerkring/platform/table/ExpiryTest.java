package be.leerkring.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An item whose time is over waits for DynamoDB to delete it, and nobody sees it meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExpiryTest {

    private static final Duration KEPT = Duration.ofDays(1);

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final TestTable database = new TestTable(clock);
    private final Table table = database.table();

    @AfterAll
    void close() {
        database.close();
    }

    private Item item(String partition, int number) {
        return Item.at(new Key(partition, "TEST#%03d".formatted(number))).with("revision", 1);
    }

    private Item ending(String partition, int number) {
        return item(partition, number).with("expires", Item.seconds(clock.instant().plus(KEPT)));
    }

    private void put(List<Item> items) {
        assertThat(table.write(items.stream().map(Write::put).toList())).isInstanceOf(WriteOutcome.Written.class);
    }

    private static Query of(String partition) {
        return Query.of("pk = :pk").with(":pk", partition);
    }

    @Test
    void itIsReadUntilItsTimeIsOverAndNotLonger() {
        var item = ending("read", 1);
        put(List.of(item));

        clock.forward(KEPT.minusSeconds(1));
        assertThat(table.read(List.of(item.key()))).containsKey(item.key());
        clock.forward(Duration.ofSeconds(1));
        assertThat(table.read(List.of(item.key()))).isEmpty();
    }

    @Test
    void noQueryFindsItAndNoCountCountsIt() {
        put(List.of(ending("query", 1), item("query", 2), ending("query", 3)));
        assertThat(table.count(of("query"))).isEqualTo(3);
        clock.forward(KEPT);

        assertThat(table.query(of("query"))).extracting(Item::key).containsExactly(item("query", 2).key());
        assertThat(table.query(of("query").project("pk, sk"))).hasSize(1);
        assertThat(table.count(of("query"))).isEqualTo(1);
        assertThat(table.count(of("query").filter("revision = :one").with(":one", Item.number(1)))).isEqualTo(1);
    }

    @Test
    void aPageIsFullThoughSomeOfItIsOver() {
        put(IntStream.range(0, 12).mapToObj(number -> number % 2 == 0 ? ending("page", number) : item("page", number))
                .toList());
        clock.forward(KEPT);

        assertThat(table.queryPage(of("page").limit(4))).extracting(Item::key)
                .containsExactlyElementsOf(IntStream.of(1, 3, 5, 7).mapToObj(number -> item("page", number).key())
                        .toList());
        assertThat(table.queryPage(of("page").limit(10))).as("all there are").hasSize(6);
    }

    @Test
    void whatIsNewStandsInItsPlace() {
        put(List.of(ending("new", 1), ending("new", 2), ending("new", 3)));
        assertThat(table.write(List.of(Write.putNew(item("new", 1))))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.checkAbsent(item("new", 2).key()))))
                .isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.putNext(item("new", 3), 0))))
                .isInstanceOf(WriteOutcome.Refused.class);
        clock.forward(KEPT);

        assertThat(table.write(List.of(
                Write.putNew(item("new", 1)),
                Write.checkAbsent(item("new", 2).key()),
                Write.putNext(item("new", 3), 0))))
                .isInstanceOf(WriteOutcome.Written.class);
        assertThat(table.count(of("new"))).isEqualTo(2);
    }
}
