package be.leerkring.network.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody gets one mail, whoever changes on the way. */
final class MailingsTest extends MailedPeople {

    private static final int TWO_PAGES_AND_MORE = 2 * Mailings.AT_ONCE + 7;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Mailings.AT_ONCE - 1, Mailings.AT_ONCE, TWO_PAGES_AND_MORE})
    void everybodyIsMailedOnceAndTheMarkSaysSo(int people) {
        both(people).forEach(mailing -> {
            var mark = run(mailing);

            assertThat(mailed(mailing.session())).hasSize(people);
            assertThat(mark.seen()).isEqualTo(people);
            assertThat(mark.mailed()).isEqualTo(people);
            assertThat(mark.done()).isTrue();
            assertThat(run(mailing)).isEqualTo(mark);
        });
    }

    @Test
    void whoCanNotBeReadIsLeftOutAndCountedAndHoldsUpNobody() {
        both(3).forEach(mailing -> {
            var damaged = participant(mailing.session(), 1, RegistrationState.CONFIRMED);
            table.attempt(List.of(Write.put(Item.at(Participants.key(damaged.session(), damaged.person())))));

            var mark = run(mailing);

            assertThat(mailed(mailing.session())).hasSize(2).doesNotContainKey(damaged.person());
            assertThat(mark.unreadable()).isEqualTo(1);
            assertThat(mark.mailed()).isEqualTo(2);
            assertThat(mark.done()).isTrue();
        });
    }

    @Test
    void whoIsNotConcernedOrNotThereGetsNothing() {
        both(4).forEach(mailing -> {
            var session = mailing.session();
            put(participant(session, 1, RegistrationState.CANCELLED));
            var erased = participant(session, 2, RegistrationState.CONFIRMED);
            table.delete(List.of(Participants.key(session.id(), erased.person())));

            var mark = run(mailing);

            assertThat(mailed(session)).hasSize(2);
            assertThat(mark.mailed()).isEqualTo(2);
            assertThat(mark.unreadable()).isZero();
        });
    }

    @Test
    void whoseStateChangesBetweenTheLookAndTheMailIsLookedAtAgain() {
        var session = session(4);
        var moved = participant(session, 0, RegistrationState.CONFIRMED);
        var cancelled = participant(session, 1, RegistrationState.CONFIRMED);
        var erased = participant(session, 2, RegistrationState.CONFIRMED);
        var mailing = new Mailing<>(
                session, key(session), new Readers.Everybody(), Participant::readFrom, MailedPeople::comes,
                reader -> {
                    put(moved.as(RegistrationState.WAITING));
                    put(cancelled.as(RegistrationState.CANCELLED));
                    table.delete(List.of(Participants.key(session.id(), erased.person())));
                    return mail(reader);
                });

        assertThat(run(mailing).done()).isTrue();

        assertThat(mailed(session))
                .containsEntry(moved.person(), "WAITING")
                .doesNotContainKeys(cancelled.person(), erased.person())
                .hasSize(2);
    }

    @Test
    void aRunWhoseTimeIsOverLeavesTheRestToTheNext() {
        var mailing = everybody(session(2));
        mailings.goOn(mailing, marks.find(mailing.key()), Run.of(Duration.ZERO));
        assertThat(mailed(mailing.session())).isEmpty();

        assertThat(run(mailing).done()).isTrue();
        assertThat(mailed(mailing.session())).hasSize(2);
    }

    @Test
    void oneThatBeganIsFoundUntilItIsDone() {
        var now = everybody(session(1));
        var soon = everybody(session(1));
        table.attempt(List.of(marks.atOnce(now.key(), now.session())));
        table.attempt(List.of(marks.soon(soon.key(), soon.session())));
        assertThat(marks.due(clock.instant())).containsExactly(now.key());
        clock.forward(Duration.ofMinutes(10));
        assertThat(marks.due(clock.instant())).containsExactly(now.key(), soon.key());

        run(now);
        mailings.finish(soon.key(), _ -> Optional.<Mailing<Participant>>empty(), Run.begin());

        assertThat(marks.due(clock.instant())).isEmpty();
        assertThat(mailed(now.session())).hasSize(1);
        assertThat(mailed(soon.session())).isEmpty();
    }

    @Test
    void twoRunsAtTheSameTimeMailNobodyTwiceAndTheMarkNeverGoesBack() throws Exception {
        var mailing = everybody(session(TWO_PAGES_AND_MORE));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var run : threads.invokeAll(List.<Callable<Mark>>of(() -> run(mailing), () -> run(mailing)))) {
                assertThat(run.get().seen()).isEqualTo(TWO_PAGES_AND_MORE);
            }
        }
        var done = marks.find(mailing.key());
        marks.put(Mark.beginning(mailing.key(), clock.instant()), mailing.session().end());

        assertThat(marks.find(mailing.key())).isEqualTo(done);
        assertThat(mailed(mailing.session())).hasSize(TWO_PAGES_AND_MORE);
    }
}
