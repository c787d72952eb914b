package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.emulator.ses.SesEvents;
import be.leerkring.platform.mail.MailCounts;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.WriteOutcome;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What SES reports of a mail: in any order, and more than once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailEventsTest {

    private final PostOffice office = new PostOffice();
    private final AtomicInteger readers = new AtomicInteger();
    private String reader;
    private Key mail;

    /** A report, what it says of the mail, and whether its reader gets no more mail. */
    enum Report {
        SEND(SesEvents::send, MailState.SENT, false),
        DELAY(SesEvents::delay, MailState.DELAYED, false),
        DELIVERY(SesEvents::delivery, MailState.DELIVERED, false),
        SOFT_BOUNCE(SesEvents::softBounce, MailState.BOUNCED, false),
        HARD_BOUNCE(SesEvents::hardBounce, MailState.BOUNCED, true),
        COMPLAINT(SesEvents::complaint, MailState.COMPLAINED, true),
        REJECT(SesEvents::reject, MailState.FAILED, false),
        RENDERING_FAILURE(SesEvents::renderingFailure, MailState.FAILED, false);

        final Function<SentMail, Map<String, Object>> event;
        final MailState state;
        final boolean endsAddress;

        Report(Function<SentMail, Map<String, Object>> event, MailState state, boolean endsAddress) {
            this.event = event;
            this.state = state;
            this.endsAddress = endsAddress;
        }
    }

    @BeforeEach
    void sendOne() {
        reader = "lezer-" + readers.incrementAndGet() + "@voorbeeld.be";
        mail = office.features.queue(reader);
        office.deliver(mail);
    }

    @AfterAll
    void close() {
        office.close();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Report.values())
                .flatMap(first -> Arrays.stream(Report.values()).map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofTwoReportsThatSaysMoreWhichStandsFurtherDownTheList(Report first, Report second) {
        report(first);
        report(second);

        var more = first.state.compareTo(second.state) >= 0 ? first : second;
        assertThat(office.state(mail)).isEqualTo(more.state.name());
        assertThat(office.addresses().standing(reader).suppressed().isPresent())
                .isEqualTo(first.endsAddress || second.endsAddress);
        assertThat(trouble().contains(mail)).isEqualTo(more.state.isTrouble());
    }

    @ParameterizedTest
    @EnumSource
    void aReportThatComesAgainChangesNothingAndIsCountedOnce(Report report) {
        report(report);
        var first = office.item(mail).attributes();
        office.clock.forward(Duration.ofMinutes(1));
        report(report);

        assertThat(office.item(mail).attributes()).isEqualTo(first);
        var counted = office.printed().lines()
                .filter(line -> line.contains("\"State\":\"" + report.state.code() + "\""))
                .filter(line -> line.contains(Long.toString(office.clock.millis())))
                .toList();
        assertThat(counted).isEmpty();
    }

    @Test
    void anAddressThatBouncedForGoodGetsNoMailAndTheDeskShowsBoth() {
        report(Report.HARD_BOUNCE);
        var next = office.features.queueAnother(reader);
        office.deliver(next);

        assertThat(office.taken(next)).isZero();
        assertThat(office.state(next)).isEqualTo("SUPPRESSED");
        assertThat(trouble()).contains(mail, next);
        assertThat(office.item(mail).required("report")).contains("nobody here by that name");
    }

    @ParameterizedTest
    @EnumSource(names = {"HARD_BOUNCE", "COMPLAINT"})
    void neitherABounceNorAComplaintKeepsAnOrganiserFromSigningIn(Report report) {
        report(report);
        var signIn = office.features.queueSignIn(reader);
        var other = office.features.queueAnother(reader);
        office.deliver(signIn, other);

        assertThat(office.taken(signIn)).isEqualTo(1);
        assertThat(office.taken(other)).isZero();
    }

    @Test
    void aMailboxThatWasMendedGetsWhatItMissed() {
        report(Report.HARD_BOUNCE);
        var next = office.features.queueAnother(reader);
        office.deliver(next);

        assertThat(office.table().write(List.of(office.addresses().lift(reader))))
                .isInstanceOf(WriteOutcome.Written.class);
        office.again(next);
        office.sweepAfter(Duration.ofMinutes(2));

        assertThat(office.taken(next)).isEqualTo(1);
        assertThat(trouble()).doesNotContain(next);
    }

    @Test
    void anAddressThatBouncedForNowGetsTheNextMail() {
        report(Report.SOFT_BOUNCE);
        var next = office.features.queueAnother(reader);
        office.deliver(next);

        assertThat(office.taken(next)).isEqualTo(1);
    }

    @Test
    void sesMayReportBeforeTheMailerHasMarkedTheMail() {
        var early = office.features.queueAnother(reader);
        var held = office.held(early);
        office.report(SesEvents.delivery(office.asIfSent(early, reader)));

        office.claims().sent(held, "late");

        assertThat(office.state(early)).isEqualTo("DELIVERED");
    }

    @Test
    void whatIsNotOursOrNotKnownIsLeftAlone() {
        var before = office.item(mail).attributes();

        office.report(Map.of("detail", Map.of("eventType", "Open", "mail", Map.of())));
        office.report(Map.of("detail-type", "Sending Status Disabled", "detail", Map.of()));
        office.report(Map.of("detail", Map.of(
                "eventType", "Bounce",
                "mail", Map.of("tags", Map.of(MailTag.NAME, List.of("not ours!"))),
                "bounce", Map.of("bounceType", "Permanent", "bouncedRecipients", List.of()))));

        assertThat(office.item(mail).attributes()).isEqualTo(before);
    }

    @Test
    void theLogSaysWhatIsNotKnownAndNotWhomItIsAbout() {
        var logger = (Logger) LoggerFactory.getLogger(MailEvents.class);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.addAppender(log);

        office.report(Map.of(
                "detail-type", "Email Opened",
                "detail", Map.of("eventType", "Open", "mail", Map.of("destination", List.of("jan@voorbeeld.be")))));
        logger.detachAppender(log);

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).singleElement().asString()
                .contains("Email Opened")
                .doesNotContain("voorbeeld");
    }

    @Test
    void bouncesAndComplaintsOfTheYearAreCountedWithTheirMarksAndOnce() {
        var before = counts();
        for (var report : List.of(Report.SEND, Report.DELIVERY, Report.SOFT_BOUNCE, Report.HARD_BOUNCE)) {
            report(report);
        }
        report(Report.COMPLAINT);
        report(Report.COMPLAINT);
        report(Report.REJECT);

        assertThat(counts()).isEqualTo(new MailCounts.Year(
                before.sent(), before.bounced() + 1, before.complained() + 1));
    }

    private MailCounts.Year counts() {
        return office.counts();
    }

    private void report(Report report) {
        office.report(report.event.apply(office.sent(mail)));
    }

    private List<Key> trouble() {
        return office.records().trouble(100).stream().map(MailRecord::key).toList();
    }
}
