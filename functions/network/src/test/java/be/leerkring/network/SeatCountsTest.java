package be.leerkring.network;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.EmbeddedDynamoDb;
import be.leerkring.emulator.TemplateTable;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeatCountsTest {

    private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    private final Table table = new Table(database.client(), "leerkring");
    private final SeatCounts counts = new SeatCounts(table);

    SeatCountsTest() {
        TemplateTable.in(Path.of("../../infrastructure/table.yaml")).create(database.client(), "leerkring");
    }

    @AfterAll
    void close() {
        database.close();
    }

    private boolean written(TransactWriteItem write) {
        return table.write(List.of(write)) instanceof WriteOutcome.Written;
    }

    private Seats seats(String session) {
        return counts.in(table.read(List.of(counts.key(session))), session);
    }

    @Test
    void sixtyWhoComeAtOnceTakeFortySeats() throws Exception {
        written(counts.open("vol", 40, 0));

        List<Future<Boolean>> answers;
        try (var threads = Executors.newFixedThreadPool(60)) {
            Callable<Boolean> one = () -> written(counts.take("vol"));
            answers = threads.invokeAll(Collections.nCopies(60, one));
        }

        assertThat(answers.stream().filter(Future::resultNow)).hasSize(40);
        assertThat(seats("vol")).isEqualTo(new Seats(40, 40, 0));
    }

    @Test
    void aSeatIsTakenOnlyWhereOneIsFreeAndNobodyWaits() {
        written(counts.open("rij", 1, 0));

        assertThat(written(counts.line("rij"))).as("to wait while a seat is free").isFalse();
        assertThat(written(counts.take("rij"))).isTrue();
        assertThat(written(counts.take("rij"))).as("a second one").isFalse();
        assertThat(written(counts.line("rij"))).isTrue();
        assertThat(written(counts.release("rij"))).isTrue();
        assertThat(written(counts.take("rij"))).as("a seat that somebody waits for").isFalse();
        assertThat(written(counts.line("rij"))).as("to wait behind others").isTrue();
        assertThat(seats("rij")).isEqualTo(new Seats(1, 0, 2));
        assertThat(seats("rij").free()).isZero();
    }

    @Test
    void noCountFallsBelowNone() {
        written(counts.open("leeg", 5, 0));

        assertThat(written(counts.release("leeg"))).isFalse();
        assertThat(written(counts.leaveLine("leeg"))).isFalse();
        assertThat(seats("leeg")).isEqualTo(new Seats(5, 0, 0));
    }

    @Test
    void aSessionThatIsPublishedAgainKeepsItsCount() {
        written(counts.open("opnieuw", 10, 3));

        assertThat(written(counts.open("opnieuw", 10, 0))).isFalse();
        assertThat(seats("opnieuw").free()).isEqualTo(7);
    }
}
