package be.leerkring.network;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads who takes part in a session. The room {@code registration} writes them. */
@Singleton
public final class Participants {

    private static final String PREFIX = "REGISTRATION#";

    private final Table table;

    public Participants(Table table) {
        this.table = table;
    }

    /** Where a registration stands. */
    public static Key key(String session, String person) {
        return new Key(Sessions.partition(session), PREFIX + person);
    }

    /** Everybody who ever registered for the session, whatever the state, page after page. */
    public Stream<Participant> of(String session) {
        return table.query(query(session)).map(Participant::readFrom);
    }

    /** What finds all registrations of a session. */
    public static QueryRequest.Builder query(String session) {
        return QueryRequest.builder()
                .keyConditionExpression("pk = :session AND begins_with(sk, :registration)")
                .expressionAttributeValues(Map.of(
                        ":session", Item.text(Sessions.partition(session)), ":registration", Item.text(PREFIX)));
    }

    /** The session and the person whose registration stands here. */
    public static Subject subject(Key key) {
        return new Subject(
                key.partition().substring(Sessions.partition("").length()), key.sort().substring(PREFIX.length()));
    }

    /** A person at a session, by their keys. */
    public record Subject(String session, String person) {}
}
