package be.leerkring.registration;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Letters;
import be.leerkring.platform.mail.MailBodies;
import be.leerkring.platform.mail.MailBody;
import be.leerkring.platform.table.Item;
import be.leerkring.testing.StartedRoom;
import be.leerkring.testing.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** A mail as it stands in the outbox, and as it will be sent; of its files, the first. */
public record Queued(
        String purpose,
        long revision,
        String subject,
        String text,
        Instant at,
        String calendar,
        String calendarType) {

    private static final AttributeValue MAIL = AttributeValue.fromS("MAIL#");

    static Stream<Item> all(StartedRoom room) {
        return items(room, scan -> scan.filterExpression("begins_with(pk, :mail)")
                .expressionAttributeValues(Map.of(":mail", MAIL)));
    }

    static Stream<Queued> to(String address, StartedRoom room) {
        return items(room, scan -> scan.filterExpression("begins_with(pk, :mail) AND #to = :to")
                .expressionAttributeNames(Map.of("#to", "to"))
                .expressionAttributeValues(Map.of(":mail", MAIL, ":to", AttributeValue.fromS(address))))
                .map(item -> of(item, room));
    }

    private static Stream<Item> items(StartedRoom room, UnaryOperator<ScanRequest.Builder> which) {
        return room.database().client()
                .scanPaginator(which.apply(ScanRequest.builder().tableName(TestDatabase.TABLE)).build())
                .items().stream()
                .map(Item::of);
    }

    private static Queued of(Item item, StartedRoom room) {
        var files = body(item, room).attachments();
        return new Queued(
                item.required("purpose"),
                Long.parseLong(item.key().sort().split("#")[1]),
                item.required("subject"),
                text(item, room),
                item.requiredMoment("queuedAt"),
                files.isEmpty() ? "" : files.getFirst().text(),
                files.isEmpty() ? "" : files.getFirst().contentType());
    }

    /** The plain text of the mail in this item. */
    static String text(Item item, StartedRoom room) {
        return room.get(Letters.class).plainText(
                body(item, room).letter(),
                new Language(item.required("language")),
                Optional.of(item.text("unsubscribe", "")).filter(way -> !way.isEmpty()));
    }

    private static MailBody body(Item item, StartedRoom room) {
        return room.get(MailBodies.class).in(item);
    }
}
