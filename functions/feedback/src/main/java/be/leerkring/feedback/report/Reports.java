package be.leerkring.feedback.report;

import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a report is made of: a query of each kind, however many sessions the years have. */
@Singleton
final class Reports {

    private final Figures figures;
    private final MeetingMemory memory;
    private final Sessions sessions;
    private final Knowledge knowledge;
    private final NetworkTime time;
    private final Clock clock;

    Reports(
            Figures figures,
            MeetingMemory memory,
            Sessions sessions,
            Knowledge knowledge,
            NetworkTime time,
            Clock clock) {
        this.figures = figures;
        this.memory = memory;
        this.sessions = sessions;
        this.knowledge = knowledge;
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
        return new Records(
                figures.closed(year - 1, year + 1),
                figures.tallies(year - 1, year + 1),
                memory.network(),
                sessions.startedBetween(start(year - 1).toInstant(), start(year + 1).minusNanos(1).toInstant())
                        .toList(),
                knowledge.newest(),
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

    private int thisYear() {
        return time.local(clock.instant()).getYear();
    }
}
