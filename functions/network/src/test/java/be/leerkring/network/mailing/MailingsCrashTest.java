package be.leerkring.network.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.leerkring.testing.Cut;
import be.leerkring.testing.Proof;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mailing is cut off at its calls to DynamoDB, and the next run takes it up. */
final class MailingsCrashTest extends MailedPeople {

    @AfterEach
    void cutNowhere() {
        Cut.nowhere();
    }

    @Test
    void whereverTheProcessDiesTheNextRunsMailEverybodyElse() {
        var people = Mailings.AT_ONCE + 2;
        both(people).map(Mailing::readers).forEach(readers -> {
            // Dying after a call leaves what dying before the next one does.
            for (var cut : List.<IntConsumer>of(Cut::before, Cut::after).subList(0, Proof.of(1, 2))) {
                assertThat(everywhere(cut, people, readers)).isGreaterThan(people);
            }
        });
    }

    /** The number of calls at which it was cut. */
    private int everywhere(IntConsumer cut, int people, Readers readers) {
        var call = 1;
        while (true) {
            var session = session(people);
            var mailing = readers instanceof Readers.Everybody ? everybody(session) : listed(session, people);
            cut.accept(call);
            var died = catchThrowable(() -> run(mailing)) instanceof Cut.Died;
            Cut.nowhere();
            var mark = run(mailing);
            assertThat(mailed(session)).as("cut at call " + call).hasSize(people);
            assertThat(mark.mailed()).isEqualTo(people);
            assertThat(mark.done()).isTrue();
            if (!died) {
                return call - 1;
            }
            // Within a page, one mail is as another: the first are enough, and the last.
            call = call == 4 ? people - 2 : call + 1;
        }
    }
}
