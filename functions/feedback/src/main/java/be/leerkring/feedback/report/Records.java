package be.leerkring.feedback.report;

import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.mail.MailCounts;
import be.leerkring.platform.time.NetworkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a report is made of, as it was read: of several years, that of the report among them.
 *
 * @param closed the figures of the sessions that are closed, the earliest first
 * @param announced the sessions that were published, those called off and those to come as well
 * @param quotes those on the site
 * @param replies what organisers reply to what people said, by session
 * @param opened how often entries of the knowledge base were opened, by year and id
 * @param mails what became of the mails, by year
 * @param now when it was read
 */
record Records(
        List<SessionFigures> closed,
        List<AnswerTally> tallies,
        MeetingMemory.Network network,
        List<Session> announced,
        List<KnowledgeEntry> knowledge,
        List<Quote> quotes,
        Map<String, Reply> replies,
        Map<Integer, Map<String, Integer>> opened,
        Map<Integer, MailCounts.Year> mails,
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
                (int) knowledge.stream().filter(entry -> isOf(year, entry.created())).count(),
                around(year));
    }

    private Around around(int year) {
        var today = time.local(now).toLocalDate();
        var end = LocalDate.of(year, 12, 31);
        var day = end.isAfter(today) ? today : end;
        return new Around(
                network.cooperations().stream()
                        .flatMap(cooperation -> cooperation.stageOn(day).stream())
                        .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum)),
                (int) quotes.stream().filter(quote -> isOf(year, quote.session())).count(),
                (int) replies.entrySet().stream()
                        .filter(reply -> isOf(year, reply.getKey()) && reply.getValue().revision() > 0)
                        .count(),
                opened.getOrDefault(year, Map.of()).values().stream().mapToInt(Integer::intValue).sum(),
                mails.get(year));
    }

    private boolean isOf(int year, String session) {
        return closed.stream().anyMatch(one -> one.session().equals(session) && isOf(year, one.start()));
    }

    /** What stands beside the year's figures in words. */
    Voices voices(int year) {
        var sessions = closed.reversed().stream().filter(session -> isOf(year, session.start())).toList();
        return new Voices(
                network.cooperations().stream()
                        .filter(Cooperation::isPublic)
                        .filter(one -> one.steps().values().stream().anyMatch(day -> day.getYear() == year))
                        .limit(Voices.MOST_STORIES)
                        .toList(),
                sessions.stream()
                        .flatMap(session -> quotes.stream()
                                .filter(quote -> quote.session().equals(session.session()))
                                .limit(1))
                        .limit(Voices.MOST)
                        .toList(),
                sessions.stream()
                        .map(session -> new Voices.Answered(
                                session, replies.getOrDefault(session.session(), Reply.NONE)))
                        .filter(answered -> answered.reply().revision() > 0)
                        .limit(Voices.MOST)
                        .toList(),
                mostOpened(year));
    }

    private List<Voices.Opened> mostOpened(int year) {
        var times = opened.getOrDefault(year, Map.of());
        return knowledge.stream()
                .filter(entry -> times.containsKey(entry.id()))
                .map(entry -> new Voices.Opened(entry, times.get(entry.id())))
                .sorted(Comparator.comparing(Voices.Opened::times).reversed())
                .limit(Voices.Opened.MOST)
                .toList();
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
