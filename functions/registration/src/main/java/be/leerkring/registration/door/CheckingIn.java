package be.leerkring.registration.door;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Closings;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MarkingAbsent;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Arrival;
import be.leerkring.registration.state.Attended;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    private final Table table;
    private final Sessions sessions;
    private final Destinations destinations;
    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final Transitions transitions;
    private final Closings closings;
    private final MarkingAbsent markingAbsent;
    private final Clock clock;

    CheckingIn(
            Table table,
            Sessions sessions,
            Destinations destinations,
            Registrations registrations,
            Mailboxes mailboxes,
            Transitions transitions,
            Closings closings,
            MarkingAbsent markingAbsent,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.destinations = destinations;
        this.registrations = registrations;
        this.mailboxes = mailboxes;
        this.transitions = transitions;
        this.closings = closings;
        this.markingAbsent = markingAbsent;
        this.clock = clock;
    }

    /** What came of a press at the door. */
    sealed interface Outcome {

        /** It is taken, as far as it made sense: what the list says afterwards tells what came of it. */
        record Done() implements Outcome {}

        /** The session is closed, or is being closed: who was there is decided. */
        record Closed() implements Outcome {}
    }

    /** Marks somebody as here, as far as there is a chair. */
    Outcome arrive(PersonKey person, Instant at, Organiser by) {
        return whileOpen(person, there -> there.session().cancelled()
                ? new WriteOutcome.Written()
                : arrive(there, at, by));
    }

    private WriteOutcome arrive(Destination.Found there, Instant at, Organiser by) {
        return switch (there.registration().arrive(at)) {
            case Arrival.Expected(var next) -> arrived(there, next, by).write();
            case Arrival.Held(var next) -> arrived(there, next, by).seats(there.seats().accept()).write();
            case Arrival.WalkIn(var next) ->
                there.registration() instanceof Pending
                        ? letInOnce(there, next, at, by)
                        : letIn(there, arrived(there, next, by));
            case Arrival.Already() -> new WriteOutcome.Written();
            case Arrival.Unexpected() -> new WriteOutcome.Written();
        };
    }

    /** Whoever stands at the door with a form and is registered by another, is marked as what they are. */
    private WriteOutcome letInOnce(Destination.Found there, Attended next, Instant at, Organiser by) {
        var participant = next.participant();
        var seen = mailboxes.look(participant);
        return seen.namesakes(participant.name())
                .standingBesides(participant.person())
                .map(standing -> arrive(
                        new Destination.Found(there.session(), there.seats(), standing), at, by))
                .orElseGet(() -> letIn(there, arrived(there, next, by).known(seen)));
    }

    /** Decides about somebody while the door is open; each write insists that it still is. */
    private Outcome whileOpen(PersonKey person, Function<Destination.Found, WriteOutcome> decision) {
        var shut = closings.key(person.session());
        return table.decide(() -> {
            var seen = destinations.find(person.session(), person.person(), List.of(shut));
            if (seen.isEmpty()) {
                return Decision.made(new Outcome.Done());
            }
            return isShut(person.session(), seen.get().found())
                    ? Decision.made(new Outcome.Closed())
                    : decision.apply(seen.get().there()).then(new Outcome.Done());
        });
    }

    /** From the start on the seats stay as they were, for they are the session's history. */
    private WriteOutcome letIn(Destination.Found there, Transitions.Transition arrived) {
        var session = there.session();
        var seats = there.seats();
        var place = there.registration().place();
        if (!hasChair(session, seats, clock.instant(), () -> here(session))) {
            return new WriteOutcome.Written();
        }
        return arrived.seats(session.isToCome(clock.instant()) ? seats.take(place) : seats.leave(place.person()))
                .write();
    }

    private Transitions.Transition arrived(Destination.Found there, Attended next, Organiser by) {
        return marked(there, next, by, "attended");
    }

    private Transitions.Transition marked(Destination.Found there, Registration next, Organiser by, String what) {
        return transitions.of(there, next).logMark(by, what).and(closings.doorIsOpen(there.session().id()));
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
    Outcome unmark(PersonKey person, Instant at, Organiser by) {
        return whileOpen(person, there -> there.registration() instanceof Marked marked
                ? marked.unmark(at)
                        .map(next -> marked(there, next, by, "attendance-undone").write())
                        .orElseGet(WriteOutcome.Written::new)
                : new WriteOutcome.Written());
    }

    /** Marks everybody who has a seat and was not seen as absent, once the session has started. */
    Outcome missEverybodyElse(String session, Organiser by) {
        boolean more;
        do {
            more = table.decide(() -> missSome(session, by));
        } while (more);
        return isShut(session, table.read(List.of(closings.key(session))))
                ? new Outcome.Closed()
                : new Outcome.Done();
    }

    /** Whether there can be more; empty when one of them was seen meanwhile. */
    private Decision<Boolean> missSome(String id, Organiser by) {
        var found = table.read(List.of(sessions.key(id), closings.key(id)));
        return sessions.in(found, id)
                .filter(known -> !known.cancelled() && !clock.instant().isBefore(known.start()))
                .filter(_ -> !isShut(id, found))
                .map(session -> markingAbsent.some(session, by, closings.doorIsOpen(id)))
                .orElse(Decision.made(false));
    }

    private boolean isShut(String session, Map<Key, Item> found) {
        return closings.in(found, session).begun().isPresent();
    }
}
