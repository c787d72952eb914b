package be.leerkring.speeddating.planner;

/**
 * The circle method: an even number of players sit around a table, all but one move on a place after
 * each round, and after one round fewer than there are players all have met (Kirkman 1847; the
 * timetable of every chess league).
 *
 * <p>Uniform networks reduce to it: organisations of s people each take the place of a player, and a
 * round of organisations is worked out in s rounds of people. An odd number of organisations is
 * first cut into halves, and the round in which the halves meet is left out.
 */
final class CircleMethod {

    private CircleMethod() {}

    /** The opponent of a player in a round, of an even number of players. */
    static int opponent(int players, int round, int player) {
        int turning = players - 1;
        if (player == turning) {
            return round;
        }
        int other = Math.floorMod(2 * round - player, turning);
        return other == player ? turning : other;
    }

    /**
     * All rounds in which everybody meets everybody of the other groups, or null when this method
     * needs more rounds than some other.
     *
     * @param groups who belongs together; all groups equally large
     */
    static EdgeColouring rounds(int[][] groups) {
        int size = groups[0].length;
        int people = groups.length * size;
        if (groups.length % 2 == 0) {
            return rounds(groups, people, false);
        }
        if (size % 2 == 0) {
            int[][] halves = new int[2 * groups.length][size / 2];
            for (int group = 0; group < groups.length; group++) {
                int half = halfOf(groups.length, group);
                System.arraycopy(groups[group], 0, halves[half], 0, size / 2);
                System.arraycopy(
                        groups[group],
                        size / 2,
                        halves[opponent(2 * groups.length, 0, half)],
                        0,
                        size / 2);
            }
            return rounds(halves, people, true);
        }
        return size == 1 ? withAbsentPlayer(groups) : null;
    }

    /** Group 0 takes the player who does not turn; the others the players 1, 2, … and their opponents. */
    private static int halfOf(int groups, int group) {
        return group == 0 ? 2 * groups - 1 : group;
    }

    private static EdgeColouring rounds(int[][] groups, int people, boolean withoutFirst) {
        int size = groups[0].length;
        int first = withoutFirst ? 1 : 0;
        int roundsOfGroups = groups.length - 1 - first;
        EdgeColouring rounds = new EdgeColouring(people, roundsOfGroups * size);
        for (int round = first; round < groups.length - 1; round++) {
            for (int group = 0; group < groups.length; group++) {
                int other = opponent(groups.length, round, group);
                for (int i = 0; group < other && i < size; i++) {
                    for (int shift = 0; shift < size; shift++) {
                        // All groups meet once before any meet again.
                        int number = shift * roundsOfGroups + round - first;
                        rounds.put(groups[group][i], groups[other][(i + shift) % size], number);
                    }
                }
            }
        }
        return rounds;
    }

    private static EdgeColouring withAbsentPlayer(int[][] people) {
        int players = people.length + 1;
        EdgeColouring rounds = new EdgeColouring(people.length, people.length);
        for (int round = 0; round < people.length; round++) {
            for (int player = 0; player < people.length; player++) {
                int other = opponent(players, round, player);
                if (player < other && other < people.length) {
                    rounds.put(people[player][0], people[other][0], round);
                }
            }
        }
        return rounds;
    }
}
