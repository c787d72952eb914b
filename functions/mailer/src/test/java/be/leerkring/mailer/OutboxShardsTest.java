package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.stream.DiscardedBatch;
import be.leerkring.emulator.stream.StreamRelay;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.platform.table.Key;
import be.leerkring.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** What the stream may do to the mailer: bring records again, in another order, and one that nobody can handle. */
final class OutboxShardsTest {

    private static final int MAILS = 100;
    private static final int BATCH = 10;
    private static final int SHARDS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private PostOffice office;

    @BeforeEach
    void open() {
        office = new PostOffice();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void recordsThatComeAgainAndInAnotherOrderAreSentOnceEach() throws Exception {
        var mails = queue(0, MAILS);
        var random = new Random(20170215);
        var shards = new ArrayList<Callable<Void>>();
        for (int shard = 0; shard < SHARDS; shard++) {
            var order = new ArrayList<>(mails);
            Collections.shuffle(order, random);
            shards.add(() -> {
                for (int from = 0; from < MAILS; from += BATCH) {
                    office.deliver(order.subList(from, from + BATCH).toArray(Key[]::new));
                }
                return null;
            });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var shard : threads.invokeAll(shards)) {
                shard.get();
            }
        }

        assertThat(mails).allSatisfy(mail -> assertThat(office.taken(mail)).isEqualTo(1));
        assertThat(office.ses.mails()).hasSize(MAILS);
    }

    @Test
    void aMailThatNobodyCanReadEndsInTheQueueAndIsSentOnceItIsMended() {
        var givenUp = new CopyOnWriteArrayList<DiscardedBatch>();
        var source = StackTemplate.read(
                Path.of("../../template.yaml"),
                Map.of("Table.Table", TestDatabase.TABLE, "Site.ApiEndpoint", PostOffice.SITE, "Mail.ConfigurationSet",
                        "leerkring"))
                .functions().stream()
                .filter(function -> function.handler().equals(OutboxStream.class.getName()))
                .flatMap(function -> function.streams().stream())
                .findFirst()
                .orElseThrow();

        office.database().openStream(StreamViewType.KEYS_ONLY);
        Key poison;
        List<Key> others;
        try (var relay = StreamRelay.follow(
                office.database().embedded(), TestDatabase.TABLE, source, office.stream()::execute, givenUp::add)) {
            others = new ArrayList<>(queue(0, MAILS / 2));
            poison = office.features.queueDamaged("kapot@voorbeeld.be");
            others.addAll(queue(MAILS / 2, MAILS - 1));
            relay.awaitIdle(LIMIT);
        }

        assertThat(others).allSatisfy(mail -> assertThat(office.taken(mail)).isEqualTo(1));
        assertThat(office.taken(poison)).isZero();
        assertThat(givenUp).singleElement().satisfies(batch -> {
            assertThat(batch.reason()).isEqualTo(DiscardedBatch.Reason.RETRY_ATTEMPTS_EXHAUSTED);
            assertThat(batch.event().getRecords()).extracting(PostOffice::key).containsExactly(poison);
        });
        assertThat(office.item(poison).required("cause")).contains("body");

        office.sweepAfter(Duration.ofMinutes(10));
        assertThat(office.taken(poison)).as("not mended yet").isZero();
        office.features.mend(poison);
        office.sweepAfter(Duration.ofMinutes(10));
        assertThat(office.taken(poison)).isEqualTo(1);
        assertThat(office.item(poison).attributes()).doesNotContainKeys("cause", "due");
    }

    private List<Key> queue(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(number -> office.features.queue("lezer-" + number + "@voorbeeld.be"))
                .toList();
    }
}
