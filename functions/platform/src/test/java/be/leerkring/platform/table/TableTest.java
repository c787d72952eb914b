package be.leerkring.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TableTest {

    private final TestTable database = new TestTable(Clock.systemUTC());
    private final Table table = database.table();

    @AfterAll
    void close() {
        database.close();
    }

    private static Item item(String name) {
        return Item.at(new Key(name, "TEST"));
    }

    @Test
    void aRefusalNamesWhereConditionsDidNotHoldAndWritesNothing() {
        table.write(List.of(Write.putNew(item("b")), Write.putNew(item("d"))));

        var outcome = table.write(List.of(
                Write.put(item("a")), Write.putNew(item("b")), Write.put(item("c")), Write.putNew(item("d"))));

        assertThat(outcome).isEqualTo(new WriteOutcome.Refused(List.of(item("b").key(), item("d").key())));
        assertThat(table.read(List.of(item("a").key(), item("c").key()))).isEmpty();
    }

    @Test
    void aWriteOverAnotherRevisionIsRefused() {
        var first = item("revised").with("revision", 1);
        var second = item("revised").with("revision", 2);

        assertThat(table.write(List.of(Write.putNext(first, 0)))).isEqualTo(new WriteOutcome.Written());
        assertThat(table.write(List.of(Write.putNext(first, 0)))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.checkRead(first.key(), 0)))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.checkRead(first.key(), 1)))).isEqualTo(new WriteOutcome.Written());
        assertThat(table.write(List.of(Write.putNext(second, 1)))).isEqualTo(new WriteOutcome.Written());
        assertThat(table.write(List.of(Write.putNext(second, 1)))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.putRevision(second, 1)))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.checkRead(first.key(), 1)))).isInstanceOf(WriteOutcome.Refused.class);
    }

    @Test
    void whatWasDeletedSinceItWasReadStaysDeleted() {
        var next = item("deleted").with("revision", 2);
        table.write(List.of(Write.putNew(item("deleted").with("revision", 1))));
        table.delete(List.of(next.key()));

        assertThat(table.write(List.of(Write.putRevision(next, 1)))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.putNext(next, 1)))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.checkRead(next.key(), 1)))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(Write.checkRead(next.key(), 0)))).isEqualTo(new WriteOutcome.Written());
        assertThat(table.read(List.of(next.key()))).isEmpty();
    }

    @Test
    void nothingIsFoundWhereNothingIsAskedFor() {
        assertThat(table.read(List.of())).isEmpty();
    }

    /** DynamoDB Local takes some of these, and DynamoDB none. */
    @Test
    void aKeyThatDynamoDbDoesNotTakeIsNotLookedForAndNothingIsWrittenThere() {
        var calls = new AtomicInteger();
        var counted = database.through(new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                calls.incrementAndGet();
            }
        });
        var impossible = List.of(
                new Key("é".repeat(1025), "a"), new Key("a", "é".repeat(513)), new Key("", "a"), new Key("a", ""),
                new Key("x".repeat(2049), "a"), new Key("a", "x".repeat(1025)));

        assertThat(counted.read(impossible)).isEmpty();
        assertThat(impossible).allSatisfy(key -> {
            assertThat(counted.write(List.of(Write.deleteExisting(key)))).isInstanceOf(WriteOutcome.Refused.class);
            assertThat(counted.update(Write.update(key, "SET a = :a").with(":a", Item.text("a")))).isEmpty();
        });
        counted.delete(impossible);
        var query = Query.of("pk = :pk").with(":pk", "x".repeat(2049));
        assertThat(counted.query(query)).isEmpty();
        assertThat(counted.queryPage(query)).isEmpty();
        assertThat(counted.count(query)).isZero();
        assertThat(calls).hasValue(0);
        assertThat(counted.read(List.of(new Key("x".repeat(2048), "x".repeat(1024))))).isEmpty();
        assertThat(calls).hasValue(1);
    }

    @Test
    void aConflictWithAnotherTransactionIsTriedAgain() {
        var calls = new AtomicInteger();
        var contended = database.through(cancelling(calls, 3, "None", "TransactionConflict"));

        var outcome = contended.write(List.of(Write.putNew(item("e")), Write.putNew(item("f"))));

        assertThat(outcome).isEqualTo(new WriteOutcome.Written());
        assertThat(calls).hasValue(4);
    }

    @Test
    void aConflictThatDoesNotEndIsGivenUp() {
        var calls = new AtomicInteger();
        var contended = database.through(cancelling(calls, Integer.MAX_VALUE, "TransactionConflict"));

        assertThatThrownBy(() -> contended.write(List.of(Write.putNew(item("g")))))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("after 12 tries");
        assertThat(calls).hasValue(12);
    }

    @Test
    void aRefusalBesideAConflictIsARefusal() {
        var contended = database
                .through(cancelling(new AtomicInteger(), 1, "TransactionConflict", "ConditionalCheckFailed"));

        assertThat(contended.write(List.of(Write.put(item("h")), Write.putNew(item("i")))))
                .isEqualTo(new WriteOutcome.Refused(List.of(item("i").key())));
    }

    @Test
    void aTransactionThatCanNeverSucceedIsNotTriedAgain() {
        var calls = new AtomicInteger();
        var broken = database.through(cancelling(calls, Integer.MAX_VALUE, "ValidationError"));

        assertThatThrownBy(() -> broken.write(List.of(Write.put(item("j")))))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aWriteThatWaitsForNobodyIsRefusedByAConflict() {
        var calls = new AtomicInteger();
        var contended = database.through(cancelling(calls, 1, "None", "TransactionConflict"));
        var writes = List.of(Write.putNew(item("m")), Write.putNew(item("n")));

        assertThat(contended.writeUnlessHeld(writes)).isEqualTo(new WriteOutcome.Refused(List.of()));
        assertThat(calls).hasValue(1);
        assertThat(contended.writeUnlessHeld(writes)).isEqualTo(new WriteOutcome.Written());
    }

    /** Twelve times twelve tries would take longer than a function may. */
    @Test
    void aDecisionAndWhatItWritesHaveTheirTriesTogether() {
        var calls = new AtomicInteger();
        var decisions = new AtomicInteger();
        var contended = database.through(cancelling(calls, Integer.MAX_VALUE, "TransactionConflict"));

        assertThatThrownBy(() -> contended.settle(() -> decisions.incrementAndGet() < 6
                ? new WriteOutcome.Refused(List.of())
                : contended.write(List.of(Write.putNew(item("o"))))))
                .isInstanceOf(Busy.class);
        assertThat(decisions).hasValue(6);
        assertThat(calls).hasValue(7);
    }

    @Test
    void whatWaitsForItsTurnIsDecidedAnewAsOftenAsItTakes() {
        var looks = new AtomicInteger();

        assertThat(table.<Integer>decide(() -> looks.incrementAndGet() < 30
                ? Decision.waiting(Duration.ofMillis(1))
                : Decision.made(looks.get())))
                .isEqualTo(30);
    }

    @Test
    void aWriteThatStandsAloneIsTriedAgainWhileATransactionHoldsTheItem() {
        var calls = new AtomicInteger();
        var contended = database.through(new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
                if (calls.incrementAndGet() % 3 != 0) {
                    throw TransactionConflictException.builder()
                            .message("Transaction is ongoing for the item")
                            .build();
                }
            }
        });

        assertThat(contended.put(Write.putNew(item("p")))).isTrue();
        assertThat(contended.put(Write.putNew(item("p")))).isFalse();
        assertThat(contended.update(Write.update(item("p").key(), "SET a = :a").with(":a", "a").returningNew()))
                .hasValueSatisfying(changed -> assertThat(changed.required("a")).isEqualTo("a"));
        contended.delete(List.of(item("p").key()));
        assertThat(table.read(List.of(item("p").key()))).isEmpty();
        assertThat(calls).hasValue(12);
    }

    /** The first so many transactions are cancelled for these reasons, as DynamoDB would; the others go through. */
    private static ExecutionInterceptor cancelling(AtomicInteger calls, int times, String... codes) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
                if (call.request() instanceof TransactWriteItemsRequest && calls.incrementAndGet() <= times) {
                    throw TransactionCanceledException.builder()
                            .cancellationReasons(List.of(codes).stream()
                                    .map(code -> CancellationReason.builder()
                                            .code(code)
                                            .build())
                                    .toList())
                            .message("Transaction cancelled")
                            .build();
                }
            }
        };
    }

    @Test
    void whatDoesNotExistIsNotFoundAndWhatDoesIsReadAtOnce() {
        table.write(List.of(Write.put(item("k").with("text", "één"))));

        var found = table.read(List.of(item("k").key(), item("nobody").key(), item("k").key()));

        assertThat(found).containsOnlyKeys(item("k").key());
        assertThat(found.get(item("k").key()).required("text")).isEqualTo("één");
    }

    @Test
    void anAttributeThatIsMissingIsNamedWithItsItem() {
        assertThatThrownBy(() -> item("l").required("name"))
                .hasMessageContaining("'name'")
                .hasMessageContaining("l");
    }
}
