package be.leerkring.feedback.report;

import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a report is made of, as it was read: of several years, that of the report among them.
 *
 * @param closed the figures of the sessions that are closed, the earliest first
 * @param announced the sessions that were published, those called off and those to come as well
 * @param now when it was read
 */
record Records(
        List<SessionFigures> closed,
        List<AnswerTally> tallies,
        MeetingMemory.Network network,
        List<Session> announced,
        List<KnowledgeEntry> knowledge,
        NetworkTime time,
        Instant now) {

    /** Whether a session of this year is closed. */
    boolean has(int year) {
        return closed.stream().anyMatch(session -> isOf(year, session.start()));
    }

    /** What the year came to. */
    YearFigures year(int year) {
        var answers = tallies.stream().collect(Collectors.toMap(AnswerTally::session, Function.identity()));
        return new YearFigures(
                year,
                closed.stream()
                        .filter(session -> isOf(year, session.start()))
                        .map(session -> new SessionLine(
                                session, Optional.ofNullable(answers.get(session.session()))))
                        .toList(),
                new OrganisationList(0, network.organisations()),
                (int) announced.stream()
                        .filter(session -> session.cancelled() && isOf(year, session.start()))
                        .count(),
                network.sessions().stream()
                        .filter(session -> isOf(year, session.start()))
                        .flatMap(session -> session.contacts().values().stream())
                        .mapToInt(Integer::intValue)
                        .sum(),
                (int) knowledge.stream().filter(entry -> isOf(year, entry.created())).count());
    }

    /** How many of the year's sessions were, and are not closed yet. */
    int open(int year) {
        var done = closed.stream().map(SessionFigures::session).collect(Collectors.toSet());
        return (int) announced.stream()
                .filter(session -> isOf(year, session.start()))
                .filter(session -> !session.cancelled() && !session.isAhead(now) && !done.contains(session.id()))
                .count();
    }

    /** Whether the year has yet to end. */
    boolean isRunning(int year) {
        return time.local(now).getYear() <= year;
    }

    /** The moment at which the year is over. */
    Instant end(int year) {
        return LocalDate.of(year + 1, 1, 1).atStartOfDay(time.zone()).toInstant();
    }

    private boolean isOf(int year, Instant moment) {
        return time.local(moment).getYear() == year;
    }
}
