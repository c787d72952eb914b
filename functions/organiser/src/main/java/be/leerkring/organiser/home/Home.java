package be.leerkring.organiser.home;

import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AnswerKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.organiser.MailTrouble;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What needs an organiser now.
 *
 * @param coming the next sessions, the first one first
 * @param drafts the sessions that only organisers see
 * @param answered what came of the last sessions
 * @param trouble how many mails did not reach their readers of late
 * @param reported how many reports of cooperations nobody has looked at
 */
public record Home(
        List<Coming> coming, List<Session> drafts, List<Answered> answered, int trouble, int reported) {

    /**
     * A session to come.
     *
     * @param pending how many have yet to confirm
     */
    record Coming(Session session, Seats seats, int pending) {}

    /** A session that was, how far its participants were asked what it brought, and how many have said it. */
    record Answered(Session session, Mark asked, int answers) {

        /** Whether some were asked, and others have yet to be. */
        boolean underway() {
            return asked.mailed() > 0 && !asked.done();
        }
    }

    /** Reads all of it: four queries of indexes, one batch, and for each session shown a count of its own. */
    @Singleton
    static final class Reader {

        /** So many sessions to come are shown; the list of sessions shows all. */
        private static final int COMING = 10;

        private static final int DRAFTS = 10;

        private static final Duration AHEAD = Duration.ofDays(400);

        /** For so long after a session, answers come in. */
        private static final Duration BACK = Duration.ofDays(45);

        private static final int PAST = 5;

        private final Table table;
        private final Sessions sessions;
        private final SeatCounts seatCounts;
        private final Participants participants;
        private final Marks marks;
        private final MailRecords mails;
        private final Reports reports;
        private final Clock clock;

        Reader(
                Table table, Sessions sessions, SeatCounts seatCounts, Participants participants, Marks marks,
                MailRecords mails, Reports reports, Clock clock) {
            this.table = table;
            this.sessions = sessions;
            this.seatCounts = seatCounts;
            this.participants = participants;
            this.marks = marks;
            this.mails = mails;
            this.reports = reports;
            this.clock = clock;
        }

        public Home read() {
            var now = clock.instant();
            var known = sessions.startedBetween(now.minus(BACK), now.plus(AHEAD)).toList();
            var coming = known.stream()
                    .filter(session -> session.isAhead(now) && !session.cancelled())
                    .limit(COMING)
                    .toList();
            var past = known.reversed().stream()
                    .filter(session -> !session.isAhead(now) && !session.cancelled())
                    .limit(PAST)
                    .toList();
            var found = table.read(Stream.concat(
                    coming.stream().map(session -> seatCounts.key(session.id())),
                    past.stream().map(session -> marks.key(Mark.MailingKey.feedback(session.id()))))
                    .toList());
            return new Home(
                    coming.stream()
                            .map(session -> new Coming(
                                    session,
                                    seatCounts.in(found, session.id()),
                                    participants.count(session.id(), RegistrationState.PENDING)))
                            .toList(),
                    sessions.drafts().limit(DRAFTS).toList(),
                    past.stream()
                            .map(session -> new Answered(
                                    session, marks.in(found, Mark.MailingKey.feedback(session.id())),
                                    answers(session.id())))
                            .toList(),
                    mails.trouble(MailTrouble.SHOWN).size(),
                    reports.count());
        }

        private int answers(String session) {
            return table.count(AnswerKey.all(session));
        }
    }
}
