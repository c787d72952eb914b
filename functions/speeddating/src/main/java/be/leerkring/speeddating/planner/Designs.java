package be.leerkring.speeddating.planner;

import java.util.stream.Stream;

/** The constructions that are known here, and what a short search finds. */
final class Designs {

    private Designs() {}

    /** Designs with at least so many rounds, the dearest last. */
    static Stream<Design> of(int tables, int seats, int rounds) {
        int points = tables * seats;
        Stream<Design> constructed = Stream.concat(
                TransversalDesign.of(tables, seats, rounds).stream(), DoubledPlanes.of(tables, seats, rounds).stream());
        Stream<Design> turning = Stream.concat(
                KnownStarters.of(points, seats, rounds), Starter.sought(points, seats, rounds));
        return Stream.concat(constructed, turning);
    }
}
