package be.leerkring.network;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Owns the count of each session's seats: an item beside the session, so that whoever edits the session's texts does
 * not stand in the way of those who confirm. Every change carries the condition that makes it right.
 */
@Singleton
public final class SeatCounts {

    private static final Map<String, AttributeValue> ONE_AND_NONE =
            Map.of(":one", Item.number(1), ":none", Item.number(0));

    private final Table table;

    public SeatCounts(Table table) {
        this.table = table;
    }

    /** Where a session's count stands. */
    public Key key(String session) {
        return new Key(Sessions.partition(session), "#SEATS");
    }

    /**
     * The count in what was read.
     *
     * @throws IllegalStateException when the session was published without one
     */
    public Seats in(Map<Key, Item> found, String session) {
        var item = found.get(key(session));
        if (item == null) {
            throw new IllegalStateException("Session " + session + " has no count of its seats");
        }
        return new Seats(
                (int) item.count("seats"),
                (int) item.count("taken"),
                (int) item.count("waiting"));
    }

    /** The write that gives a new session its seats, some of them taken already. */
    public TransactWriteItem open(String session, int capacity, int taken) {
        return table.putNew(Item.at(key(session))
                .with("seats", capacity)
                .with("taken", taken)
                .with("waiting", 0));
    }

    /** Takes a seat; refused when there is none, or when somebody waits for it. */
    public TransactWriteItem take(String session) {
        return change(session, "SET taken = taken + :one", "taken < seats AND waiting = :none");
    }

    /** Joins the waiting list; refused when there is a seat that nobody waits for. */
    public TransactWriteItem line(String session) {
        return change(session, "SET waiting = waiting + :one", "taken >= seats OR waiting > :none");
    }

    /** Gives a seat back. */
    public TransactWriteItem release(String session) {
        return change(session, "SET taken = taken - :one", "taken > :none");
    }

    /** Leaves the waiting list. */
    public TransactWriteItem leaveLine(String session) {
        return change(session, "SET waiting = waiting - :one", "waiting > :none");
    }

    private TransactWriteItem change(String session, String change, String condition) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(key(session).attributes())
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeValues(ONE_AND_NONE))
                .build();
    }
}
