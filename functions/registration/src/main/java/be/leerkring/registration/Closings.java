package be.leerkring.registration;

import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Owns how far sessions are on their way to being closed. */
@Singleton
public final class Closings {

    private static final String SORT = "CLOSING";

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

    /** Where it stands. */
    public Key key(String session) {
        return new Key(Sessions.partition(session), SORT);
    }

    /** How far it is, by what was read. */
    public Closing in(Map<Key, Item> found, String session) {
        return Optional.ofNullable(found.get(key(session)))
                .map(item -> new Closing(
                        item.moment("told"), item.moment("closesAt"), item.moment("begun"), item.text("closedBy", "")))
                .orElseGet(() -> new Closing(Optional.empty(), Optional.empty(), Optional.empty(), ""));
    }

    /** The write that says that organisers are told; refused where they were, or where it is being closed. */
    public Write tell(Session session, Instant closesAt, Instant now) {
        return Write.update(key(session.id()), "SET told = :now, closesAt = :at, expires = :expires")
                .when("attribute_not_exists(told) AND attribute_not_exists(begun)")
                .with(":now", now)
                .with(":at", closesAt)
                .with(":expires", expires(session));
    }

    /** The write that shuts the door; refused where it is shut. */
    public Write begin(Session session, Organiser by, Instant now) {
        return Write.update(key(session.id()), "SET begun = :now, closedBy = :by, expires = :expires")
                .when("attribute_not_exists(begun)")
                .with(":now", now)
                .with(":by", by.address())
                .with(":expires", expires(session));
    }

    private static Attribute expires(Session session) {
        return Item.seconds(session.forgottenAt());
    }

    /** Refuses the transaction where the door is shut. */
    public Write doorIsOpen(String session) {
        return Write.check(key(session), "attribute_not_exists(begun)");
    }
}
