package be.leerkring.feedback.ask;

import be.leerkring.feedback.FollowUpLink;
import be.leerkring.network.mailing.Mailing;
import be.leerkring.network.mailing.Mailings;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.mailing.Readers;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Replies;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.time.WorkingDays;
import be.leerkring.platform.time.WorkingHours;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks those who took part what they did with a session, once: at nine in the morning of the first working day three
 * months after it. Nothing is read, and nobody is mailed, at night and on days off.
 */
@Singleton
public final class AskingLater {

    private static final int MONTHS = 3;

    /** How long after they were asked people can answer, and change their answer. */
    private static final Duration ANSWERABLE = Duration.ofDays(90);

    /** Who could not be asked for longer than this is not asked any more. */
    private static final Duration LATEST = Duration.ofDays(14);

    /** Three months and the days off after them are never longer, nor shorter, after a session's start. */
    private static final Duration LONGEST = LATEST.plusDays(105);

    private static final Duration SHORTEST = Duration.ofDays(85);

    private final Table table;
    private final Sessions sessions;
    private final Marks marks;
    private final Mailings mailings;
    private final Replies replies;
    private final Links links;
    private final Outbox outbox;
    private final FollowUpMail mail;
    private final WorkingHours hours;
    private final Clock clock;

    AskingLater(
            Table table,
            Sessions sessions,
            Marks marks,
            Mailings mailings,
            Replies replies,
            Links links,
            Outbox outbox,
            FollowUpMail mail,
            WorkingHours hours,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.marks = marks;
        this.mailings = mailings;
        this.replies = replies;
        this.links = links;
        this.outbox = outbox;
        this.mail = mail;
        this.hours = hours;
        this.clock = clock;
    }

    /** Asks about every session for which it is time; what is left when the run is over, the next one does. */
    public void askAll(Run run) {
        var now = clock.instant();
        if (!hours.has(now)) {
            return;
        }
        var due = sessions.startedBetween(now.minus(LONGEST), now.minus(SHORTEST))
                .filter(session -> !session.cancelled() && isTime(session, now))
                .toList();
        var read = table.read(due.stream()
                .flatMap(session -> Stream.of(marks.key(key(session)), replies.key(session.id())))
                .toList());
        for (var session : due) {
            var mark = marks.in(read, key(session));
            if (!mark.done()) {
                mailings.goOn(mailing(session, replies.in(read, session.id())), mark, run);
            }
        }
    }

    private boolean isTime(Session session, Instant now) {
        var asked = askedAt(session);
        return !now.isBefore(asked) && now.isBefore(asked.plus(LATEST));
    }

    /** Nine in the morning of the first working day three months after the session, in the network's time zone. */
    public Instant askedAt(Session session) {
        var day = hours.day(session.end()).plusMonths(MONTHS);
        return hours.morningOf(WorkingDays.after(day.minusDays(1)));
    }

    private static Mark.MailingKey key(Session session) {
        return new Mark.MailingKey(session.id(), "follow-up", 1);
    }

    private Mailing<Participant> mailing(Session session, Reply reply) {
        return new Mailing<>(
                session,
                key(session),
                new Readers.Everybody(),
                Participant::readFrom,
                participant -> participant.state().tookPart(),
                participant -> mail(participant, session, reply));
    }

    private List<Write> mail(Participant participant, Session session, Reply reply) {
        var link = links.issue(FollowUpLink.PURPOSE, participant.subject(), askedAt(session).plus(ANSWERABLE));
        var writes = new ArrayList<>(outbox.putOptional(mail.request(participant, session, reply, link.token())));
        writes.add(link.write());
        return writes;
    }
}
