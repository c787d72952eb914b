package be.leerkring.network.seats;

import be.leerkring.network.session.AdmissionRules;

/**
 * How many seats a session has for whoever would come now: as much of its seats as everybody may know.
 *
 * @param capacity how many may come
 * @param free how many of the seats are neither taken nor held, from 0
 * @param spokenFor whether somebody in line may have the free ones
 */
public record FreeSeats(int capacity, int free, boolean spokenFor) {

    /** Where nobody can say: one can register, and learns in the form what for. */
    public static final FreeSeats UNKNOWN = new FreeSeats(0, Integer.MAX_VALUE, false);

    /** Those of these seats, by the session's rules. */
    public static FreeSeats of(Seats seats, AdmissionRules rules) {
        return new FreeSeats(seats.capacity(), seats.free(), seats.next(rules).isPresent());
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** Whether even somebody whom no rule limits gets no seat now: none is free that nobody in line may have. */
    public boolean isFull() {
        return free == 0 || spokenFor;
    }
}
