package be.leerkring.feedback.ask;

import be.leerkring.feedback.FeedbackLink;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.session.FeedbackRounds;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.time.WorkingDays;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks those who took part what the session brought, once: at nine in the morning of the first working day after it.
 * The mail's key keeps anybody from being asked twice, however often this runs and wherever it was cut off.
 */
@Singleton
public final class FeedbackRequests {

    private static final LocalTime HOUR = LocalTime.of(9, 0);

    /** Until when on a working day it asks: whoever could not be asked by then is asked the next. */
    private static final LocalTime LATE = LocalTime.of(18, 0);

    /** How long after a session one can answer. */
    private static final Duration ANSWERABLE = Duration.ofDays(90);

    /** So many registrations are looked at between two marks. */
    private static final int PAGE = 100;

    /** So long a run goes on; the function may run a little longer. */
    private static final Duration RUN = Duration.ofMinutes(4);

    /** A session that ended longer ago than this is not asked about any more. */
    private static final Duration LATEST = Duration.ofDays(14);

    private final Table table;
    private final Sessions sessions;
    private final Participants participants;
    private final FeedbackRounds rounds;
    private final Knowledge knowledge;
    private final Links links;
    private final Outbox outbox;
    private final FeedbackMail mail;
    private final NetworkTime time;
    private final Clock clock;

    FeedbackRequests(
            Table table,
            Sessions sessions,
            Participants participants,
            FeedbackRounds rounds,
            Knowledge knowledge,
            Links links,
            Outbox outbox,
            FeedbackMail mail,
            NetworkTime time,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.participants = participants;
        this.rounds = rounds;
        this.knowledge = knowledge;
        this.links = links;
        this.outbox = outbox;
        this.mail = mail;
        this.time = time;
        this.clock = clock;
    }

    /** Asks about every session for which it is time. */
    public void askAll() {
        var now = clock.instant();
        if (!isWorkingHour(now)) {
            return;
        }
        var due = sessions.startedBetween(now.minus(LATEST), now)
                .filter(session -> !session.cancelled() && !now.isBefore(askedAt(session)))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        var end = System.nanoTime() + RUN.toNanos();
        var read = table.read(
                due.stream().map(session -> rounds.key(session.id())).toList());
        due.forEach(session -> ask(session, rounds.in(read, session.id()), end));
    }

    /** Nothing is read, and nobody is mailed, at night and on days off. */
    private boolean isWorkingHour(Instant now) {
        var local = time.local(now);
        var hour = local.toLocalTime();
        return WorkingDays.isWorkingDay(local.toLocalDate()) && !hour.isBefore(HOUR) && hour.isBefore(LATE);
    }

    /** Nine in the morning of the first working day after the session, in the network's time zone. */
    public Instant askedAt(Session session) {
        var ended = time.local(session.end()).toLocalDate();
        return WorkingDays.after(ended).atTime(HOUR).atZone(time.zone()).toInstant();
    }

    /** Page after page, and what is left when this run's time is over in the next run; each page ends with a mark. */
    private void ask(Session session, FeedbackRounds.Round begun, long end) {
        var entries = begun.done() ? List.<KnowledgeEntry>of() : knowledge.of(session.id());
        var round = begun;
        while (!round.done() && System.nanoTime() < end) {
            var page = participants.page(session.id(), round.after(), PAGE);
            var took = page.stream()
                    .filter(participant -> participant.state().tookPart())
                    .toList();
            took.forEach(participant -> ask(participant, session, entries));
            round = new FeedbackRounds.Round(
                    page.isEmpty() ? round.after() : Optional.of(page.getLast().person()),
                    round.asked() + took.size(),
                    page.size() < PAGE);
            table.attempt(List.of(rounds.put(session.id(), round)));
        }
    }

    /** Refused, and rightly so, where this participant was asked before. */
    private void ask(Participant participant, Session session, List<KnowledgeEntry> entries) {
        var link = links.issue(FeedbackLink.PURPOSE, session.id(), session.end().plus(ANSWERABLE));
        var writes = new ArrayList<>(outbox.putOptional(mail.request(participant, session, entries, link.token())));
        writes.add(link.write());
        table.attempt(writes);
    }
}
