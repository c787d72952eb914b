package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.ses.SentMail;
import be.leerkring.platform.mail.MailCounts;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the mails that the stream, or the sweep after it, brings to the mailer. */
final class OutboxStreamTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

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
    void aRecordThatIsDeliveredTwiceIsSentOnce() {
        var mail = office.features.queue("jan@voorbeeld.be");

        assertThat(office.deliver(mail)).isEmpty();
        assertThat(office.deliver(mail, mail)).isEmpty();

        assertThat(office.ses.mails()).hasSize(1);
    }

    @Test
    void mailsThatSesTookAreCountedOnceAndInOneWriteForABatch() {
        var mails = IntStream.range(0, 8).mapToObj(number -> office.features.queue("l" + number + "@voorbeeld.be"));
        office.ses.behaveLike(mail -> mail.to().contains("l3@voorbeeld.be")
                ? EmbeddedSes.Behaviour.FAIL
                : EmbeddedSes.Behaviour.ACCEPT);
        var batch = mails.toArray(Key[]::new);

        office.deliver(batch);
        office.deliver(batch);
        assertThat(office.counts()).isEqualTo(new MailCounts.Year(7, 0, 0));

        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);
        office.sweepAfter(QUARTER);
        assertThat(office.counts()).isEqualTo(new MailCounts.Year(8, 0, 0));
    }

    @Test
    void aRecordOfAMailThatIsGoneIsLeftAlone() {
        assertThat(office.deliver(new Key("MAIL#nobody", "confirm#1"))).isEmpty();
        assertThat(office.ses.mails()).isEmpty();
    }

    @Test
    void aMailThatIsPutOffHoldsUpNoOther() {
        var first = office.features.queue("jan@voorbeeld.be");
        var busy = office.features.queue("druk@voorbeeld.be");
        var last = office.features.queue("els@voorbeeld.be");
        office.ses.behaveLike(mail -> mail.to().contains("druk@voorbeeld.be")
                ? EmbeddedSes.Behaviour.FAIL
                : EmbeddedSes.Behaviour.ACCEPT);

        assertThat(office.deliver(first, busy, last)).containsExactly("2");

        assertThat(office.ses.mails())
                .flatExtracting(SentMail::to)
                .containsExactly("jan@voorbeeld.be", "els@voorbeeld.be");
        assertThat(office.state(busy)).isEqualTo("QUEUED");
        assertThat(office.item(busy).required("cause")).contains("The service is unavailable");
    }

    @Test
    void aMailThatWasPutOffIsSentByTheSweep() {
        var mail = office.features.queue("jan@voorbeeld.be");
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.THROTTLE);
        office.deliver(mail);
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);

        office.sweepAfter(QUARTER);

        assertThat(office.ses.mails()).hasSize(1);
        assertThat(office.item(mail).attributes()).doesNotContainKey("cause");
    }

    @Test
    void anOutboxItemThatCannotBeReadHoldsUpNoOther() {
        var damaged = new Key("MAIL#aaa", "confirm#1");
        office.table().write(List.of(Write.put(Item.at(damaged)
                .with("state", "QUEUED")
                .with("due", "MAIL")
                .with("dueAt", office.clock.instant().minus(QUARTER)))));
        var mail = office.features.queue("jan@voorbeeld.be");

        assertThat(office.deliver(damaged, mail)).containsExactly("1");
        assertThat(office.ses.mails()).hasSize(1);

        office.features.queue("els@voorbeeld.be");
        office.sweepAfter(QUARTER);
        assertThat(office.ses.mails()).hasSize(2);
    }

    @Test
    void whenMailsComeTooFastTheStreamBringsTheRestAgain() {
        var first = office.features.queue("jan@voorbeeld.be");
        var second = office.features.queue("els@voorbeeld.be");
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.THROTTLE);

        assertThat(office.deliver(first, second)).containsExactly("1");
        assertThat(office.state(second)).isEqualTo("QUEUED");
        assertThat(office.item(first).count("tries")).isZero();

        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);
        assertThat(office.deliver(first, second)).isEmpty();
        assertThat(office.ses.mails()).hasSize(2);
    }

    @Test
    void whileSesTakesNoMailAtAllEverythingIsKeptAndNothingCounted() {
        var first = office.features.queue("jan@voorbeeld.be");
        var second = office.features.queue("els@voorbeeld.be");
        var calls = new AtomicInteger();
        office.ses.behaveLike(any -> {
            calls.incrementAndGet();
            return EmbeddedSes.Behaviour.PAUSE;
        });

        assertThat(office.deliver(first, second)).isEmpty();
        assertThat(calls).as("one is enough to know").hasValue(1);
        for (var days = 0; days < 3; days++) {
            office.sweepAfter(Duration.ofDays(1));
        }
        assertThat(calls).hasValue(4);
        assertThat(office.state(first)).isEqualTo("QUEUED");

        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);
        office.sweepAfter(QUARTER);
        assertThat(office.ses.mails()).hasSize(2);
    }

    @Test
    void aMailThatSesRejectsFailsForGoodAndKeepsItsText() {
        var mail = office.features.queue("jan@voorbeeld.be");
        var calls = new AtomicInteger();
        office.ses.behaveLike(any -> {
            calls.incrementAndGet();
            return EmbeddedSes.Behaviour.REJECT;
        });

        assertThat(office.deliver(mail)).isEmpty();
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);
        office.deliver(mail);
        office.sweepAfter(QUARTER);
        office.sweepAfter(QUARTER);

        assertThat(calls).hasValue(1);
        assertThat(office.ses.mails()).isEmpty();
        assertThat(office.state(mail)).isEqualTo("FAILED");
        assertThat(office.item(mail).required("cause")).contains("Email address is not verified");
        assertThat(office.text(mail)).contains("Nog één stap.");
    }

    @Test
    void aMailThatSesNeverTakesIsTriedLessAndLessOftenAndGivenUpAfterADay() {
        var mail = office.features.queue("jan@voorbeeld.be");
        var calls = new AtomicInteger();
        office.ses.behaveLike(any -> {
            calls.incrementAndGet();
            return EmbeddedSes.Behaviour.FAIL;
        });

        for (var quarter = 0; quarter < 95; quarter++) {
            office.sweepAfter(QUARTER);
            assertThat(office.state(mail)).isEqualTo("QUEUED");
        }
        assertThat(calls).hasValueBetween(24, 32);
        for (var quarter = 0; quarter < 5; quarter++) {
            office.sweepAfter(QUARTER);
        }

        assertThat(office.state(mail)).isEqualTo("FAILED");
        assertThat(office.item(mail).required("cause")).startsWith("Given up after " + calls + " tries");
    }

    @Test
    void afterSendingTheTextIsDroppedAndTheIdIsKept() {
        var mail = office.features.queue("jan@voorbeeld.be");

        office.deliver(mail);

        var item = office.item(mail);
        assertThat(item.attributes()).doesNotContainKeys("body", "due", "dueAt", "claimedUntil");
        assertThat(item.required("messageId"))
                .isEqualTo(office.ses.mails().getFirst().messageId());
        assertThat(item.requiredMoment("finishedAt")).isEqualTo(office.clock.instant());
        assertThat(item.count("expires"))
                .isEqualTo(office.clock.instant().plus(Duration.ofDays(90)).getEpochSecond());
    }

    @Test
    void theSweepLeavesTheStreamAMinute() {
        office.features.queue("jan@voorbeeld.be");

        office.sweepAfter(Duration.ofSeconds(59));
        assertThat(office.ses.mails()).isEmpty();

        office.sweepAfter(Duration.ofSeconds(1));
        assertThat(office.ses.mails()).hasSize(1);
    }

    @Test
    void theSweepSendsTheOldestFirst() {
        office.features.queue("zoe@voorbeeld.be");
        office.clock.forward(Duration.ofSeconds(1));
        office.features.queue("an@voorbeeld.be");

        office.sweepAfter(QUARTER);

        assertThat(office.ses.mails())
                .flatExtracting(SentMail::to)
                .containsExactly("zoe@voorbeeld.be", "an@voorbeeld.be");
    }
}
