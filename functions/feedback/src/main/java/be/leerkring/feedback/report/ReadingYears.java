package be.leerkring.feedback.report;

import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.Openings;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quotes;
import be.leerkring.network.voice.Replies;
import be.leerkring.platform.mail.MailCounts;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a report is made of: a query of each kind and one batch, however many sessions the years have. */
@Singleton
final class ReadingYears {

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private final Figures figures;
    private final MeetingMemory memory;
    private final Sessions sessions;
    private final Knowledge knowledge;
    private final Openings openings;
    private final Quotes quotes;
    private final Replies replies;
    private final MailCounts mails;
    private final Table table;
    private final NetworkTime time;
    private final Clock clock;

    ReadingYears(
            Figures figures,
            MeetingMemory memory,
            Sessions sessions,
            Knowledge knowledge,
            Openings openings,
            Quotes quotes,
            Replies replies,
            MailCounts mails,
            Table table,
            NetworkTime time,
            Clock clock) {
        this.figures = figures;
        this.memory = memory;
        this.sessions = sessions;
        this.knowledge = knowledge;
        this.openings = openings;
        this.quotes = quotes;
        this.replies = replies;
        this.mails = mails;
        this.table = table;
        this.time = time;
        this.clock = clock;
    }

    /** For organisers. */
    YearReport read(int year) {
        return YearReport.of(year, records(year));
    }

    /** For everybody; empty where there is nothing of the year that everybody may read. */
    Optional<PublicReport> readPublic(int year) {
        return Optional.of(PublicReport.of(year, records(year))).filter(report -> !report.now().isEmpty());
    }

    private Records records(int year) {
        var closed = figures.closed(year - 1, year + 1);
        var years = List.of(year - 1, year, year + 1);
        var found = table.read(Stream.of(
                closed.stream().map(session -> replies.key(session.session())),
                years.stream().map(openings::key),
                years.stream().map(mails::key))
                .flatMap(Function.identity())
                .toList());
        return new Records(
                closed,
                figures.tallies(year - 1, year + 1),
                memory.network(),
                sessions.startedBetween(start(year - 1).toInstant(), start(year + 1).minusNanos(1).toInstant())
                        .toList(),
                knowledge.newest(),
                quotes.between(start(year - 1).toInstant(), start(year + 1).minusNanos(1).toInstant()),
                closed.stream()
                        .collect(Collectors.toMap(SessionFigures::session, one -> replies.in(found, one.session()))),
                years.stream().collect(Collectors.toMap(Function.identity(), one -> openings.in(found, one))),
                years.stream().collect(Collectors.toMap(Function.identity(), one -> mails.in(found, one))),
                time,
                clock.instant());
    }

    private ZonedDateTime start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(time.zone());
    }

    /** The last year with figures; this year where none has any. */
    int latest() {
        return figures.lastYear().orElse(thisYear());
    }

    /** The last year of which everybody may read something, of this one and the one before. */
    OptionalInt latestPublic() {
        var year = thisYear();
        return figures.closed(year - 1, year).stream()
                .filter(session -> session.everybody().present() >= PublicYear.FEWEST)
                .mapToInt(session -> figures.year(session.start()))
                .max();
    }

    /** The year that an address names: four digits, for a network has existed in no other; empty for what is none. */
    static OptionalInt yearIn(String address) {
        return YEAR.matcher(address).matches() ? OptionalInt.of(Integer.parseInt(address)) : OptionalInt.empty();
    }

    private int thisYear() {
        return time.local(clock.instant()).getYear();
    }
}
