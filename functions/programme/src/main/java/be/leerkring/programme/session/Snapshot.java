package be.leerkring.programme.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            if (parts.length != 2 || !isOurs(parts[0], parts[1])) {
                return Optional.empty();
            }
            values.put(parts[0], parts[1]);
        }
        return Optional.of(SessionValues.of(values));
    }

    /** Whether a session has such a field, and it can hold this: what comes back was in a stranger's hands. */
    private static boolean isOurs(String field, String value) {
        var form = FORMS.get(field.split("\\.", 2)[0]);
        if (form == null || !form.field().matcher(field).matches() || !form.value().matcher(value).matches()) {
            return false;
        }
        try {
            return form.time() == null || form.time().parse(value) != null;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    /** How a field is named and what it holds; a time's format where it is one, else null. */
    private record Form(Pattern field, Pattern value, DateTimeFormatter time) {

        static Form of(String field, String value) {
            return new Form(Pattern.compile(field), Pattern.compile(value, Pattern.DOTALL), null);
        }

        static Form of(String field, DateTimeFormatter time) {
            return new Form(Pattern.compile(field), Pattern.compile(".*"), time);
        }
    }

    private static final Map<String, Form> FORMS = Map.ofEntries(
            entry("stage", Form.of("stage", "draft|published|cancelled")),
            entry("title", Form.of("title\\.[a-z]{2}", ".*")),
            entry("summary", Form.of("summary\\.[a-z]{2}", ".*")),
            entry("themes", Form.of("themes", "[^\\s\\p{C}]+( [^\\s\\p{C}]+)*")),
            entry("date", Form.of("date", DateTimeFormatter.ISO_LOCAL_DATE)),
            entry("start", Form.of("start", DateTimeFormatter.ISO_LOCAL_TIME)),
            entry("end", Form.of("end", DateTimeFormatter.ISO_LOCAL_TIME)),
            entry("venue", Form.of("venue", ".*")),
            entry("room", Form.of("room", ".*")),
            entry("street", Form.of("street", ".*")),
            entry("postcode", Form.of("postcode", ".*")),
            entry("city", Form.of("city", ".*")),
            entry("position", Form.of("position", ".*")),
            entry("online", Form.of("online", ".*")),
            entry("directions", Form.of("directions\\.[a-z]{2}", ".*")),
            entry("access", Form.of("access\\.[a-z]{2}", ".*")),
            entry("item", Form.of("item\\.([01]\\d|2[0-3]):[0-5]\\d( \\(\\d{1,3}\\))?\\.[a-z]{2}", ".*")),
            entry("audience", Form.of("audience", names(Session.Audience.values()))),
            entry("opens", Form.of("opens", DateTimeFormatter.ISO_LOCAL_DATE_TIME)),
            entry("closes", Form.of("closes", DateTimeFormatter.ISO_LOCAL_DATE_TIME)),
            entry("othersFrom", Form.of("othersFrom", DateTimeFormatter.ISO_LOCAL_DATE_TIME)),
            entry("kept", Form.of("kept", "\\d{1,4}")),
            entry("mostOfOne", Form.of("mostOfOne", "\\d{1,4}")),
            entry("approval", Form.of("approval", "yes")),
            entry("capacity", Form.of("capacity", "\\d{1,4}")),
            entry("asks-diet", Form.of("asks-diet", "yes")),
            entry("asks-access", Form.of("asks-access", "yes")),
            entry("asks-interpreter", Form.of("asks-interpreter", "yes")),
            entry("asks-parking", Form.of("asks-parking", "yes")),
            entry("question", Form.of("question\\.\\d{1,2}\\.[a-z]{2}", ".*")));

    private static String names(Session.Audience... audiences) {
        return Stream.of(audiences).map(Session.Audience::name).collect(Collectors.joining("|"));
    }
}
