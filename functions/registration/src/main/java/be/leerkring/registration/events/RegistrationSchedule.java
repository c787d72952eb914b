package be.leerkring.registration.events;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.session.Sessions;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.line.WaitingList;
import be.leerkring.registration.messages.Mailing;
import be.leerkring.registration.messages.Messages;
import be.leerkring.registration.news.Reminders;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Woken every quarter of an hour: ends offers, reminds to confirm, finishes the messages that were left half-way, and
 * every hour looks at the sessions to come.
 */
public final class RegistrationSchedule extends MicronautRequestHandler<Map<String, Object>, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationSchedule.class);

    /** Of each hour, the first run also looks at the sessions to come. */
    private static final int QUARTER = 15;

    /** How far ahead sessions are published, at the most. */
    private static final Duration AHEAD = Duration.ofDays(400);

    @Inject
    Sessions sessions;

    @Inject
    Registrations registrations;

    @Inject
    WaitingList waitingList;

    @Inject
    Reminders reminders;

    @Inject
    Messages messages;

    @Inject
    Mailing mailing;

    @Inject
    Clock clock;

    /** As Lambda makes it: with a context of its own. */
    public RegistrationSchedule() {}

    /** As the laptop makes it: in the context of all functions. */
    public RegistrationSchedule(ApplicationContext context) {
        super(context);
    }

    @Override
    public Void execute(Map<String, Object> event) {
        var failures = registrations
                .due(clock.instant())
                .map(Participants::subject)
                .filter(subject -> !attend(subject))
                .count();
        var unfinished = messages.due(clock.instant()).filter(place -> !finish(place)).count();
        if (clock.instant().atZone(ZoneOffset.UTC).getMinute() < QUARTER) {
            lookAtSessions();
        }
        if (failures + unfinished > 0) {
            throw new IllegalStateException(
                    failures + " registrations could not be attended to, nor " + unfinished + " messages finished");
        }
        return null;
    }

    /** Reminds of them, and offers the seats that the stream left behind: those are not left to the next change. */
    private void lookAtSessions() {
        var now = clock.instant();
        var coming = sessions.startedBetween(now, now.plus(AHEAD)).toList();
        coming.forEach(session -> waitingList.fill(session.id()));
        reminders.remindOf(coming);
    }

    /** One that can't be read does not hold up the others. */
    private boolean attend(Participants.Subject subject) {
        try {
            waitingList.lapse(subject);
            reminders.remindToConfirm(subject);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("The registration {} can't be attended to now", subject, failed);
            return false;
        }
    }

    private boolean finish(Messages.Place place) {
        try {
            mailing.finish(place);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("The message {} can't be finished now", place, failed);
            return false;
        }
    }
}
