package be.leerkring.registration.door;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registration;
import be.leerkring.registration.Registrations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks who was there. A mark tells when it was set, so that one that was held up on its way does not undo a later one,
 * and sending it twice changes nothing.
 *
 * <p>Who has a seat, or an offer of one, walks in. Anybody else on the list comes in while there is a chair: before the
 * start a seat that nobody has, from the start on one that nobody sits on. At the door it is first come, first served,
 * and the organiser who stands there decides: the session's rules are for those who register from afar.
 */
@Singleton
final class Attendance {

    /** So many are marked absent in one transaction, each with an entry in the log. */
    private static final int AT_ONCE = 40;

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Destinations destinations;
    private final Registrations registrations;
    private final ChangeLog log;
    private final Languages languages;
    private final Clock clock;

    Attendance(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Destinations destinations,
            Registrations registrations,
            ChangeLog log,
            Languages languages,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.destinations = destinations;
        this.registrations = registrations;
        this.log = log;
        this.languages = languages;
        this.clock = clock;
    }

    /** Marks somebody as here, as far as there is a chair; what the list says afterwards tells what came of it. */
    void arrive(Participants.Subject person, Instant at, Organiser by) {
        destinations.decide(person, there -> there.session().cancelled()
                ? new WriteOutcome.Written()
                : switch (there.registration().arrive(at)) {
                    case Registration.Arrival.Expected(var next) -> mark(there, next, by);
                    case Registration.Arrival.Held(var next) ->
                        mark(there, next, by, seatCounts.put(person.session(), there.seats().accept()));
                    case Registration.Arrival.WalkIn(var next) -> letIn(there, next, by);
                    case Registration.Arrival.Already() -> new WriteOutcome.Written();
                    case Registration.Arrival.Unexpected() -> new WriteOutcome.Written();
                });
    }

    /** From the start on the seats stay as they were, for they are the session's history. */
    private WriteOutcome letIn(Destination.Found there, Registration next, Organiser by) {
        var session = there.session();
        var seats = there.seats();
        var place = next.place();
        if (!hasChair(session, seats, clock.instant(), () -> here(session))) {
            return new WriteOutcome.Written();
        }
        return mark(
                there,
                next,
                by,
                seatCounts.put(
                        session.id(),
                        session.isToCome(clock.instant()) ? seats.take(place) : seats.leave(place.person())));
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
                .filter(registration -> registration.state() == RegistrationState.ATTENDED)
                .count();
    }

    /** Takes the last mark back: they are expected again. */
    void unmark(Participants.Subject person, Instant at, Organiser by) {
        destinations.decide(person, there -> there.registration()
                .unmark(at)
                .map(next -> mark(there, next, by))
                .orElseGet(WriteOutcome.Written::new));
    }

    private WriteOutcome mark(
            Destination.Found there, Registration next, Organiser by, Write... others) {
        var writes = new ArrayList<>(List.of(others));
        writes.add(registrations.put(next, there.session()));
        writes.add(entry(
                there.registration(),
                next,
                next.state() == RegistrationState.ATTENDED ? "attended" : "attendance-undone",
                by));
        return table.write(writes);
    }

    private Write entry(Registration from, Registration to, String what, Organiser by) {
        var participant = to.participant();
        return log.entryAbout(
                by,
                participant.session(),
                participant.person(),
                what,
                List.of(new Change("attendance", word(from.state()), word(to.state()))));
    }

    private String word(RegistrationState state) {
        return languages.texts(languages.preferred()).text("my.state." + state.code());
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
                .filter(registration -> registration.miss(now).isPresent())
                .limit(AT_ONCE)
                .toList();
        if (missing.isEmpty()) {
            return Decision.made(false);
        }
        var writes = new ArrayList<Write>();
        for (var registration : missing) {
            var next = registration.miss(now).orElseThrow();
            writes.add(registrations.put(next, session.get()));
            writes.add(entry(registration, next, "absent", by));
        }
        return table.write(writes).then(missing.size() == AT_ONCE);
    }
}
