package be.leerkring.organiser.home;

import be.leerkring.desk.Organiser;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quotes;
import be.leerkring.organiser.MailTrouble;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What needs an organiser now.
 *
 * @param coming the next sessions, the first one first
 * @param drafts the sessions that only organisers see
 * @param unclosed the sessions that are over and have yet to be closed, the last one first
 * @param answered what came of the last sessions
 * @param trouble how many mails did not reach their readers of late
 * @param toJudge how many quotes wait for an organiser
 * @param reported how many reports of cooperations nobody has looked at
 * @param unreachable why the organiser who looks gets no mail but the link to sign in; empty when they do
 */
public record Home(
        List<Coming> coming,
        List<Session> drafts,
        List<Session> unclosed,
        List<Answered> answered,
        int trouble,
        int toJudge,
        int reported,
        Optional<MailState> unreachable) {

    /**
     * A session to come.
     *
     * @param pending how many have yet to confirm
     */
    record Coming(Session session, Seats seats, int pending) {}

    /**
     * A session that was, how far its participants were asked what it brought, and how many have said it.
     *
     * @param figures what was frozen when it was closed; empty where it is not
     */
    record Answered(Session session, Optional<SessionFigures> figures, Mark asked, int answers) {

        /** Whether some were asked, and others have yet to be. */
        boolean underway() {
            return asked.mailed() > 0 && !asked.done();
        }
    }

    /** Reads all of it: queries of the indexes, one batch, and for each session to come a count of its own. */
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
        private final Figures figures;
        private final Quotes quotes;
        private final MailRecords mails;
        private final Reports reports;
        private final Addresses addresses;
        private final Clock clock;

        Reader(
                Table table, Sessions sessions, SeatCounts seatCounts, Participants participants, Marks marks,
                Figures figures, Quotes quotes, MailRecords mails, Reports reports, Addresses addresses,
                Clock clock) {
            this.table = table;
            this.sessions = sessions;
            this.seatCounts = seatCounts;
            this.participants = participants;
            this.marks = marks;
            this.figures = figures;
            this.quotes = quotes;
            this.mails = mails;
            this.reports = reports;
            this.addresses = addresses;
            this.clock = clock;
        }

        Home read(Organiser organiser) {
            var now = clock.instant();
            var known = sessions.startedBetween(now.minus(BACK), now.plus(AHEAD)).toList();
            var coming = known.stream()
                    .filter(session -> session.isAhead(now) && !session.cancelled())
                    .limit(COMING)
                    .toList();
            var over = known.reversed().stream()
                    .filter(session -> !session.isAhead(now) && !session.cancelled())
                    .toList();
            var past = over.stream().limit(PAST).toList();
            var found = table.read(Stream.of(
                    Stream.of(addresses.suppressedKey(organiser.address())),
                    coming.stream().map(session -> seatCounts.key(session.id())),
                    over.stream().map(figures::key),
                    past.stream().flatMap(session -> Stream.of(
                            marks.key(Mark.MailingKey.feedback(session.id())), figures.tallyKey(session))))
                    .flatMap(keys -> keys)
                    .toList());
            return new Home(
                    coming.stream()
                            .map(session -> new Coming(
                                    session,
                                    seatCounts.in(found, session.id()),
                                    participants.count(session.id(), RegistrationState.PENDING)))
                            .toList(),
                    sessions.drafts().limit(DRAFTS).toList(),
                    over.stream().filter(session -> figures.in(found, session).isEmpty()).toList(),
                    past.stream()
                            .map(session -> new Answered(
                                    session,
                                    figures.in(found, session),
                                    marks.in(found, Mark.MailingKey.feedback(session.id())),
                                    figures.tallyIn(found, session).map(AnswerTally::answered).orElse(0)))
                            .toList(),
                    mails.trouble(MailTrouble.SHOWN).size(),
                    quotes.countToJudge(),
                    reports.count(),
                    addresses.suppressedIn(found, organiser.address()));
        }
    }
}
