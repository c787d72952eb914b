package be.leerkring.speeddating.announcement;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Owns the announcements. One stands in the index {@code due} until the mails of all its people are decided. */
@Singleton
final class Announcements {

    private static final String PREFIX = "SPEED-DATES-MAILED#";

    private static final String DUE = "SPEED-DATES";

    /** As long as the registrations of those it was for. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final Table table;

    Announcements(Table table) {
        this.table = table;
    }

    private static Key key(String session, long number) {
        return new Key(Sessions.partition(session), PREFIX + number);
    }

    /** The write of a new one; refused where this edition was announced before. */
    TransactWriteItem putNew(Announcement announcement, Session session) {
        return table.putNew(Item.at(key(announcement.session(), announcement.number()))
                .with("session", announcement.session())
                .with("number", announcement.number())
                .with("at", announcement.at())
                .withTexts("people", announcement.people())
                .withTexts("renewed", announcement.renewed().stream().sorted().toList())
                .with("due", DUE)
                .with("dueAt", announcement.at())
                .with("expires", Item.seconds(session.end().plus(KEPT))));
    }

    /** Where those stand whose mails are not all decided, the oldest first. */
    Stream<Key> due(Instant now) {
        return table.query(QueryRequest.builder()
                .indexName("due")
                .keyConditionExpression("due = :due AND dueAt <= :now")
                .expressionAttributeValues(Map.of(":due", Item.text(DUE), ":now", Item.instant(now))))
                .map(Item::key);
    }

    /** The announcement that stands here. */
    Announcement read(Item item) {
        return new Announcement(
                item.required("session"),
                item.count("number"),
                item.requiredMoment("at"),
                item.list("people"),
                Set.copyOf(item.list("renewed")));
    }

    /** Marks that the mails of all its people are decided. */
    void finish(Announcement announcement) {
        var unused = table.update(UpdateItemRequest.builder()
                .key(key(announcement.session(), announcement.number()).attributes())
                .updateExpression("REMOVE due, dueAt")
                .conditionExpression("attribute_exists(pk)"));
    }
}
