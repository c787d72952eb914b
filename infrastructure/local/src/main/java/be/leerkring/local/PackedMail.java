package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A mail as the inbox keeps it: what its list shows, and the rest compressed to a fifth, for there may be thousands.
 *
 * @param id 1 for the first that arrived
 * @param files the names of what is attached
 */
record PackedMail(long id, Instant at, List<String> to, String subject, List<String> files, byte[] packed) {

    /** What is empty is written too: whoever reads it need not ask whether it is there. */
    private static final ObjectMapper JSON = ObjectMapper.create(
            Map.of("micronaut.serde.serialization.inclusion", "ALWAYS"));

    static PackedMail of(InboxMail mail) {
        try {
            return of(mail, JSON.writeValueAsBytes(mail));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    /**
     * The mail in this JSON text.
     *
     * @throws UncheckedIOException where it is none
     */
    static PackedMail of(String json) {
        try {
            return of(JSON.readValue(json, InboxMail.class), json.getBytes(UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("This is no mail: " + json, unreadable);
        }
    }

    private static PackedMail of(InboxMail mail, byte[] json) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new Deflater(Deflater.BEST_SPEED);
                var stream = new DeflaterOutputStream(packed, deflater)) {
            stream.write(json);
        }
        return new PackedMail(
                mail.id(), mail.at(), mail.to(), mail.subject(),
                mail.attachments().stream().map(InboxMail.Attachment::name).toList(),
                packed.toByteArray());
    }

    /** The whole mail as JSON, on one line. */
    byte[] json() {
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return stream.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    /** The whole mail. */
    InboxMail mail() {
        try {
            return JSON.readValue(json(), InboxMail.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException("What was packed can't be read", impossible);
        }
    }
}
