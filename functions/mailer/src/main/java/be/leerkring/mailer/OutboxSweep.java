package be.leerkring.mailer;

import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.QueuedMails;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Comes by every five minutes for the mails that the stream left behind: those whose sender died, or that SES put off.
 * Those that were held leave
 * by it alone. It also says how old the oldest mail is that should have left, and how many are held.
 */
public final class OutboxSweep extends MicronautRequestHandler<Map<String, Object>, Void> {

    /** The stream is given this long before the sweep takes a mail. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** So long a run goes on; a claim holds longer, and the function may run a little longer. */
    private static final Duration RUN = Duration.ofMinutes(4);

    @Inject
    QueuedMails mails;

    @Inject
    MailRecords records;

    @Inject
    MailMetrics metrics;

    @Inject
    SentMails sentMails;

    @Inject
    Mailer mailer;

    @Inject
    Clock clock;

    /** As Lambda makes it: with a context of its own. */
    public OutboxSweep() {}

    /** As the laptop makes it: in the context of all functions. */
    public OutboxSweep(ApplicationContext context) {
        super(context);
    }

    @Override
    public Void execute(Map<String, Object> event) {
        var now = clock.instant();
        metrics.oldestUnsent(records.oldestUnsent()
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO));
        metrics.held(mails.held());
        sendUntil(System.nanoTime() + RUN.toNanos(), now.minus(PATIENCE));
        sentMails.write();
        metrics.write();
        return null;
    }

    /** Sends what was decided before this moment, until the time is over or SES has enough. */
    private void sendUntil(long end, Instant decided) {
        var left = mails.unsent(decided).iterator();
        var goesOn = true;
        while (goesOn && left.hasNext() && System.nanoTime() < end) {
            goesOn = switch (mailer.send(left.next())) {
                case DONE, POSTPONED -> true;
                case TOO_FAST, STOPPED -> false;
            };
        }
    }
}
