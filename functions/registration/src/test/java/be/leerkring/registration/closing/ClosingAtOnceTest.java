package be.leerkring.registration.closing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.registration.Crowd;
import be.leerkring.testing.Conflicts;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session that is closed by several at once, while its door is busy, or by somebody who dies on the way. */
final class ClosingAtOnceTest extends AfterSessions {

    private static final String DOOR = "/organiser/sessions/maart/check-in";

    /** So far apart that none of two sessions was in the other's year. */
    private static final int YEAR_AND_MORE = 400;

    private int runs;

    @Test
    void sessionsThatAreClosedAtOnceCountNobodyAsNewTwice() throws Exception {
        var sessions = IntStream.range(0, 5).mapToObj(number -> session("s-" + number, -number)).toList();
        sessions.forEach(each -> people(each, RegistrationState.ATTENDED, "An", "Bo"));
        clock.moveTo(END);
        Conflicts.of(20);
        try (var hands = Executors.newFixedThreadPool(sessions.size())) {
            for (var done : hands.invokeAll(sessions.stream()
                    .map(each -> Executors.callable((Runnable) () -> close(each)))
                    .toList())) {
                done.get();
            }
        } finally {
            Conflicts.of(0);
        }

        assertThat(sessions.stream().mapToInt(each -> frozen(each).newPeople()).sum()).isEqualTo(2);
    }

    @Test
    void twoWhoCloseItAtOnceCloseItOnceWhileTheDoorIsBusy() throws Exception {
        var names = IntStream.range(0, 90).mapToObj(number -> "Gast " + number).toList();
        people(session, RegistrationState.CONFIRMED, names.toArray(String[]::new));
        people(session, RegistrationState.ATTENDED, "An");
        var before = Crowd.byName(room, session);
        clock.moveTo(END);
        var organiser = room.organiser();
        var seen = new CountDownLatch(3);
        Callable<Object> closing = () -> {
            seen.await();
            close(session);
            return true;
        };
        Callable<Object> door = () -> {
            for (var name : names.subList(0, 30)) {
                organiser.post(DOOR, Map.of("here", before.get(name).person()));
                seen.countDown();
            }
            return true;
        };
        try (var hands = Executors.newFixedThreadPool(3)) {
            for (var done : hands.invokeAll(List.of(closing, closing, door))) {
                done.get();
            }
        }

        var after = Crowd.byName(room, session);
        var there = (int) names.stream()
                .filter(name -> after.get(name).state() == RegistrationState.ATTENDED)
                .count();
        assertThat(names).extracting(name -> after.get(name).state())
                .containsOnly(RegistrationState.ATTENDED, RegistrationState.ABSENT);
        assertThat(frozen(session).everybody()).isEqualTo(new Heads(there + 1, 90 - there, 0, 0));
        assertThat(log("session-closed")).hasSize(1);
        System.out.printf("%d of 30 were seen before the door was shut%n", there);
    }

    @Test
    void whereverItIsCutOffNothingIsLostAndItIsFrozenOnce() {
        assertThat(Cut.everywhere(this::isCut)).isGreaterThan(3);
    }

    /** Whether closing a session of its own was cut at this call. */
    private boolean isCut(int call, Cut.Way way) {
        runs++;
        var over = session("cut-" + runs, YEAR_AND_MORE * runs);
        people(over, RegistrationState.CONFIRMED, IntStream.range(0, 41)
                .mapToObj(guest -> "Gast " + guest)
                .toArray(String[]::new));
        people(over, RegistrationState.ATTENDED, "An", "Bo");
        clock.moveTo(over.end());
        Cut.at(call, way);
        try {
            close(over);
        } catch (Cut.Died | RuntimeException cut) {
            assertThat(Cut.happened()).as(cut.toString()).isTrue();
        }
        var happened = Cut.happened();
        Cut.nowhere();
        for (var later : List.of(Duration.ofMinutes(15), Duration.ofDays(7))) {
            clock.forward(later);
            room.get(ClosingByItself.class).lookAfterAll();
        }

        assertThat(frozen(over).everybody()).as("%s call %d", way, call)
                .isEqualTo(new Heads(2, 41, 0, 0));
        assertThat(room.get(ChangeLog.class).read(over.id(), Optional.empty()).entries())
                .extracting(LogEntry::what)
                .hasSize(42)
                .containsOnlyOnce("session-closed");
        return happened;
    }
}
