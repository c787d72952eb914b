package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.EmbeddedSes.Behaviour;
import be.leerkring.emulator.ses.SesEvents;
import be.leerkring.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from each error that SendEmail documents, and from those that every AWS service can answer with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SesAnswersTest {

    private static final Duration PAST_ANY_WAIT = Duration.ofHours(2);

    private final PostOffice office = new PostOffice();
    private final AtomicInteger readers = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private Key mail;

    @BeforeEach
    void queueOne() {
        office.ses.clear();
        calls.set(0);
        mail = office.features.queue("lezer-" + readers.incrementAndGet() + "@voorbeeld.be");
    }

    @AfterAll
    void close() {
        office.close();
    }

    private void sesWill(Behaviour behaviour) {
        office.ses.behaveLike(any -> {
            calls.incrementAndGet();
            return behaviour;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECT", "FIND_FAULT"})
    void itIsThisMailsFaultAndItFailsForGood(Behaviour fault) {
        sesWill(fault);

        assertThat(office.deliver(mail)).isEmpty();

        assertThat(office.state(mail)).isEqualTo("FAILED");
        assertThat(office.item(mail).required("due")).as("the desk shows it").isEqualTo("MAIL-TROUBLE");
        assertThat(office.item(mail).required("cause")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(names = {
            "PAUSE", "SUSPEND", "MISS_DOMAIN", "MISS_CONFIGURATION", "FORBID", "MISTRUST_SENDER",
            "EXHAUST_QUOTA"
    })
    void noMailLeavesAtAllAndNothingIsLost(Behaviour stop) {
        var second = office.features.queue("tweede-" + readers.get() + "@voorbeeld.be");
        sesWill(stop);

        assertThat(office.deliver(mail, second)).as("the stream is left alone").isEmpty();
        assertThat(calls).as("one is enough to know").hasValue(1);
        assertThat(office.printed()).contains("\"SendingStopped\":1");
        office.sweepAfter(Duration.ofDays(3));
        assertThat(calls).as("and one a sweep").hasValue(2);
        assertThat(office.state(mail)).isEqualTo("QUEUED");
        assertThat(office.state(second)).isEqualTo("QUEUED");
        assertThat(office.item(mail).count("tries")).isZero();

        sesWill(Behaviour.ACCEPT);
        office.sweepAfter(SendingRules.STOPPED_WAIT.plusMinutes(1));
        assertThat(office.taken(mail)).isEqualTo(1);
        assertThat(office.taken(second)).isEqualTo(1);
        assertThat(office.state(mail)).isEqualTo("SENT");
        assertThat(office.state(second)).isEqualTo("SENT");
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLE", "LIMIT"})
    void mailsThatComeTooFastWaitAndAreNotCounted(Behaviour hurry) {
        sesWill(hurry);

        assertThat(office.deliver(mail)).containsExactly("1");
        assertThat(calls).hasValue(1 + SendingRules.WAITS);
        assertThat(office.item(mail).count("tries")).isZero();

        sesWill(Behaviour.ACCEPT);
        assertThat(office.deliver(mail)).isEmpty();
        assertThat(office.taken(mail)).isEqualTo(1);
    }

    @Test
    void whereSesFailedItIsTriedAgainAtOnce() {
        sesWill(Behaviour.FAIL);
        assertThat(office.deliver(mail)).containsExactly("1");

        sesWill(Behaviour.ACCEPT);
        assertThat(office.deliver(mail)).isEmpty();
        assertThat(office.taken(mail)).isEqualTo(1);
    }

    @Test
    void aConnectionThatBreaksIsNoReasonForTheClientToCallAgain() {
        sesWill(Behaviour.ACCEPT);
        office.deliver(mail);
        var second = office.features.queue("tweede-" + readers.get() + "@voorbeeld.be");
        sesWill(Behaviour.TIME_OUT_AFTER_ACCEPTING);
        calls.set(0);

        assertThat(office.deliver(second)).containsExactly("1");

        assertThat(calls).as("on a connection that was open before").hasValue(1);
        office.report(SesEvents.send(office.ses.mails().getLast()));
    }

    @Test
    void whereTheAnswerGotLostSesIsGivenTimeToReport() {
        sesWill(Behaviour.TIME_OUT_AFTER_ACCEPTING);
        assertThat(office.deliver(mail)).containsExactly("1");

        sesWill(Behaviour.ACCEPT);
        assertThat(office.deliver(mail)).isEmpty();
        assertThat(office.taken(mail)).isEqualTo(1);
        office.sweepAfter(PAST_ANY_WAIT);
        assertThat(office.taken(mail)).as("no report came").isEqualTo(2);
    }

    @Test
    void theWaitsDoubleUpToAnHourAndADayIsTheEnd() {
        var now = Instant.parse("2017-02-15T08:00:00Z");
        var minutes = Arrays.asList(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);

        for (int tries = 0; tries < minutes.size(); tries++) {
            assertThat(SendingRules.again(tries, now)).isEqualTo(now.plus(Duration.ofMinutes(minutes.get(tries))));
        }
        assertThat(SendingRules.againInDoubt(0, now)).isEqualTo(now.plus(Duration.ofMinutes(1)));
        assertThat(SendingRules.isOver(now, 30, now.plus(Duration.ofHours(24)))).isTrue();
        assertThat(SendingRules.isOver(now, 30, now.plus(Duration.ofHours(24)).minusSeconds(1))).isFalse();
        assertThat(SendingRules.isOver(now, 4, now.plus(Duration.ofDays(9)))).as("it lay, and was not tried").isFalse();
    }
}
