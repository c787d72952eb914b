package be.leerkring.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.mailing.Marks;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.message.Message;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A message whose sending is cut off, and sent to everybody all the same. */
final class SendingMessagesCrashTest extends MessagesOfASession {

    private static final int CROWD = 120;

    @Test
    void whereverTheProcessDiesTheScheduleFinishesWithoutLeavingAnybodyOutOrWritingTwice() {
        confirm("An", "vil");
        confirm("Bo", "vil");
        var calls = IntStream.rangeClosed(1, 8).filter(call -> dies(Cut::before, call)).count()
                + IntStream.rangeClosed(1, 8).filter(call -> dies(Cut::after, call)).count();

        // The mark, the message, its people, two mails, the mark, and the mark again, for the stream tells it twice.
        assertThat(calls).isEqualTo(14);
    }

    /** Whether there was such a call; the message is done either way. */
    private boolean dies(IntConsumer death, int call) {
        clock.forward(Duration.ofMinutes(1));
        var message = send(CONFIRMED);
        var died = diesIn(message, death, call);
        clock.forward(Duration.ofMinutes(16));
        room.schedule();
        room.schedule();

        for (var name : List.of("An", "Bo")) {
            assertThat(messages(name)).filteredOn(mail -> mail.revision() == message.number()).hasSize(1);
        }
        assertThat(report(message).message().isDone()).isTrue();
        assertThat(room.get(Marks.class).due(clock.instant())).isEmpty();
        return died;
    }

    private boolean diesIn(Message message, IntConsumer death, int call) {
        death.accept(call);
        try {
            stream(message);
            return false;
        } catch (Cut.Died died) {
            return true;
        } finally {
            Cut.nowhere();
        }
    }

    @Test
    void aCrowdIsWrittenToInPiecesAndOneThatWasCutOffGoesOnWhereItWas() {
        var crowd = IntStream.range(0, CROWD).mapToObj(number -> "Gast " + number).toList();
        record(crowd.stream().map(name -> participant(name, "vil", "nl", RegistrationState.CONFIRMED)));
        var message = send(CONFIRMED);
        assertThat(diesIn(message, Cut::after, 110)).isTrue();
        assertThat(report(message).message().decided()).isEqualTo(100);

        room.schedule();
        assertThat(report(message).message().isDone()).as("left to the stream for a while").isFalse();
        clock.forward(Duration.ofMinutes(15));
        room.schedule();

        assertThat(report(message).message().isDone()).isTrue();
        assertThat(report(message).states()).hasSize(CROWD);
        assertThat(room.outbox().map(mail -> mail.required("to")))
                .containsExactlyInAnyOrderElementsOf(crowd.stream().map(RegistrationRoom::address).toList());
    }
}
