package be.leerkring.feedback.ask;

import be.leerkring.feedback.FeedbackLink;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.mailing.Mailing;
import be.leerkring.network.mailing.Mailings;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.mailing.Readers;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.time.WorkingHours;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks those who took part what the session brought, once: at nine in the morning of the first working day after it,
 * or as soon after that as it is closed, for only then it is known who was there. Nothing is read, and nobody is
 * mailed, at night and on days off.
 */
@Singleton
public final class AskingForFeedback {

    /** A session that ended longer ago than this is not asked about any more. */
    private static final Duration LATEST = Duration.ofDays(14);

    private final Table table;
    private final Sessions sessions;
    private final Marks marks;
    private final Mailings mailings;
    private final Figures figures;
    private final Knowledge knowledge;
    private final Links links;
    private final Outbox outbox;
    private final FeedbackMail mail;
    private final WorkingHours hours;
    private final Clock clock;

    AskingForFeedback(
            Table table,
            Sessions sessions,
            Marks marks,
            Mailings mailings,
            Figures figures,
            Knowledge knowledge,
            Links links,
            Outbox outbox,
            FeedbackMail mail,
            WorkingHours hours,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.marks = marks;
        this.mailings = mailings;
        this.figures = figures;
        this.knowledge = knowledge;
        this.links = links;
        this.outbox = outbox;
        this.mail = mail;
        this.hours = hours;
        this.clock = clock;
    }

    /** Asks about every session for which it is time. */
    public void askAll() {
        var now = clock.instant();
        if (!hours.has(now)) {
            return;
        }
        var due = sessions.startedBetween(now.minus(LATEST), now)
                .filter(session -> !session.cancelled() && !now.isBefore(askedAt(session)))
                .toList();
        var run = Run.begin();
        var read = table.read(due.stream()
                .flatMap(session -> Stream.of(marks.key(key(session)), figures.key(session)))
                .toList());
        for (var session : due) {
            var mark = marks.in(read, key(session));
            if (!mark.done() && figures.in(read, session).isPresent()) {
                mailings.goOn(mailing(session), mark, run);
            }
        }
    }

    /** Nine in the morning of the first working day after the session, in the network's time zone. */
    public Instant askedAt(Session session) {
        return hours.morningAfter(session.end());
    }

    private static Mark.MailingKey key(Session session) {
        return Mark.MailingKey.feedback(session.id());
    }

    private Mailing<Participant> mailing(Session session) {
        var entries = knowledge.of(session.id());
        return new Mailing<>(
                session,
                key(session),
                new Readers.Everybody(),
                Participant::readFrom,
                participant -> participant.state().tookPart(),
                participant -> mail(participant, session, entries));
    }

    private List<Write> mail(Participant participant, Session session, List<KnowledgeEntry> entries) {
        var link = links.issue(
                FeedbackLink.PURPOSE,
                new FeedbackLink(session.id(), participant.kind(), participant.language()).subject(),
                session.end().plus(FeedbackLink.ANSWERABLE));
        var writes = new ArrayList<>(outbox.putOptional(mail.request(participant, session, entries, link.token())));
        writes.add(link.write());
        return writes;
    }
}
