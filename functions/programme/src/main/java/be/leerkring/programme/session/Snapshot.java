package be.leerkring.programme.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.web.FormText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A session's values as a form carries them along: what its reader saw when they began. It is compressed, for it says
 * all that the form says once more. No value has the characters that separate them: no form takes control characters.
 */
final class Snapshot {

    /** The form's field. */
    static final String FIELD = "base";

    private static final String BETWEEN_FIELDS = "\u001e";
    private static final String BETWEEN_NAME_AND_VALUE = "\u001f";

    /** More than any form holds; a few bytes can be blown up to gigabytes. */
    private static final int LONGEST = 512 * 1024;

    private Snapshot() {}

    static String write(SessionValues values) {
        var text = values.byField().entrySet().stream()
                .map(entry -> entry.getKey() + BETWEEN_NAME_AND_VALUE + entry.getValue())
                .collect(Collectors.joining(BETWEEN_FIELDS));
        var bytes = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** What a form brings along, if it does; no values at all where it is none of ours. */
    static Optional<SessionValues> in(FormText form) {
        return Optional.of(form.line(FIELD))
                .filter(written -> !written.isEmpty())
                .map(written -> read(written).orElse(SessionValues.NONE));
    }

    /** Empty where it is none of ours. */
    static Optional<SessionValues> read(String written) {
        try (var inflating = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(written)))) {
            var bytes = inflating.readNBytes(LONGEST);
            return bytes.length == LONGEST ? Optional.empty() : values(new String(bytes, UTF_8));
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<SessionValues> values(String text) {
        if (text.isEmpty()) {
            return Optional.of(SessionValues.NONE);
        }
        var values = new TreeMap<String, String>();
        for (var field : text.split(BETWEEN_FIELDS, -1)) {
            var parts = field.split(BETWEEN_NAME_AND_VALUE, -1);
            if (parts.length != 2) {
                return Optional.empty();
            }
            values.put(parts[0], parts[1]);
        }
        return Optional.of(SessionValues.of(values));
    }
}
