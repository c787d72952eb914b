package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.EmbeddedSes.Behaviour;
import be.leerkring.platform.table.Key;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Thousands of mails at five hundred a second, while SES fails at one call in ten: each is sent once, and in no second
 * does SES see more calls than it allows.
 */
final class ManyMailsTest {

    private static final int MAILS = Proof.of(500, 10_000);
    private static final int RATE = 500;
    private static final int FUNCTIONS = 12;
    private static final int BATCH = 10;
    private static final int ROUNDS = 12;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final ExecutionInterceptor nobody = new ExecutionInterceptor() {};
    private final List<Instant> calls = new ArrayList<>();
    private final Random random = new Random(20170215);
    private PostOffice office;

    @BeforeEach
    void open() {
        office = PostOffice.inRealTime(RATE);
        office.ses.behaveLike(mail -> {
            synchronized (calls) {
                calls.add(mail.at());
                return random.nextInt(10) == 0 ? Behaviour.FAIL : Behaviour.ACCEPT;
            }
        });
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void eachIsSentOnceAndTheRateIsKept() throws Exception {
        Collection<Key> left = office.features.queueMany(MAILS);
        var begin = System.nanoTime();
        for (int round = 0; !left.isEmpty(); round++) {
            assertThat(round).isLessThan(ROUNDS);
            left = send(left, begin + LONGEST.toNanos());
            office.clock.forward(Duration.ofHours(1));
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);

        var mails = office.ses.mails();
        assertThat(mails).hasSize(MAILS);
        assertThat(mails.stream().flatMap(mail -> mail.to().stream()).collect(Collectors.toSet())).hasSize(MAILS);
        assertThat(calls.size() - MAILS).as("SES did fail").isBetween(MAILS * 9 / 100, MAILS * 14 / 100);
        var most = SendingRateTest.mostInASecond(calls.stream().sorted().toList());
        assertThat(most).isLessThanOrEqualTo(RATE);
        System.out.printf(
                "%,d mails sent once each in %d.%d s by %d functions, in %,d calls, at most %d of them in any second%n",
                MAILS, took.toSeconds(), took.toMillisPart() / 100, FUNCTIONS, calls.size(), most);
    }

    /** What is left for later, when all functions are through. */
    private Collection<Key> send(Collection<Key> mails, long end) throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(mails);
        var later = new ConcurrentLinkedQueue<Key>();
        var functions = new ArrayList<Callable<Void>>();
        for (int number = 0; number < FUNCTIONS; number++) {
            var mailer = office.mailerWith(nobody);
            functions.add(() -> {
                work(mailer, waiting, later, end);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(FUNCTIONS)) {
            for (var function : threads.invokeAll(functions)) {
                function.get();
            }
        }
        return later;
    }

    /** Batch after batch, as the stream hands them out; what is put off comes again, once. */
    private static void work(Mailer mailer, Queue<Key> waiting, Queue<Key> later, long end) {
        while (!waiting.isEmpty()) {
            assertThat(System.nanoTime()).as("It takes too long").isLessThan(end);
            for (int number = 0; number < BATCH; number++) {
                var mail = waiting.poll();
                if (mail != null && mailer.send(mail) != Mailer.Outcome.DONE
                        && mailer.send(mail) != Mailer.Outcome.DONE) {
                    later.add(mail);
                }
            }
        }
    }
}
