package be.leerkring.network.session;

import java.time.Instant;

/**
 * When and where a session is, as its people put it into their diaries.
 *
 * @param start inclusive
 * @param end exclusive
 */
public record Appointment(Instant start, Instant end, Session.Venue venue) {

    /** Whether both begin and end at the same moments. */
    public boolean isAtTheHoursOf(Appointment other) {
        return start.equals(other.start) && end.equals(other.end);
    }

    /** Whether both are at the same address; what is said about it besides can differ. */
    public boolean isAtThePlaceOf(Appointment other) {
        return venue.full().equals(other.venue.full());
    }
}
