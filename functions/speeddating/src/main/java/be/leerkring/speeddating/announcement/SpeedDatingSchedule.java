package be.leerkring.speeddating.announcement;

import be.leerkring.meetings.plan.Announcements;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Run;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Woken every quarter of an hour: mails what was announced, and what an earlier run left half-way. */
public final class SpeedDatingSchedule extends MicronautRequestHandler<Map<String, Object>, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(SpeedDatingSchedule.class);

    @Inject
    Announcements announcements;

    @Inject
    Announcing announcing;

    @Inject
    Clock clock;

    /** As Lambda makes it: with a context of its own. */
    public SpeedDatingSchedule() {}

    /** As the laptop makes it: in the context of all functions. */
    public SpeedDatingSchedule(ApplicationContext context) {
        super(context);
    }

    @Override
    public Void execute(Map<String, Object> event) {
        var run = Run.begin();
        var failures = announcements.due(clock.instant()).toList().stream()
                .filter(key -> !finish(key, run))
                .count();
        if (failures > 0) {
            throw new IllegalStateException(failures + " announcements could not be finished");
        }
        return null;
    }

    /** One that can't be finished does not hold up the others. */
    private boolean finish(Mark.MailingKey key, Run run) {
        try {
            announcing.finish(key, run);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("The announcement {} can't be finished now", key, failed);
            return false;
        }
    }
}
