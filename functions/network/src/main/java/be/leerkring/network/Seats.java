package be.leerkring.network;

/**
 * How full a session is.
 *
 * @param capacity how many may come
 * @param taken how many have a confirmed seat
 * @param waiting how many wait for one
 */
public record Seats(int capacity, int taken, int waiting) {

    /** How many can still confirm and come. While anybody waits, a free seat is theirs. */
    public int free() {
        return waiting > 0 ? 0 : Math.max(0, capacity - taken);
    }
}
