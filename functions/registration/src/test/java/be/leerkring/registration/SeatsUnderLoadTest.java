package be.leerkring.registration;

import be.leerkring.testing.Conflicts;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random schedules of all that can happen to a session's seats, each run by several threads at once, with transactions
 * that conflict. Afterwards the table's stream tells the whole history of every session's seats, which is held against
 * the rules by code that shares nothing with theirs.
 */
final class SeatsUnderLoadTest {

    private static final int ROOMS = Proof.of(1, 10);
    private static final int SCHEDULES = Proof.of(25, 1_000);
    private static final int AT_ONCE = 24;

    @Test
    void noScheduleOversellsLosesOvertakesOrLeavesASeatEmpty() throws Exception {
        for (int number = 0; number < ROOMS; number++) {
            schedulesInOneRoom(Proof.seed() + number * SCHEDULES);
        }
    }

    private static void schedulesInOneRoom(long seed) throws Exception {
        System.out.printf("%d schedules from seed %d on%n", SCHEDULES, seed);
        try (var room = new RegistrationRoom(Schedule.CLOCK);
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var schedules = IntStream.range(0, SCHEDULES)
                    .mapToObj(number -> new Schedule(room, "s-" + number, seed + number))
                    .toList();
            var history = new SeatsHistory(room.database());
            var began = System.nanoTime();
            Conflicts.of(10);
            for (var run : threads.invokeAll(schedules)) {
                run.get();
            }
            Conflicts.of(0);
            System.out.printf("done in %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
            var histories = history.bySession();
            for (var schedule : schedules) {
                schedule.check(histories);
            }
        } finally {
            Conflicts.of(0);
        }
    }
}
