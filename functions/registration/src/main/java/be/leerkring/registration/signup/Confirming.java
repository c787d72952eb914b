package be.leerkring.registration.signup;

import be.leerkring.platform.limits.Count;
import be.leerkring.platform.limits.Limits;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.state.Confirmation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who gets a seat, and who a place in line. As long as nobody is in the way, a press is served at once. In a crowd
 * whoever presses takes a turn, and those whose turn it is are served together.
 */
@Singleton
public final class Confirming {

    /** An office that comes together gets through; one who fills a session with names of their own does not. */
    private static final Limits.Limit SEATS = new Limits.Limit("confirmation-source", 20, Duration.ofHours(1));

    /** A transaction takes so long, or a little longer. */
    private static final Duration MOMENT = Duration.ofMillis(40);

    /** Whoever is first serves at once; after so long without it, they are gone, and the next serves in their stead. */
    private static final Duration GONE = Duration.ofSeconds(1);

    /** So much later for each place in between: when all serve at once, none gets anywhere. */
    private static final Duration LATER = Duration.ofMillis(100);

    private final Table table;
    private final Limits limits;
    private final Destinations destinations;
    private final Turns turns;
    private final Giving giving;
    private final Serving serving;
    private final Clock clock;

    Confirming(
            Table table,
            Limits limits,
            Destinations destinations,
            Turns turns,
            Giving giving,
            Serving serving,
            Clock clock) {
        this.table = table;
        this.limits = limits;
        this.destinations = destinations;
        this.turns = turns;
        this.giving = giving;
        this.serving = serving;
        this.clock = clock;
    }

    /**
     * Confirms, as far as that is possible; where the link leads afterwards says what came of it.
     *
     * @param source where the button was pressed
     * @return empty, unless too many confirmed from there: then the moment from which on it can be pressed again
     */
    public Optional<Instant> confirm(Token token, String source) {
        return table.decide(new Press(token, source)::next);
    }

    /** A turn, and its number. */
    private record Mine(Turn turn, long number) {}

    /** One press, until something came of it. */
    private final class Press {

        private final Token token;
        private final String source;

        private boolean crowded;
        private boolean counted;
        private Optional<Mine> mine = Optional.empty();
        private Optional<Turn> first = Optional.empty();
        private long firstSince;

        private Press(Token token, String source) {
            this.token = token;
            this.source = source;
        }

        Decision<Optional<Instant>> next() {
            return mine.map(taken -> await(taken, turns.first(taken.turn().session()))).orElseGet(this::look);
        }

        /** A second press gives nothing, and so is neither counted nor refused. */
        private Decision<Optional<Instant>> look() {
            var look = destinations.look(token, Destinations.CONFIRM,
                    session -> List.of(limits.key(SEATS, who(session)), turns.key(session)));
            if (!(look.destination() instanceof Destination.Found there)) {
                return Decision.made(Optional.empty());
            }
            var confirmation = there.registration().confirm(there.session(), there.seats(), clock.instant());
            if (!confirmation.gives()) {
                return Decision.made(Optional.empty());
            }
            var turn = Turn.of(there.registration());
            var waiting = turns.in(look.found(), turn.session());
            if (counted || waiting.number(turn).isPresent()) {
                return take(turn);
            }
            crowded = crowded || !waiting.first().isEmpty();
            return count(there, confirmation, limits.count(SEATS, who(turn.session()), look.found()));
        }

        private Decision<Optional<Instant>> count(Destination.Found there, Confirmation confirmation, Count count) {
            var now = clock.instant();
            var next = count.next(now);
            if (next.isAfter(now)) {
                return Decision.made(Optional.of(next));
            }
            if (!crowded
                    && giving.give(there, confirmation, List.of(count.take(now))) instanceof WriteOutcome.Written) {
                return Decision.made(Optional.empty());
            }
            crowded = true;
            var turn = Turn.of(there.registration());
            var refused = countBefore(turn.session());
            counted = refused.isEmpty();
            return counted ? take(turn) : Decision.made(refused);
        }

        /** Whoever takes a turn is counted before, for whoever serves them knows nothing of where they pressed. */
        private Optional<Instant> countBefore(String session) {
            return table.decide(() -> {
                var count = limits.count(SEATS, who(session), table.read(List.of(limits.key(SEATS, who(session)))));
                var now = clock.instant();
                var next = count.next(now);
                if (next.isAfter(now)) {
                    return Decision.made(Optional.of(next));
                }
                return table.put(count.take(now)) ? Decision.made(Optional.empty()) : new Decision.Refused<>();
            });
        }

        private Decision<Optional<Instant>> take(Turn turn) {
            var waiting = turns.take(turn);
            mine = waiting.number(turn).map(number -> new Mine(turn, number));
            return mine.map(taken -> await(taken, waiting)).orElseGet(() -> Decision.waiting(MOMENT));
        }

        /** Whoever is first serves the first; the others look again when it can be their turn. */
        private Decision<Optional<Instant>> await(Mine taken, Turns.Waiting waiting) {
            var place = taken.number() - waiting.served();
            if (place < 0 || waiting.first().isEmpty()) {
                return Decision.made(Optional.empty());
            }
            if (place > 0 && !isGone(waiting.first().getFirst(), place)) {
                return Decision.waiting(MOMENT.multipliedBy(1 + place / Serving.TOGETHER));
            }
            return place < serving.serve(waiting.first())
                    ? Decision.made(Optional.empty())
                    : Decision.waiting(MOMENT);
        }

        private boolean isGone(Turn other, long place) {
            if (!first.equals(Optional.of(other))) {
                first = Optional.of(other);
                firstSince = System.nanoTime();
            }
            return System.nanoTime() - firstSince > GONE.plus(LATER.multipliedBy(place)).toNanos();
        }

        private String who(String session) {
            return session + "\n" + source;
        }
    }
}
