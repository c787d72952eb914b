package be.leerkring.registration.closing;

import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Sha256;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.text.Folding;
import be.leerkring.registration.Closings;
import be.leerkring.registration.Closings.Closing;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the page shows on which a session is closed.
 *
 * @param attendance who counts as what, by name; nobody where the figures are frozen, or the session is not over
 * @param figures what is frozen; empty where the session is not closed
 */
public record ClosingSheet(
        Session session,
        Closing closing,
        Attendance attendance,
        Optional<SessionFigures> figures,
        Instant now) {

    /** Whether the button makes sense. */
    boolean canBeClosed() {
        return figures.isEmpty() && Figures.canBeClosed(session, now);
    }

    /** Tells who counts as absent from any other answer to that: what the organiser saw who presses the button. */
    String seen() {
        return Sha256.of(attendance.checkedIn() + "\n" + attendance.absent().stream()
                .map(registration -> registration.participant().person())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    /** The kinds of organisations of which somebody was registered. */
    List<Kind> kinds() {
        return Arrays.stream(Kind.values())
                .filter(kind -> !figures.map(frozen -> frozen.of(kind)).orElse(Heads.NONE).equals(Heads.NONE))
                .toList();
    }

    /** Reads it: two batches, and for a session that can be closed one query. */
    @Singleton
    static final class Reader {

        private final Table table;
        private final Sessions sessions;
        private final Closings closings;
        private final Organisations organisations;
        private final Registrations registrations;
        private final Figures figures;
        private final Clock clock;

        Reader(
                Table table,
                Sessions sessions,
                Closings closings,
                Organisations organisations,
                Registrations registrations,
                Figures figures,
                Clock clock) {
            this.table = table;
            this.sessions = sessions;
            this.closings = closings;
            this.organisations = organisations;
            this.registrations = registrations;
            this.figures = figures;
            this.clock = clock;
        }

        /** A published session's. */
        Optional<ClosingSheet> of(String id) {
            var found = table.read(List.of(sessions.key(id), closings.key(id)));
            return sessions.in(found, id).map(session -> of(session, closings.in(found, id)));
        }

        private ClosingSheet of(Session session, Closing closing) {
            var now = clock.instant();
            var found = table.read(List.of(figures.key(session), organisations.key()));
            var frozen = figures.in(found, session);
            var listed = organisations.in(found);
            List<Registration> people = frozen.isPresent() || !Figures.canBeClosed(session, now)
                    ? List.of()
                    : registrations
                            .readable(session.id())
                            .map(registration -> registration.asListed(listed))
                            .sorted(Comparator.comparing(
                                    registration -> registration.participant().name(), Folding.alphabet()))
                            .toList();
            return new ClosingSheet(session, closing, Attendance.of(people), frozen, now);
        }
    }
}
