package be.leerkring.speeddating.planner;

/**
 * Where it happens.
 *
 * @param tables how many tables there are, at least one
 * @param seats how many people sit at one table, at least two
 */
public record Room(int tables, int seats) {

    /** @throws IllegalArgumentException if nobody could meet anybody there */
    public Room {
        if (tables < 1 || seats < 2) {
            throw new IllegalArgumentException(
                    "A room has at least one table of at least two seats, not %d of %d".formatted(tables, seats));
        }
    }

    /** A room in which so many people can all sit two by two, but for one if they are odd. */
    public static Room ofPairsFor(int people) {
        return new Room(Math.max(1, people / 2), 2);
    }

    boolean seatsPairs() {
        return seats == 2;
    }

    /** The most meetings that one round of so many people can hold: as few and as full tables as possible. */
    int meetingsInARound(int people) {
        int full = Math.min(tables, people / seats);
        int last = full < tables ? people - full * seats : 0;
        return full * pairsAmong(seats) + pairsAmong(last);
    }

    private static int pairsAmong(int people) {
        return people * (people - 1) / 2;
    }
}
