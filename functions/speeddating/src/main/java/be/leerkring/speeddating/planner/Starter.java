package be.leerkring.speeddating.planner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rounds that arise from one or a few by turning: points stand on circles of n places, a few stand
 * still, and each round follows from the one before by moving all on by one place. No two meet twice
 * if all differences within the starting rounds are different. Many resolvable designs have such a
 * starter (Anderson, Combinatorial Designs and Tournaments, 1997; Colbourn and Dinitz, Handbook of
 * Combinatorial Designs, 2007); it is far smaller than the whole plan, so annealing finds it soon.
 */
final class Starter {

    private static final int STEPS = 400_000;
    private static final int SHAPES = 6;
    private static final double WARM = 0.5;
    private static final double COLD = 0.12;

    private final int points;
    private final int seats;
    private final int turn;
    private final int[][] difference;
    private final int[] uses;
    private final boolean[] wasted;
    private final int[] seat;
    private final RandomGenerator random;
    private int cost;

    /**
     * What a starter is sought for.
     *
     * @param turn how many places a circle has
     * @param still how many points stand still
     * @param starts how many starting rounds there are
     */
    record Shape(int points, int seats, int turn, int still, int starts) {

        int rounds() {
            return turn * starts;
        }
    }

    private Starter(Shape shape) {
        points = shape.points();
        seats = shape.seats();
        turn = shape.turn();
        random = new SplittableRandom(points * 1_000L + shape.rounds());
        difference = new int[points][points];
        wasted = new boolean[points * points];
        uses = new int[numberDifferences(points - shape.still())];
        seat = new int[points * shape.starts()];
        for (int i = 0; i < seat.length; i++) {
            seat[i] = i % points;
        }
    }

    /** Designs of at least so many rounds; where the search finds none without repeats, the one with fewest. */
    static Stream<Design> sought(int points, int seats, int rounds) {
        return shapes(points, seats, rounds).limit(SHAPES).map(shape -> new Starter(shape).search());
    }

    private static Stream<Shape> shapes(int points, int seats, int rounds) {
        int most = (points - 1) / (seats - 1);
        return IntStream.rangeClosed(rounds, most).boxed().flatMap(turn -> {
            int still = points % turn;
            boolean possible = turn > 1 && turn <= points && still <= points / seats;
            return possible ? Stream.of(new Shape(points, seats, turn, still, 1)) : Stream.empty();
        });
    }

    /** Gives every pair the number of its difference; pairs with the same one meet equally often. */
    private int numberDifferences(int turning) {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (int one = 0; one < points; one++) {
            for (int other = one + 1; other < points; other++) {
                boolean stillToo = one >= turning;
                int forth = Math.floorMod(other - one, turn);
                boolean sameCircle = other < turning && one / turn == other / turn;
                List<Integer> kind = stillToo
                        ? List.of(-1)
                        : other >= turning
                                ? List.of(one / turn, other)
                                : List.of(one / turn, other / turn, sameCircle ? Math.min(forth, turn - forth) : forth);
                Integer number = numbers.computeIfAbsent(kind, key -> numbers.size());
                difference[one][other] = number;
                difference[other][one] = number;
                // These would meet in every round, or in two rounds half a turn apart.
                wasted[number] |= stillToo || (sameCircle && 2 * forth == turn);
            }
        }
        return numbers.size();
    }

    private Design search() {
        shuffle();
        int[] best = seat.clone();
        int least = cost;
        double temperature = WARM;
        double cooling = Math.pow(COLD / WARM, 1.0 / STEPS);
        for (int step = 0; step < STEPS && least > 0; step++) {
            exchange(temperature);
            temperature *= cooling;
            if (cost < least) {
                least = cost;
                System.arraycopy(seat, 0, best, 0, best.length);
            }
        }
        return developed(best, points, seats, turn);
    }

    private void shuffle() {
        for (int start = 0; start < seat.length; start += points) {
            for (int i = points - 1; i > 0; i--) {
                swap(start + i, start + random.nextInt(i + 1));
            }
        }
        for (int number = 0; number < uses.length; number++) {
            uses[number] = wasted[number] ? 1 : 0;
        }
        for (int i = 0; i < seat.length; i++) {
            count(seat[i], i, 1, false);
        }
    }

    private void exchange(double temperature) {
        int start = random.nextInt(seat.length / points) * points;
        int one = start + random.nextInt(points);
        int other = start + random.nextInt(points);
        if (one / seats == other / seats) {
            return;
        }
        int before = cost;
        move(one, other);
        if (cost > before && random.nextDouble() >= Math.exp((before - cost) / temperature)) {
            move(one, other);
        }
    }

    private void move(int one, int other) {
        count(seat[one], one, -1, true);
        count(seat[other], other, -1, true);
        swap(one, other);
        count(seat[one], one, 1, true);
        count(seat[other], other, 1, true);
    }

    /** Counts a point's differences with its table, or with those before it at the table. */
    private void count(int point, int at, int change, boolean wholeTable) {
        int first = at / seats * seats;
        int last = wholeTable ? first + seats : at;
        for (int i = first; i < last; i++) {
            if (i != at) {
                int number = difference[point][seat[i]];
                if (change > 0) {
                    cost += uses[number]++ > 0 ? 1 : 0;
                } else {
                    cost -= --uses[number] > 0 ? 1 : 0;
                }
            }
        }
    }

    private void swap(int one, int other) {
        int point = seat[one];
        seat[one] = seat[other];
        seat[other] = point;
    }

    /** Turns the starting rounds once around; points that fill no circle stand still. */
    static Design developed(int[] starts, int points, int seats, int turn) {
        int turning = points - points % turn;
        int[][] rounds = new int[starts.length / points * turn][points];
        for (int round = 0; round < rounds.length; round++) {
            int start = round / turn * points;
            for (int i = 0; i < points; i++) {
                int point = starts[start + i];
                int moved = point < turning ? point / turn * turn + (point % turn + round) % turn : point;
                rounds[round][moved] = i / seats;
            }
        }
        return new Design(rounds);
    }
}
