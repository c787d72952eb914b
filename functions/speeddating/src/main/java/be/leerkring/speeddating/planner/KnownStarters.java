package be.leerkring.speeddating.planner;

import java.util.stream.Stream;

/**
 * Starters that take the search too long, as it found them: a nearly Kirkman system for 18, and
 * resolvable designs for 28 and for 36.
 */
final class KnownStarters {

    /**
     * Starting rounds.
     *
     * @param turn how many places a circle has
     * @param starts the points, table after table
     */
    private record Known(int points, int seats, int turn, int... starts) {

        Design developed() {
            return Starter.developed(starts, points, seats, turn);
        }

        int rounds() {
            return starts.length / points * turn;
        }
    }

    private static final Known[] ALL = {
            new Known(
                    18,
                    3,
                    4,
                    10, 0, 7, 16, 3, 13, 8, 11, 12, 1, 6, 2, 14, 15, 5, 9, 4, 17,
                    3, 14, 17, 7, 16, 11, 10, 1, 13, 8, 0, 6, 5, 12, 4, 15, 9, 2),
            new Known(
                    28,
                    4,
                    9,
                    27, 25, 1, 16, 17, 15, 22, 19, 26, 14, 9, 24, 2, 0, 12, 11, 7, 18,
                    4, 23, 3, 20, 21, 8, 5, 6, 13, 10),
            new Known(
                    36,
                    4,
                    11,
                    0, 13, 35, 28, 33, 30, 14, 8, 27, 2, 34, 20, 3, 26, 17, 23, 10, 18,
                    6, 15, 12, 11, 1, 16, 32, 21, 19, 22, 5, 29, 31, 24, 9, 25, 7, 4),
    };

    private KnownStarters() {}

    /** Designs of at least so many rounds. */
    static Stream<Design> of(int points, int seats, int rounds) {
        return Stream.of(ALL)
                .filter(known -> known.points() == points && known.seats() == seats && known.rounds() >= rounds)
                .map(Known::developed);
    }
}
