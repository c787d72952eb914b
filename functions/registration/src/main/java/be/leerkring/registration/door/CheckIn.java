package be.leerkring.registration.door;

import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.SearchWords;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.text.Folding;
import be.leerkring.registration.Closings;
import be.leerkring.registration.Closings.Closing;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Absent;
import be.leerkring.registration.state.Attended;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What whoever stands at a session's door has to know.
 *
 * @param closing how far the session is on its way to being closed
 * @param people everybody who may come in, by name
 * @param now when it was so
 */
public record CheckIn(Session session, Seats seats, Closing closing, List<Registration> people, Instant now) {

    /** What can be done for somebody who stands at the door. */
    enum Welcome {
        /** They have a seat, or one is held for them. */
        EXPECTED,
        /** They have none, and there is one. */
        WALK_IN,
        /** They have none, and there is none. */
        NO_CHAIR,
        /** They are here. */
        HERE;

        /** As it is written in texts' keys: {@code walk-in}. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Welcome welcome(Registration registration) {
        return switch (registration) {
            case Confirmed _,Offered _,Absent _ -> Welcome.EXPECTED;
            case Attended _ -> Welcome.HERE;
            case Waiting _,Pending _,Cancelled _ -> hasChair() ? Welcome.WALK_IN : Welcome.NO_CHAIR;
        };
    }

    private boolean hasChair() {
        return CheckingIn.hasChair(session, seats, now, this::here);
    }

    /** How many are here. */
    int here() {
        return count(RegistrationState.ATTENDED);
    }

    /** How many could be here: those who have a seat, seen or not. */
    int expected() {
        return here() + missing() + count(RegistrationState.ABSENT);
    }

    /** How many have a seat, and were neither seen nor missed. */
    int missing() {
        return count(RegistrationState.CONFIRMED);
    }

    private int count(RegistrationState state) {
        return (int) people.stream().filter(registration -> registration.state() == state).count();
    }

    /** Those whose name or organisation has these words. */
    public List<Registration> found(String words) {
        var search = SearchWords.of(words);
        return people.stream()
                .filter(registration -> search.areIn(List.of(
                        registration.participant().name(),
                        registration.participant().organisation())))
                .toList();
    }

    /** The person with this key, who is on the list. */
    Optional<Registration> person(String key) {
        return people.stream()
                .filter(registration -> registration.participant().person().equals(key))
                .findFirst();
    }

    /** Whether it has started, so that who is not here is late. */
    boolean hasStarted() {
        return !now.isBefore(session.start());
    }

    /** Whether anybody can still be marked. */
    boolean isOpen() {
        return !session.cancelled() && closing.begun().isEmpty();
    }

    /** Whether it is over, so that it can be closed. */
    boolean isOver() {
        return !session.isAhead(now);
    }

    /** Reads it: one batch, and one query. */
    @Singleton
    public static final class Reader {

        private final Table table;
        private final Sessions sessions;
        private final SeatCounts seatCounts;
        private final Closings closings;
        private final Organisations organisations;
        private final Registrations registrations;
        private final Clock clock;

        Reader(
                Table table,
                Sessions sessions,
                SeatCounts seatCounts,
                Closings closings,
                Organisations organisations,
                Registrations registrations,
                Clock clock) {
            this.table = table;
            this.sessions = sessions;
            this.seatCounts = seatCounts;
            this.closings = closings;
            this.organisations = organisations;
            this.registrations = registrations;
            this.clock = clock;
        }

        /** The check-in of a published session, as it stands at this moment. */
        public Optional<CheckIn> of(String id) {
            var found = table
                    .read(List.of(sessions.key(id), seatCounts.key(id), closings.key(id), organisations.key()));
            var listed = organisations.in(found);
            return sessions.in(found, id)
                    .map(session -> new CheckIn(
                            session,
                            seatCounts.in(found, id),
                            closings.in(found, id),
                            people(id, listed),
                            clock.instant()));
        }

        private List<Registration> people(String id, OrganisationList listed) {
            return registrations
                    .now(id)
                    .filter(registration -> !(registration instanceof Cancelled))
                    .map(registration -> registration.asListed(listed))
                    .sorted(Comparator.comparing(
                            registration -> registration.participant().name(), Folding.alphabet()))
                    .toList();
        }
    }
}
