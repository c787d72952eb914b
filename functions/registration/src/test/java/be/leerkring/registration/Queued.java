package be.leerkring.registration;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Letters;
import be.leerkring.platform.mail.MailBodies;
import be.leerkring.platform.mail.MailBody;
import be.leerkring.platform.table.Item;
import be.leerkring.testing.StartedRoom;
import java.time.Instant;
import java.util.Optional;

/** A mail as it stands in the outbox, and as it will be sent; of its files, the first. */
public record Queued(
        String purpose,
        long revision,
        String subject,
        String text,
        Instant at,
        String calendar,
        String calendarType) {

    static Queued of(Item item, StartedRoom room) {
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
