package be.leerkring.registration.signup;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.seats.Seats;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Confirmation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Serves those who pressed in a crowd: as many as can be together in one transaction, in the order in which they
 * pressed. DynamoDB has one transaction an item at a time, so that what it takes to change the seats is what bounds a
 * crowd; a dozen of people change them once.
 */
@Singleton
final class Serving {

    /** So many are served together. */
    static final int TOGETHER = 12;

    /** What a transaction takes (Amazon DynamoDB Developer Guide, TransactWriteItems), without seats and session. */
    private static final int WRITES = 98;

    private final Destinations destinations;
    private final Mailboxes mailboxes;
    private final Turns turns;
    private final Giving giving;
    private final Clock clock;

    Serving(Destinations destinations, Mailboxes mailboxes, Turns turns, Giving giving, Clock clock) {
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.turns = turns;
        this.giving = giving;
        this.clock = clock;
    }

    /**
     * Serves the first of these.
     *
     * @return how many of them; 0 where another transaction is in the way, or something changed since
     */
    int serve(List<Turn> waiting) {
        var first = waiting.subList(0, Math.min(TOGETHER, waiting.size()));
        var found = destinations.find(
                first.getFirst().session(), first.stream().map(Turn::person).toList());
        found.values().removeIf(there -> !first.contains(Turn.of(there.registration())));
        var seen = mailboxes.look(found.values().stream()
                .map(there -> there.registration().participant())
                .toList());
        var together = new Together();
        var served = first.stream()
                .takeWhile(turn -> !found.containsKey(turn.person())
                        || together.take(found.get(turn.person()), seen.get(turn.person())))
                .toList();
        var outcome = served.isEmpty() ? alone(found.get(first.getFirst().person())) : together.write();
        return switch (outcome) {
            case WriteOutcome.Written _ -> {
                var over = served.isEmpty() ? first.subList(0, 1) : served;
                turns.served(over);
                together.confirmed.forEach(giving::count);
                yield over.size();
            }
            case WriteOutcome.Refused _ -> 0;
        };
    }

    private WriteOutcome alone(Destination.Found there) {
        return giving.give(
                there, there.registration().confirm(there.session(), there.seats(), clock.instant()), List.of());
    }

    /** Those who get a seat or a place in line in one transaction, one after the other. */
    private final class Together {

        private final List<Transitions.Transition> given = new ArrayList<>();
        private final List<Confirmation> confirmed = new ArrayList<>();
        private final Set<EmailAddress> addresses = new HashSet<>();
        private Optional<Seats> seats = Optional.empty();
        private long revision;
        private int writes;

        /** False where this one is not for all: then those before are served first, and this one alone. */
        boolean take(Destination.Found there, Mailboxes.Seen seen) {
            var participant = there.registration().participant();
            var before = seats.orElse(there.seats());
            return switch (there.registration().confirm(there.session(), before, clock.instant())) {
                case Confirmation.Given next when isNew(participant, seen) -> {
                    var transition = giving.given(next, seen, there, before);
                    var fits = writes + transition.size() <= WRITES && addresses.add(participant.email());
                    if (fits) {
                        given.add(transition);
                        confirmed.add(next);
                        writes += transition.size();
                        revision = there.seats().revision() + 1;
                        seats = Optional.of(switch (next) {
                            case Confirmation.Seated(var seated) -> before.take(seated.place());
                            case Confirmation.Lined(var lined) -> before.join(lined.place());
                        });
                    }
                    yield fits;
                }
                case Confirmation.Given _,Confirmation.TakenOver _ -> false;
                case Confirmation.Already(),Confirmation.Gone(),Confirmation.TooLate() -> true;
            };
        }

        private static boolean isNew(Participant participant, Mailboxes.Seen seen) {
            return seen.namesakes(participant.name()).standingBesides(participant.person()).isEmpty();
        }

        WriteOutcome write() {
            return given.stream()
                    .reduce(Transitions.Transition::and)
                    .map(all -> all.seats(seats.orElseThrow().at(revision)).asSeen().writeUnlessHeld())
                    .orElseGet(WriteOutcome.Written::new);
        }
    }
}
