package be.leerkring.speeddating.planner;

import java.util.random.RandomGenerator;

/**
 * Makes rounds hold more meetings, one alternating step after the other: somebody who is idle in a
 * round takes over the partner of somebody else, until a meeting can be added.
 *
 * <p>Such steps follow the alternating paths of matching theory (Berge 1957) through all rounds at
 * once, at random; they lose nothing on the way, and stop when the bound is reached or the steps are
 * used up.
 */
final class AlternatingWalk {

    private final EdgeColouring rounds;
    private final Openings openings;
    private final RandomGenerator random;
    private final int[] candidates;

    /** Which meetings are wanted and not planned yet, and which planned ones have to stay. */
    interface Openings {

        /** Whether this meeting would add to the plan. */
        boolean open(int one, int other);

        /** Whether this planned meeting has to stay. */
        boolean locked(int one, int other);

        /** Hears of a meeting that came into the plan or left it. */
        default void changed(int one, int other, boolean added) {}
    }

    AlternatingWalk(EdgeColouring rounds, Openings openings, RandomGenerator random) {
        this.rounds = rounds;
        this.openings = openings;
        this.random = random;
        candidates = new int[rounds.people()];
    }

    /** The pairs of a graph, of which those in another have to stay. */
    static Openings pairs(MeetingGraph wanted, MeetingGraph staying, EdgeColouring rounds) {
        return new Openings() {
            @Override
            public boolean open(int one, int other) {
                return wanted.has(one, other) && rounds.colour(one, other) < 0;
            }

            @Override
            public boolean locked(int one, int other) {
                return staying.has(one, other);
            }
        };
    }

    /** Walks until there are so many meetings, or for so many steps. */
    void until(int target, int steps) {
        for (int step = 0; step < steps && rounds.size() < target; step++) {
            int idle = anIdlePerson();
            if (idle < 0) {
                return;
            }
            int other = anOpenPartner(idle);
            if (rounds.insert(idle, other)) {
                openings.changed(idle, other, true);
            } else {
                takeOver(idle, other);
            }
        }
    }

    /** Somebody who is idle in a round and could meet somebody, from a random place on; −1 if nobody. */
    private int anIdlePerson() {
        int start = random.nextInt(rounds.people());
        for (int i = 0; i < rounds.people(); i++) {
            int person = (start + i) % rounds.people();
            if (rounds.degree(person) < rounds.colours() && hasOpening(person)) {
                return person;
            }
        }
        return -1;
    }

    private boolean hasOpening(int person) {
        for (int other = 0; other < rounds.people(); other++) {
            if (openings.open(person, other)) {
                return true;
            }
        }
        return false;
    }

    private int anOpenPartner(int person) {
        int count = 0;
        for (int other = 0; other < rounds.people(); other++) {
            if (openings.open(person, other)) {
                candidates[count++] = other;
            }
        }
        return candidates[random.nextInt(count)];
    }

    private void takeOver(int idle, int other) {
        int round = aFreeRound(idle);
        int left = rounds.partner(round, other);
        if (left < 0 || openings.locked(other, left)) {
            return;
        }
        rounds.take(other, left);
        openings.changed(other, left, false);
        rounds.put(idle, other, round);
        openings.changed(idle, other, true);
    }

    private int aFreeRound(int person) {
        int skip = random.nextInt(rounds.colours() - rounds.degree(person));
        int round = 0;
        while (!rounds.free(round, person) || skip-- > 0) {
            round++;
        }
        return round;
    }
}
