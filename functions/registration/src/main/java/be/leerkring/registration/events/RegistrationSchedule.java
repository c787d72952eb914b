package be.leerkring.registration.events;

import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Sessions;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.closing.ClosingByItself;
import be.leerkring.registration.line.HoldingSeats;
import be.leerkring.registration.line.WaitingList;
import be.leerkring.registration.message.Messages;
import be.leerkring.registration.messages.SendingMessages;
import be.leerkring.registration.news.Reminder;
import be.leerkring.registration.news.Reminding;
import be.leerkring.registration.news.TellingNews;
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
 * Woken every quarter of an hour: ends offers, takes back those that reach nobody, reminds to confirm, closes the
 * sessions that were, finishes the mailings that were left half-way, and every hour looks at the sessions to come.
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
    HoldingSeats holdingSeats;

    @Inject
    Reminding reminding;

    @Inject
    ClosingByItself closing;

    @Inject
    Marks marks;

    @Inject
    SendingMessages sending;

    @Inject
    TellingNews news;

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
        var run = Run.begin();
        var failures = registrations
                .due(clock.instant())
                .map(Participants::subject)
                .filter(subject -> !attend(subject))
                .count();
        var held = takeBack() ? 0 : 1;
        var open = closing.lookAfterAll();
        var unfinished = marks.due(clock.instant()).filter(key -> !finish(key, run)).count();
        if (clock.instant().atZone(ZoneOffset.UTC).getMinute() < QUARTER) {
            lookAtSessions(run);
        }
        if (failures + held + open + unfinished > 0) {
            throw new IllegalStateException(
                    failures + " registrations could not be attended to, nor " + held + " held seats taken back, nor "
                            + open + " sessions closed, nor " + unfinished + " mailings finished");
        }
        return null;
    }

    /** Reminds of them, and looks after the seats that the stream left behind, without waiting for the next change. */
    private void lookAtSessions(Run run) {
        var now = clock.instant();
        var coming = sessions.startedBetween(now, now.plus(AHEAD)).toList();
        coming.forEach(session -> {
            holdingSeats.follow(session);
            waitingList.fill(session.id());
        });
        reminding.remindOf(coming, run);
    }

    /** One that can't be read does not hold up the others. */
    private boolean attend(PersonKey subject) {
        try {
            holdingSeats.lapse(subject);
            reminding.remindToConfirm(subject);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("The registration {} can't be attended to now", subject, failed);
            return false;
        }
    }

    /** Few seats are held at once, so this looks at all of them. */
    private boolean takeBack() {
        try {
            waitingList.takeBack(
                    registrations.held(clock.instant()).map(Participants::subject).toList());
            return true;
        } catch (RuntimeException failed) {
            LOG.error("The seats that are held for whom no mail reaches can't be taken back now", failed);
            return false;
        }
    }

    private boolean finish(Mark.MailingKey key, Run run) {
        try {
            goOn(key, run);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("The mailing {} can't be finished now", key, failed);
            return false;
        }
    }

    /** The mailings of other rooms stand among them, and are left to those. */
    private void goOn(Mark.MailingKey key, Run run) {
        if (key.kind().equals(Messages.KIND)) {
            sending.finish(key, run);
        } else if (key.kind().equals(TellingNews.KIND)) {
            news.finish(key, run);
        } else if (Reminder.with(key.kind()).isPresent()) {
            reminding.finish(key, run);
        }
    }
}
