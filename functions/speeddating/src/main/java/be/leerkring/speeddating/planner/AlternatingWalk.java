package be.leerkring.speeddating.planner;

import java.util.random.RandomGenerator;

/**
 * Makes rounds hold more meetings, one alternating step after the other: somebody who is idle in a
 * round takes over the partner of somebody else, or is idle in another round instead, until a meeting
 * can be added.
 *
 * <p>The first kind of step follows the alternating paths of matching theory (Berge 1957), and changes
 * who is idle in a round; the second is Kempe's exchange of two rounds, and changes the round in which
 * somebody is. Either alone soon walks in circles. At random together they go through all rounds at
 * once; they lose nothing on the way, and stop when the bound is reached or the steps are used up.
 */
final class AlternatingWalk {

    private final EdgeColouring rounds;
    private final Openings openings;
    private final RandomGenerator random;
    private final int[] candidates;

    /** Which meetings are wanted and not planned yet, and which planned ones may make way for them. */
    interface Openings {

        /** Whether this meeting would add to the plan. */
        boolean open(int one, int other);

        /** Whether somebody may leave this partner, for somebody else who comes instead. */
        boolean yields(int partner, int leaving, int coming);

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
            public boolean yields(int partner, int leaving, int coming) {
                return !staying.has(partner, leaving);
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
            if (random.nextBoolean()) {
                idleElsewhere(idle);
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

    /** Lets somebody who is idle in one round be idle in another, with the same meetings in all. */
    private void idleElsewhere(int person) {
        int busy = random.nextInt(rounds.colours());
        if (!rounds.free(busy, person)) {
            rounds.exchange(person, busy, aFreeRound(person));
        }
    }

    private void takeOver(int idle, int other) {
        int round = aFreeRound(idle);
        int left = rounds.partner(round, other);
        if (left < 0 || !openings.yields(other, left, idle)) {
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
