package be.leerkring.mailer;

import be.leerkring.platform.mail.QueuedMails;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Comes by every quarter of an hour for the mails that the stream left behind: those whose sender died, or whom SES put off. */
public final class OutboxSweep extends MicronautRequestHandler<Map<String, Object>, Void> {

    /** The stream is given this long before the sweep takes a mail. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    QueuedMails mails;

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
        mails.unsent(clock.instant().minus(PATIENCE)).forEach(mailer::send);
        return null;
    }
}
