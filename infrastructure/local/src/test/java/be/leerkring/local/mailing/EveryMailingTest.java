package be.leerkring.local.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.Participants;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Write;
import be.leerkring.testing.Cut;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mailing, cut off at every call to DynamoDB and taken up again: everybody gets one mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryMailingTest {

    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final MailingSite site = new MailingSite();

    @AfterAll
    void close() {
        Cut.nowhere();
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void whereverItIsCutOffEverybodyGetsOneMail(MailingSite.Kind kind) {
        assertThat(Cut.everywhere((call, way) -> isCut(kind, call, way)))
                .as("two reads, a mail for everybody, and a mark")
                .isGreaterThan(MailingSite.PEOPLE + 1);
    }

    /** Whether a mailing of its own was cut at this call. */
    private boolean isCut(MailingSite.Kind kind, int call, Cut.Way way) {
        var begun = site.begin(kind);
        Cut.at(call, way);
        tryTo(begun.first());
        var happened = Cut.happened();
        Cut.nowhere();
        finish(kind, begun);
        for (var person : begun.people()) {
            assertThat(site.mails(person, kind))
                    .as("%s, %s call %d", kind, way, call)
                    .isEqualTo(1);
        }
        assertThat(site.mark(begun).flag("done")).isTrue();
        return happened;
    }

    /** The process may die, or its call fail; the next finds what it left. */
    private static void tryTo(Runnable run) {
        try {
            run.run();
        } catch (Cut.Died | RuntimeException cut) {
            assertThat(Cut.happened()).as(cut.toString()).isTrue();
        }
    }

    /** A message is left to the stream for a while; a reminder has the first quarter of an hour. */
    private void finish(MailingSite.Kind kind, MailingSite.Begun begun) {
        for (int run = 0; run < 2; run++) {
            site.clock.forward(kind == MailingSite.Kind.MESSAGE ? A_WHILE.multipliedBy(3) : A_WHILE);
            begun.again().run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoseRegistrationIsDamagedHoldsUpNobody(MailingSite.Kind kind) {
        var begun = site.begin(kind);
        var damaged = begun.people().get(1);
        site.write(
                Write.put(Item.at(Participants.key(damaged.session(), damaged.person())).with("state", "CONFIRMED")));

        begun.first().run();

        for (var person : begun.people()) {
            assertThat(site.mails(person, kind)).isEqualTo(person.equals(damaged) ? 0 : 1);
        }
        assertThat(site.mark(begun).small("unreadable")).isEqualTo(1);
        assertThat(site.mark(begun).flag("done")).isTrue();
    }
}
