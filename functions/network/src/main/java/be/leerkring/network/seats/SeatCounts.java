package be.leerkring.network.seats;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Owns each session's seats and waiting list: one item beside the session, so that whoever edits the session's texts
 * does not stand in the way of those who confirm, and that a seat and the line for it never disagree.
 *
 * <p>A change is refused when the seats changed since they were read. But in a crowd most changes are the same two:
 * taking one of many free seats, and joining the line when there is none. These only insist on what makes them right,
 * so that the crowd need not go one by one. An entry in line takes 30 bytes or so: the item has room for some
 * thousands.
 *
 * <p>The seats of a published session have an entry in the index {@code programme}, beside the session's, so that the
 * programme knows which sessions are full. Whether the free seats are spoken for stands in it as it was at the last
 * write. Neither of the two changes by themselves makes it untrue: one insists that nobody waits, the other that no
 * seat is free.
 */
@Singleton
public final class SeatCounts {

    private static final String KIND = "seats";

    /** Where a session's seats stand. */
    public Key key(String session) {
        return new Key(Sessions.partition(session), "#SEATS");
    }

    /**
     * The seats in what was read.
     *
     * @throws IllegalStateException when the session was published without seats
     */
    public Seats in(Map<Key, Item> found, String session) {
        var item = found.get(key(session));
        if (item == null) {
            throw new IllegalStateException("Session " + session + " has no count of its seats");
        }
        return new Seats(
                item.count("revision"),
                (int) item.count("capacity"),
                (int) item.count("taken"),
                (int) item.count("offered"),
                (int) item.count("others"),
                item.counts("organisations"),
                item.list("line").stream().map(SeatCounts::place).toList(),
                item.texts("merged"));
    }

    /** Whether an entry of the index {@code programme} is that of a session's seats. */
    public static boolean isSeats(Item entry) {
        return KIND.equals(entry.text("kind", ""));
    }

    /** The id of the session whose seats an entry of the index tells of. */
    public static String session(Item entry) {
        return entry.required("id");
    }

    /** What an entry of the index tells. */
    public static FreeSeats freeSeats(Item entry) {
        return new FreeSeats(
                (int) entry.count("capacity"),
                (int) Math.max(0, entry.count("free")),
                entry.count("spokenFor") == 1);
    }

    /** The write that gives a new session its seats, some of them taken already by people whom no rule counts. */
    public Write open(Session session, int capacity, int taken) {
        return Write.putNew(item(session, new Seats(0, capacity, taken, 0, 0, Map.of(), List.of())));
    }

    /** The write of the seats after one change; refused when they changed since they were read. */
    public Write put(Session session, Seats next) {
        return Write.putRevision(item(session, next), next.revision() - 1);
    }

    /**
     * The write by which the entry of the seats stands beside a session that is moved. Whoever read the seats before is
     * refused: they would put the entry back.
     */
    public Write move(Session moved) {
        return Write.update(key(moved.id()), "SET #at = :at, #revision = #revision + :one")
                .name("#at", "at")
                .name("#revision", "revision")
                .with(":at", moved.start())
                .with(":one", 1);
    }

    /** The deletion of the seats of a session that nobody registered for; refused when they changed since. */
    public Write delete(String session, Seats seats) {
        return Write.deleteRevision(key(session), seats.revision());
    }

    /**
     * The write by which somebody gets a seat at once.
     *
     * @param seats as they were read; they seat this person at once
     */
    public Write take(Session session, Seats seats, Place place, AdmissionRules rules) {
        if (!seats.line().isEmpty()) {
            return put(session, seats.take(place));
        }
        return update(
                session.id(),
                "SET #revision = #revision + :one, #free = #free - :one, taken = taken + :one, "
                        + "#others = #others + :other, "
                        + "organisations.#organisation = if_not_exists(organisations.#organisation, :none) + :one",
                "#free > :none AND size(#line) = :none AND #capacity = :capacity AND #others < :others"
                        + " AND (attribute_not_exists(#merged) OR size(#merged) = :merged)"
                        + " AND (attribute_not_exists(organisations.#organisation)"
                        + " OR organisations.#organisation < :most)",
                Map.of("#free", "free", "#capacity", "capacity", "#others", "others", "#revision", "revision", "#line",
                        "line", "#merged", "merged", "#organisation",
                        seats.organisation(place)),
                Map.of(
                        ":one", Item.number(1),
                        ":none", Item.number(0),
                        ":other", Item.number(place.subsidised() ? 0 : 1),
                        ":capacity", Item.number(seats.capacity()),
                        ":others", Item.number(mostOthers(seats, place, rules)),
                        ":merged", Item.number(seats.merged().size()),
                        ":most", Item.number(rules.mostOfOne() > 0 ? rules.mostOfOne() : Integer.MAX_VALUE)));
    }

    /** How many seats of others there may be before this one. */
    private static long mostOthers(Seats seats, Place place, AdmissionRules rules) {
        return place.subsidised() ? Integer.MAX_VALUE : seats.capacity() - rules.keptForSubsidised();
    }

    /**
     * The write by which somebody gets the place at the end of the line.
     *
     * @param seats as they were read; they don't seat this person at once
     */
    public Write join(Session session, Seats seats, Place place) {
        if (seats.free() > 0) {
            return put(session, seats.join(place));
        }
        return update(
                session.id(),
                "SET #revision = #revision + :one, #line = list_append(#line, :place)",
                "#free <= :none",
                Map.of("#free", "free", "#revision", "revision", "#line", "line"),
                Map.of(
                        ":one", Item.number(1),
                        ":none", Item.number(0),
                        ":place", Attribute.texts(List.of(text(place)))));
    }

    private Item item(Session session, Seats seats) {
        var item = Item.at(key(session.id()))
                .with("kind", KIND)
                .with("id", session.id())
                .with("revision", seats.revision())
                .with("capacity", seats.capacity())
                .with("free", seats.capacity() - seats.given())
                .with("spokenFor", FreeSeats.of(seats, session.admission()).spokenFor())
                .with("taken", seats.taken())
                .with("offered", seats.offered())
                .with("others", seats.others())
                .with(
                        "organisations",
                        Attribute.counts(seats.organisations()))
                .with(
                        "line",
                        Attribute.texts(seats.line().stream().map(SeatCounts::text).toList()));
        if (!session.edition().draft()) {
            item.with("programme", Sessions.PROGRAMME).with("at", session.start());
        }
        return seats.merged().isEmpty() ? item : item.with("merged", seats.merged());
    }

    private Write update(
            String session,
            String change,
            String condition,
            Map<String, String> names,
            Map<String, Attribute> values) {
        return Write.update(key(session), change)
                .when(condition)
                .names(names)
                .with(values);
    }

    /** Short, for there can be hundreds: the person, the organisation, and what else is not so for most. */
    private static String text(Place place) {
        return place.person()
                + " "
                + place.organisation()
                + (place.subsidised() ? "" : " other")
                + (place.approved() ? "" : " unapproved")
                + (place.reachable() ? "" : " unreachable");
    }

    private static Place place(String text) {
        var parts = List.of(text.split(" "));
        return new Place(
                parts.get(0),
                parts.get(1),
                !parts.contains("other"),
                !parts.contains("unapproved"),
                !parts.contains("unreachable"));
    }
}
