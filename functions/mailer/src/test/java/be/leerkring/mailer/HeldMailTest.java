package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.platform.mail.QueuedMails;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail that is held leaves when it may, and not at all when its time is over. */
final class HeldMailTest {

    private static final Duration HOUR = Duration.ofHours(1);

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
    void theStreamLeavesItAloneAndTheSweepSendsItWhenItMayLeave() {
        var mail = office.features.hold("jan@voorbeeld.be", HOUR, Duration.ofDays(2));

        assertThat(office.deliver(mail)).isEmpty();
        office.sweepAfter(Duration.ofMinutes(60));
        assertThat(office.ses.mails()).isEmpty();
        assertThat(office.state(mail)).isEqualTo("QUEUED");
        assertThat(office.get(QueuedMails.class).held()).isOne();

        office.sweepAfter(Duration.ofMinutes(1));
        assertThat(office.ses.mails()).hasSize(1);
        assertThat(office.state(mail)).isEqualTo("SENT");
        assertThat(office.get(QueuedMails.class).held()).isZero();
    }

    @Test
    void itIsLateFromTheMomentOnAtWhichItMayLeave() {
        office.features.hold("jan@voorbeeld.be", HOUR, Duration.ofDays(2));
        office.sweepAfter(Duration.ofMinutes(59));
        assertThat(office.records().oldestUnsent()).isEmpty();
        assertThat(office.printed()).contains("\"OldestUnsentMail\":0", "\"HeldMails\":1");

        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.PAUSE);
        office.sweepAfter(Duration.ofMinutes(11));
        assertThat(office.records().oldestUnsent()).contains(office.clock.instant().minus(Duration.ofMinutes(10)));
    }

    @Test
    void nobodyGetsItWhenItsTimeIsOverAndNothingOfItIsKept() {
        var mail = office.features.hold("jan@voorbeeld.be", HOUR, HOUR.multipliedBy(2));

        office.sweepAfter(HOUR.multipliedBy(2));

        assertThat(office.ses.mails()).isEmpty();
        assertThat(office.item(mail)).isNull();
    }

    @Test
    void oneThatMayLeaveAtOnceIsSentByTheStream() {
        var mail = office.features.hold("jan@voorbeeld.be", Duration.ZERO, HOUR);

        office.deliver(mail);

        assertThat(office.ses.mails()).hasSize(1);
    }
}
