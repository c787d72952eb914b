package be.leerkring.platform.mail;

import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Keeps what a mail says until it is sent: the letter itself and not what is made of it, as JSON, compressed (RFC
 * 1950). DynamoDB bills a mail whole whenever something becomes of it, and a letter's HTML is some ten times as long.
 */
@Singleton
public final class MailBodies {

    /** The attribute of a mail's item that holds it. */
    static final String NAME = "body";

    private static final Argument<Map<String, Object>> DATA = Argument.mapOf(String.class, Object.class);

    private final JsonMapper json;

    MailBodies(JsonMapper json) {
        this.json = json;
    }

    Attribute pack(MailBody body) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(json.writeValueAsBytes(MailData.of(body)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return Attribute.bytes(packed.toByteArray());
    }

    /**
     * What the mail in this item says.
     *
     * @throws RuntimeException when the item has no such thing any more, or it is damaged
     */
    public MailBody in(Item mail) {
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(mail.requiredBytes(NAME)))) {
            return MailData.body(json.readValue(inflater.readAllBytes(), DATA));
        } catch (IOException damaged) {
            throw new UncheckedIOException("The mail's body is damaged", damaged);
        }
    }
}
