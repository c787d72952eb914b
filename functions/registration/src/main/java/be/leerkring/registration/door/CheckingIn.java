package be.leerkring.registration.door;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Arrival;
import be.leerkring.registration.state.Attended;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Marked;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Marks who was there. A mark tells when it was set, so that one that was held up on its way does not undo a later one,
 * and sending it twice changes nothing.
 *
 * <p>Who has a seat, or an offer of one, walks in. Anybody else on the list comes in while there is a chair: before the
 * start a seat that nobody has, from the start on one that nobody sits on. At the door it is first come, first served,
 * and the organiser who stands there decides: the session's rules are for those who register from afar.
 */
@Singleton
final class CheckingIn {

    /** So many are marked absent in one transaction, each with an entry in the log. */
    private static final int AT_ONCE = 40;

    private final Table table;
    private final Sessions sessions;
    private final Destinations destinations;
    private final Registrations registrations;
    private final Transitions transitions;
    private final Clock clock;

    CheckingIn(
            Table table,
            Sessions sessions,
            Destinations destinations,
            Registrations registrations,
            Transitions transitions,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.destinations = destinations;
        this.registrations = registrations;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Marks somebody as here, as far as there is a chair; what the list says afterwards tells what came of it. */
    void arrive(PersonKey person, Instant at, Organiser by) {
        destinations.decide(person, there -> there.session().cancelled()
                ? new WriteOutcome.Written()
                : switch (there.registration().arrive(at)) {
                    case Arrival.Expected(var next) -> arrived(there, next, by).write();
                    case Arrival.Held(var next) -> arrived(there, next, by).seats(there.seats().accept()).write();
                    case Arrival.WalkIn(var next) -> letIn(there, next, by);
                    case Arrival.Already() -> new WriteOutcome.Written();
                    case Arrival.Unexpected() -> new WriteOutcome.Written();
                });
    }

    /** From the start on the seats stay as they were, for they are the session's history. */
    private WriteOutcome letIn(Destination.Found there, Attended next, Organiser by) {
        var session = there.session();
        var seats = there.seats();
        var place = next.place();
        if (!hasChair(session, seats, clock.instant(), () -> here(session))) {
            return new WriteOutcome.Written();
        }
        return arrived(there, next, by)
                .seats(session.isToCome(clock.instant()) ? seats.take(place) : seats.leave(place.person()))
                .write();
    }

    private Transitions.Transition arrived(Destination.Found there, Attended next, Organiser by) {
        return transitions.of(there, next).logMark(by, "attended");
    }

    /** Counts those who are here, when that matters. */
    interface Here {
        int count();
    }

    /** Whether somebody without a seat can come in. */
    static boolean hasChair(Session session, Seats seats, Instant now, Here here) {
        return session.isToCome(now) ? seats.free() > 0 : here.count() < seats.capacity();
    }

    private int here(Session session) {
        return (int) registrations
                .now(session.id())
                .filter(Attended.class::isInstance)
                .count();
    }

    /** Takes the last mark back: they are expected again. */
    void unmark(PersonKey person, Instant at, Organiser by) {
        destinations.decide(person, there -> there.registration() instanceof Marked marked
                ? marked.unmark(at)
                        .map(next -> transitions.of(there, next).logMark(by, "attendance-undone").write())
                        .orElseGet(WriteOutcome.Written::new)
                : new WriteOutcome.Written());
    }

    /** Marks everybody who has a seat and was not seen as absent, once the session has started. */
    void missEverybodyElse(String session, Organiser by) {
        boolean more;
        do {
            more = table.decide(() -> missSome(session, by));
        } while (more);
    }

    /** Whether there can be more; empty when one of them was seen meanwhile. */
    private Decision<Boolean> missSome(String id, Organiser by) {
        var now = clock.instant();
        var session = sessions.find(id).filter(known -> !known.cancelled() && !now.isBefore(known.start()));
        if (session.isEmpty()) {
            return Decision.made(false);
        }
        var missing = registrations
                .now(id)
                .filter(Confirmed.class::isInstance)
                .map(Confirmed.class::cast)
                .limit(AT_ONCE)
                .toList();
        return missing.stream()
                .map(confirmed -> transitions.of(session.get(), confirmed, confirmed.miss(now)).logMark(by, "absent"))
                .reduce(Transitions.Transition::and)
                .map(all -> all.write().then(missing.size() == AT_ONCE))
                .orElse(Decision.made(false));
    }
}
