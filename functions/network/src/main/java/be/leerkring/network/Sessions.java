package be.leerkring.network;

import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Owns the sessions. Their entries in the index {@code programme} stand in the order of their starts. */
@Singleton
public final class Sessions {

    /** The partition of the index that holds what the programme's page shows. */
    public static final String PROGRAMME = "PROGRAMME";

    private static final String KIND = "session";

    private final Table table;

    public Sessions(Table table) {
        this.table = table;
    }

    /** Where a session stands. */
    public Key key(String id) {
        return new Key(partition(id), "#SESSION");
    }

    /** The partition of everything about one session. */
    public static String partition(String id) {
        return "SESSION#" + id;
    }

    /** The session in what was read. */
    public Optional<Session> in(Map<Key, Item> found, String id) {
        return Optional.ofNullable(found.get(key(id))).map(Sessions::session);
    }

    /** One session, in a round trip of its own. */
    public Optional<Session> find(String id) {
        return in(table.read(List.of(key(id))), id);
    }

    /** The published sessions that started from this instant on and before that one, in order; details left out. */
    public Stream<Session> startedBetween(Instant from, Instant until) {
        return table.query(QueryRequest.builder()
                .indexName("programme")
                .keyConditionExpression("programme = :programme AND #at BETWEEN :from AND :until")
                .filterExpression("kind = :kind")
                .expressionAttributeNames(Map.of("#at", "at"))
                .expressionAttributeValues(Map.of(
                        ":programme", Item.text(PROGRAMME),
                        ":from", Item.instant(from),
                        ":until", Item.instant(until),
                        ":kind", Item.text(KIND))))
                .map(Sessions::session);
    }

    /** Whether an entry of the index {@code programme} is a session's. */
    public static boolean isSession(Item entry) {
        return KIND.equals(entry.text("kind", ""));
    }

    /** The write that publishes the session. */
    public TransactWriteItem put(Session session) {
        return table.put(Item.at(key(session.id()))
                .with("kind", KIND)
                .with("id", session.id())
                .with("title", session.title().byLanguage())
                .with("start", session.start())
                .with("end", session.end())
                .with(
                        "venue",
                        Map.of("name", session.venue().name(), "city", session.venue().city()))
                .with("audience", session.audience().name())
                .with("themes", String.join(" ", session.themes()))
                .with(
                        "items",
                        session.programme().stream()
                                .map(item -> Item.map()
                                        .with("at", item.at())
                                        .with("title", item.title().byLanguage()))
                                .toList())
                .with("sequence", session.sequence())
                .with("assumed", session.assumed() ? 1 : 0)
                .with("admission", admission(session.admission()))
                .with("cancelled", session.cancelled() ? 1 : 0)
                .with("changed", session.changed())
                .with("programme", PROGRAMME)
                .with("at", session.start()));
    }

    /** The session that an item, or an index entry without its details, tells of. */
    public static Session session(Item item) {
        var venue = item.texts("venue");
        return new Session(
                item.required("id"),
                new LocalizedText(item.texts("title")),
                item.requiredMoment("start"),
                item.requiredMoment("end"),
                new Session.Venue(venue.get("name"), venue.get("city")),
                Session.Audience.valueOf(item.required("audience")),
                Arrays.stream(item.text("themes", "").split(" "))
                        .filter(theme -> !theme.isEmpty())
                        .toList(),
                item.items("items").stream()
                        .map(part -> new Session.ProgrammeItem(
                                part.requiredMoment("at"), new LocalizedText(part.texts("title"))))
                        .toList(),
                (int) item.count("sequence"),
                item.count("assumed") == 1,
                admission(item.map("admission")),
                item.count("cancelled") == 1,
                item.requiredMoment("changed"));
    }

    private static Item admission(AdmissionRules rules) {
        var item = Item.map()
                .with("kept", rules.keptForSubsidised())
                .with("mostOfOne", rules.mostOfOne())
                .with("approval", rules.approval() ? 1 : 0);
        rules.opens().ifPresent(opens -> item.with("opens", opens));
        rules.closes().ifPresent(closes -> item.with("closes", closes));
        rules.othersFrom().ifPresent(othersFrom -> item.with("othersFrom", othersFrom));
        return item;
    }

    private static AdmissionRules admission(Item item) {
        return new AdmissionRules(
                item.moment("opens"),
                item.moment("closes"),
                item.moment("othersFrom"),
                (int) item.count("kept"),
                (int) item.count("mostOfOne"),
                item.count("approval") == 1);
    }
}
