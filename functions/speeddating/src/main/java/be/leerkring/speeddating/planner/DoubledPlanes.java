package be.leerkring.speeddating.planner;

import java.util.Optional;

/**
 * Ten rounds of thirty-two at eight tables of four in which no two meet twice; Aguado (A 10 days
 * solution to the social golfer problem, 2004) was the first to find such rounds.
 *
 * <p>These come from two affine planes of order four on the same sixteen points that have no line in
 * common. Every point stands for two people, every line for two tables, and every class of parallel
 * lines for a round. Two points share one line of each plane; which of the two people sit at which of
 * the two tables is chosen so that the people who do not meet at the one line do at the other. That
 * is a system of linear equations over the field of two elements, and has solutions.
 *
 * <p>The points are the vectors of four bits, and the lines through 0 are planes over two elements.
 */
final class DoubledPlanes {

    private static final int TABLES = 8;
    private static final int SEATS = 4;

    /**
     * A class of parallel lines.
     *
     * @param one a point of the line through 0
     * @param other another
     * @param crossed a bit for each point: whether its first person sits at the line's second table
     */
    private record Parallels(int one, int other, int crossed) {

        int table(int person) {
            int point = person / 2;
            int first = Math.min(Math.min(point, point ^ one), Math.min(point ^ other, point ^ one ^ other));
            int line = 0;
            for (int lower = 0; lower < first; lower++) {
                boolean isFirst = lower < (lower ^ one) && lower < (lower ^ other) && lower < (lower ^ one ^ other);
                line += isFirst ? 1 : 0;
            }
            return 2 * line + ((person ^ (crossed >> point)) & 1);
        }
    }

    private static final Parallels[] ROUNDS = {
            new Parallels(1, 12, 0x0000),
            new Parallels(2, 4, 0xf000),
            new Parallels(3, 9, 0x1144),
            new Parallels(5, 11, 0xff00),
            new Parallels(7, 8, 0x6f90),
            new Parallels(1, 10, 0x55aa),
            new Parallels(2, 12, 0x33cc),
            new Parallels(3, 4, 0x4478),
            new Parallels(5, 8, 0xf0f0),
            new Parallels(6, 9, 0x96f0),
    };

    private DoubledPlanes() {}

    static Optional<Design> of(int tables, int seats, int rounds) {
        if (tables != TABLES || seats != SEATS || rounds > ROUNDS.length) {
            return Optional.empty();
        }
        int[][] table = new int[rounds][TABLES * SEATS];
        for (int round = 0; round < rounds; round++) {
            for (int person = 0; person < TABLES * SEATS; person++) {
                table[round][person] = ROUNDS[round].table(person);
            }
        }
        return Optional.of(new Design(table));
    }
}
