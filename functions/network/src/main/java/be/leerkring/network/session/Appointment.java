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

    /** Whether the later one is at the same place. What was not known of it, such as the room, may be by then. */
    public boolean isAtThePlaceOf(Appointment later) {
        return venue.name().equals(later.venue.name()) && venue.whereabouts().isStill(later.venue.whereabouts());
    }

    /** Whether who joins the later one online does so where they would have joined this one, if there was a link. */
    public boolean isOnlineWhere(Appointment later) {
        return Whereabouts.isStill(venue.whereabouts().online(), later.venue.whereabouts().online());
    }

    /** Whether nobody has to be told anything to be there, and then. */
    public boolean isStill(Appointment later) {
        return isAtTheHoursOf(later) && isAtThePlaceOf(later) && isOnlineWhere(later);
    }
}
