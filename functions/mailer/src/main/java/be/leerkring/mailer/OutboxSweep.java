package be.leerkring.mailer;

import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Key;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Comes by every five minutes for the mails that the stream left behind: those whose sender died, or that SES put off.
 * It also says how old the oldest of them is.
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
        var end = System.nanoTime() + RUN.toNanos();
        for (var left = mails.unsent(now.minus(PATIENCE)).iterator(); left.hasNext() && System.nanoTime() < end
                && goesOn(left.next());) {
        }
        metrics.write();
        return null;
    }

    private boolean goesOn(Key key) {
        return switch (mailer.send(key)) {
            case DONE, POSTPONED -> true;
            case TOO_FAST, STOPPED -> false;
        };
    }
}
