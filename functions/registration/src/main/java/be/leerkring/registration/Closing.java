package be.leerkring.registration;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a session is on its way to being closed. That its figures are frozen, the figures themselves say.
 *
 * @param told when the organisers were mailed who will count as absent
 * @param at when it closes by itself; known once they were told
 * @param begun since when it is being closed: from then on nobody is marked at the door any more
 * @param by who does it: an organiser's address; empty where it closes by itself, or does not yet
 */
public record Closing(Optional<Instant> told, Optional<Instant> at, Optional<Instant> begun, String by) {

    /** Whether it has to close by itself now. */
    public boolean isDue(Instant now) {
        return at.filter(moment -> !now.isBefore(moment)).isPresent();
    }
}
