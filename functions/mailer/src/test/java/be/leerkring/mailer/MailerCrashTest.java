package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.ses.SentMail;
import be.leerkring.emulator.ses.SesEvents;
import be.leerkring.platform.mail.MailClaims;
import be.leerkring.platform.table.Key;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** No mail is lost, wherever the mailer dies, and none is doubled outside the window that is documented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailerCrashTest {

    private static final Duration WITHIN_THE_LEASE = Duration.ofMinutes(5);
    private static final Duration PAST_THE_LEASE = Duration.ofMinutes(2);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final AtomicInteger readers = new AtomicInteger();
    private PostOffice office;
    private Key mail;

    @BeforeAll
    void open() {
        office = new PostOffice();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void queueOne() {
        office.ses.clear();
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);
        mail = office.features.queue("lezer-" + readers.incrementAndGet() + "@voorbeeld.be");
    }

    @Test
    void whoDiesAfterTheClaimLosesNoMail() {
        assertThat(office.claims().claim(mail)).isInstanceOf(MailClaims.Claim.Held.class);

        office.sweepAfter(WITHIN_THE_LEASE);
        assertThat(office.ses.mails()).isEmpty();

        office.sweepAfter(PAST_THE_LEASE);
        office.sweepAfter(QUARTER);
        assertThat(office.ses.mails()).hasSize(1);
        assertThat(office.state(mail)).isEqualTo("SENT");
    }

    @Test
    void whoDiesOnTheWayToSesLosesNoMail() {
        diesBefore(SendEmailRequest.class::isInstance);
        assertThat(office.state(mail)).isEqualTo("CLAIMED");

        office.sweepAfter(WITHIN_THE_LEASE);
        assertThat(office.ses.mails()).isEmpty();

        office.sweepAfter(PAST_THE_LEASE);
        office.sweepAfter(QUARTER);
        assertThat(office.ses.mails()).hasSize(1);
    }

    @Test
    void whoDiesBetweenTheAnswerOfSesAndTheMarkDoublesTheMailOnce() {
        diesBefore(MailerCrashTest::marksSent);
        assertThat(office.ses.mails()).hasSize(1);

        office.sweepAfter(WITHIN_THE_LEASE);
        assertThat(office.ses.mails()).hasSize(1);

        office.sweepAfter(PAST_THE_LEASE);
        office.sweepAfter(QUARTER);
        office.deliver(mail);
        assertThat(office.ses.mails()).hasSize(2);
        assertThat(office.item(mail).required("messageId"))
                .isEqualTo(office.ses.mails().getLast().messageId());
    }

    private void diesBefore(Predicate<SdkRequest> call) {
        Cut.before(call);
        try {
            assertThatThrownBy(() -> office.mailer().send(mail)).isInstanceOf(Cut.Died.class);
        } finally {
            Cut.nowhere();
        }
    }

    private static boolean marksSent(SdkRequest request) {
        return request instanceof UpdateItemRequest update
                && update.expressionAttributeNames().containsValue("messageId");
    }

    @Test
    void anAnswerThatGetsLostDoublesTheMailOnce() {
        var calls = new AtomicInteger();
        office.ses.behaveLike(any -> calls.incrementAndGet() == 1
                ? EmbeddedSes.Behaviour.TIME_OUT_AFTER_ACCEPTING
                : EmbeddedSes.Behaviour.ACCEPT);

        assertThat(office.deliver(mail)).containsExactly("1");
        assertThat(office.ses.mails()).hasSize(1);

        assertThat(office.deliver(mail)).as("not before SES had time to report").isEmpty();
        assertThat(office.ses.mails()).hasSize(1);
        office.sweepAfter(QUARTER);
        assertThat(office.ses.mails()).hasSize(2);
    }

    @Test
    void anAnswerThatGetsLostDoublesNothingWhereSesReportsTheMailInTime() {
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.TIME_OUT_AFTER_ACCEPTING);
        assertThat(office.deliver(mail)).containsExactly("1");
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);

        office.report(SesEvents.send(office.ses.mails().getLast()));
        office.sweepAfter(QUARTER);

        assertThat(office.ses.mails()).hasSize(1);
        assertThat(office.state(mail)).isEqualTo("SENT");
    }

    @Test
    void whoDiesBeforeTheMarkDoublesNothingWhereSesReportsTheMailInTime() {
        diesBefore(MailerCrashTest::marksSent);

        office.report(SesEvents.send(office.ses.mails().getLast()));
        office.sweepAfter(WITHIN_THE_LEASE);
        office.sweepAfter(PAST_THE_LEASE);

        assertThat(office.ses.mails()).hasSize(1);
    }

    @Test
    void sesIsCalledOnceATryForItHasNoIdempotencyToken() {
        var calls = new AtomicInteger();
        office.ses.behaveLike(any -> {
            calls.incrementAndGet();
            return EmbeddedSes.Behaviour.FAIL;
        });

        assertThat(office.deliver(mail)).containsExactly("1");

        assertThat(calls).hasValue(1);
        assertThat(office.state(mail)).isEqualTo("QUEUED");
        office.ses.behaveLike(any -> EmbeddedSes.Behaviour.ACCEPT);
        office.sweepAfter(QUARTER);
        assertThat(office.ses.mails()).hasSize(1);
    }

    @Test
    void whoLostTheClaimMayNotSayWhatBecameOfTheMail() {
        var stale = office.held(mail);
        office.clock.forward(Duration.ofMinutes(7));
        var fresh = office.held(mail);

        office.claims().sent(stale, "stale");
        office.claims().failed(stale, "stale");
        office.claims().release(stale, "stale", 1, office.clock.instant());
        assertThat(office.state(mail)).isEqualTo("CLAIMED");
        assertThat(office.item(mail).required("claim")).isEqualTo(fresh.claim());

        office.claims().sent(fresh, "fresh");
        office.claims().failed(stale, "stale");
        assertThat(office.item(mail).required("messageId")).isEqualTo("fresh");
        assertThat(office.state(mail)).isEqualTo("SENT");
    }

    @Test
    void ofManyWhoTryAtTheSameMomentOneSends() throws Exception {
        var mailer = office.mailer();
        var tries = new ArrayList<Callable<Mailer.Outcome>>();
        for (var i = 0; i < 20; i++) {
            tries.add(() -> mailer.send(mail));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(tries);
        }

        assertThat(office.ses.mails()).extracting(SentMail::to).hasSize(1);
    }
}
