package be.leerkring.speeddating.planner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Networks to plan for: uniform ones, and random ones of all kinds. */
final class Networks {

    /** Longer than any search takes: what comes out must not depend on what else the machine does. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private Networks() {}

    /** So many organisations with so many people each. */
    static List<Guest> uniform(int organisations, int people) {
        List<Guest> participants = new ArrayList<>();
        for (int organisation = 0; organisation < organisations; organisation++) {
            for (int person = 0; person < people; person++) {
                participants.add(new Guest(
                        "p%02d-%d".formatted(organisation, person), "organisation %02d".formatted(organisation)));
            }
        }
        return participants;
    }

    /** People two by two, with barred pairs, history, few tables and kept tables as it happens. */
    static PlanRequest ofPairs(Random random, int most) {
        int people = 2 + random.nextInt(most - 1);
        int organisations = 1 + random.nextInt(people + 2);
        Room room = random.nextInt(3) == 0
                ? new Room(1 + random.nextInt(people / 2 + 1), 2)
                : Room.ofPairsFor(people);
        int keeping = random.nextInt(4) == 0 ? random.nextInt(room.tables() + 1) : 0;
        List<Guest> participants = participants(random, people, organisations, keeping);
        double density = random.nextInt(2) == 0 ? random.nextDouble() * 0.8 : 0;
        Map<Pair, Integer> earlier = new HashMap<>();
        Set<Pair> apart = new HashSet<>();
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < one; other++) {
                Pair pair = new Pair(participants.get(one).id(), participants.get(other).id());
                if (random.nextDouble() < density) {
                    earlier.put(pair, 1 + random.nextInt(3));
                } else if (random.nextDouble() < density / 4) {
                    apart.add(pair);
                }
            }
        }
        return new PlanRequest(participants, 1 + random.nextInt(people + 1), room)
                .withEarlier(earlier)
                .withMustNotMeet(apart)
                .withSeed(random.nextLong())
                .withTimeLimit(PATIENCE);
    }

    /** People at tables of any size, with wishes, barred pairs, history and kept tables as it happens. */
    static PlanRequest ofAllKinds(Random random, int most) {
        int people = 3 + random.nextInt(most - 2);
        int seats = 2 + random.nextInt(5);
        int tables = 1 + random.nextInt(people / Math.min(seats, 3) + 1);
        int keeping = random.nextInt(4) == 0 ? random.nextInt(Math.min(tables, people) + 1) : 0;
        List<Guest> participants = participants(random, people, 2 + random.nextInt(people), keeping);
        double barred = random.nextInt(2) * random.nextDouble() * 0.3;
        double wished = random.nextInt(2) * random.nextDouble() * 0.3;
        double met = random.nextInt(2) * random.nextDouble() * 0.7;
        Set<Pair> apart = new HashSet<>();
        Set<Pair> together = new HashSet<>();
        Map<Pair, Integer> earlier = new HashMap<>();
        for (Guest one : participants) {
            for (Guest other : participants) {
                if (one.id().compareTo(other.id()) < 0) {
                    Pair pair = new Pair(one.id(), other.id());
                    if (random.nextDouble() < barred) {
                        apart.add(pair);
                    } else if (random.nextDouble() < wished && !one.organisation().equals(other.organisation())) {
                        together.add(pair);
                    }
                    if (random.nextDouble() < met) {
                        earlier.put(pair, 1 + random.nextInt(3));
                    }
                }
            }
        }
        return new PlanRequest(participants, 1 + random.nextInt(5), new Room(tables, seats))
                .withMustMeet(together)
                .withMustNotMeet(apart)
                .withEarlier(earlier)
                .withAim(random.nextInt(3) == 0 ? Aim.ORGANISATIONS : Aim.PEOPLE)
                .withSeed(random.nextLong())
                .withTimeLimit(PATIENCE);
    }

    /** The same people, two by two. */
    static PlanRequest twoByTwo(PlanRequest request) {
        long keeping = request.participants().stream().filter(Guest::keepsTable).count();
        Room room = new Room(Math.max(request.room().tables(), (int) keeping), 2);
        return new PlanRequest(
                request.participants(),
                request.rounds(),
                room,
                request.mustMeet(),
                request.mustNotMeet(),
                request.earlier(),
                request.organisationsMet(),
                request.aim(),
                request.seed(),
                request.timeLimit());
    }

    /** The network of {@link #ofAllKinds} that a seed once led to, with so many drawn before it. */
    static PlanRequest found(long seed, int before, int most) {
        Random random = new Random(seed);
        for (int i = 0; i < before; i++) {
            ofAllKinds(random, most);
        }
        return ofAllKinds(random, most);
    }

    static List<Guest> participants(Random random, int people, int organisations, int keeping) {
        List<String> themes = List.of("funding", "members", "export", "skills");
        boolean withThemes = random.nextInt(4) == 0;
        List<Guest> participants = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            Set<String> seeks = withThemes ? Set.of(themes.get(random.nextInt(4))) : Set.of();
            Set<String> offers = withThemes ? Set.of(themes.get(random.nextInt(4))) : Set.of();
            participants.add(new Guest(
                    "p%03d".formatted(person),
                    "organisation " + random.nextInt(organisations),
                    person < keeping,
                    seeks,
                    offers));
        }
        return participants;
    }
}
