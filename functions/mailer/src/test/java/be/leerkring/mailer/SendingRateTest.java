package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Turns at SES, which functions that know nothing of each other share by way of the table. */
final class SendingRateTest {

    private static final int RATE = 50;

    private static final int FUNCTIONS = 5;
    private static final int TURNS_EACH = 30;

    /** The turns that lie in a second, and one for each function that is late. */
    private static final int MOST = (int) Math.ceil(RATE / SendingRules.ROOM) + FUNCTIONS;

    @Test
    void inNoSecondThereAreMoreTurnsThanTheRateAllowsHoweverManyWantOne() throws Exception {
        try (var office = PostOffice.inRealTime(RATE)) {
            var turns = new ConcurrentLinkedQueue<Instant>();
            var functions = new ArrayList<Callable<Void>>();
            for (int number = 0; number < FUNCTIONS; number++) {
                var rate = office.rateWith(new ExecutionInterceptor() {});
                functions.add(() -> {
                    for (int turn = 0; turn < TURNS_EACH; turn++) {
                        while (!rate.take()) {
                        }
                        turns.add(office.clock.instant());
                    }
                    return null;
                });
            }
            try (var threads = Executors.newFixedThreadPool(FUNCTIONS)) {
                for (var function : threads.invokeAll(functions)) {
                    function.get();
                }
            }

            var sorted = turns.stream().sorted().toList();
            assertThat(sorted).hasSize(FUNCTIONS * TURNS_EACH);
            assertThat(mostInASecond(sorted)).isLessThanOrEqualTo(MOST);
            assertThat(Duration.between(sorted.getFirst(), sorted.getLast()))
                    .as("the rate held them up")
                    .isGreaterThan(Duration.ofMillis(1000L * (FUNCTIONS * (TURNS_EACH - 2)) / RATE));
        }
    }

    @Test
    void whoComesAloneDoesNotWait() {
        try (var office = new PostOffice()) {
            var rate = office.rateWith(new ExecutionInterceptor() {});
            var times = new ArrayList<Duration>();
            for (int turn = 0; turn < 5; turn++) {
                office.clock.forward(Duration.ofSeconds(1));
                var begin = System.nanoTime();
                assertThat(rate.take()).isTrue();
                times.add(Duration.ofNanos(System.nanoTime() - begin));
            }
            // a busy machine can be slow at one of them, and a rate that holds people up is slow at each
            assertThat(Collections.min(times)).isLessThan(SendingRules.FURTHEST_TURN);
        }
    }

    /** The most of these sorted instants that lie within one second, wherever that second begins. */
    static int mostInASecond(List<Instant> sorted) {
        int most = 0;
        for (int first = 0, end = 0; first < sorted.size(); first++) {
            var second = sorted.get(first).plusSeconds(1);
            while (end < sorted.size() && sorted.get(end).isBefore(second)) {
                end++;
            }
            most = Math.max(most, end - first);
        }
        return most;
    }
}
