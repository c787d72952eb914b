package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.text.TypedText;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The texts of a posted form, each as {@link TypedText#line} has it: without what nobody sees around it. A field that
 * is not there is empty; of one that is there twice, the first counts. A controller method that has it among its
 * arguments gets it; without any field where nothing was posted.
 */
public final class FormText {

    /** A form without any field. */
    public static final FormText EMPTY = new FormText(Map.of());

    /** One line without control characters, nor those that turn the direction of writing (Unicode TR 36, 3.4). */
    public static final String LINE = "[^\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*";

    /** The same, of any number of lines. */
    public static final String LINES = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\r\\n\\t]]*";

    /** As many as a page of the desk has for all people of the largest session, several times. */
    private static final int MOST = 10_000;

    private final Map<String, Object> body;

    public FormText(Map<String, Object> body) {
        this.body = body;
    }

    /**
     * The texts of a form that was posted as {@code application/x-www-form-urlencoded} (WHATWG URL, section 5).
     *
     * @throws HttpStatusException 400 where it is no such form, 413 where it is too large
     */
    public static FormText read(byte[] body) {
        if (body.length > BodyLimit.BYTES) {
            throw new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Too long, and its length not said");
        }
        var fields = new LinkedHashMap<String, Object>();
        try {
            for (var pair : new String(body, UTF_8).split("&", -1)) {
                var equals = pair.indexOf('=');
                var name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
                if (!name.isEmpty()) {
                    fields.putIfAbsent(name, equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                }
                if (fields.size() > MOST) {
                    throw new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Too many fields");
                }
            }
            return new FormText(fields);
        } catch (IllegalArgumentException broken) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "A percent sign without two digits");
        }
    }

    /**
     * The texts of a form that was sent by GET. API Gateway joins a parameter's several values by commas, and Micronaut
     * then splits each at its commas: so they are joined here whichever way they came.
     */
    public static FormText asked(HttpParameters parameters) {
        return new FormText(parameters.asMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(",", entry.getValue()))));
    }

    /** The field's values, in a form sent by GET that may name several; none of them has a comma. */
    public List<String> values(String field) {
        return Arrays.stream(line(field).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** All fields as they were sent, in their order. */
    public Map<String, String> sent() {
        var fields = new LinkedHashMap<String, String>();
        body.keySet().forEach(field -> fields.put(field, sent(field)));
        return fields;
    }

    private String sent(String field) {
        var value = body.get(field);
        var first = value instanceof List<?> values && !values.isEmpty() ? values.getFirst() : value;
        return first == null ? "" : first.toString();
    }

    /** Whether the form has this field, filled in or not: a box that is not ticked is not sent. */
    public boolean has(String field) {
        return body.containsKey(field);
    }

    /** What follows this beginning in the names of the fields that have it: of boxes, those that are ticked. */
    public Set<String> after(String beginning) {
        return body.keySet().stream()
                .filter(field -> field.startsWith(beginning))
                .map(field -> field.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The field's text. */
    public String line(String field) {
        return TypedText.line(sent(field));
    }

    /** The field's text, each of its lines but the last ended by a line feed. */
    public String lines(String field) {
        return line(field).replace("\r\n", "\n");
    }

    /** The field's whole number, from 0 to 999,999,999,999,999,999; empty where it holds none. */
    public Optional<Long> number(String field) {
        return Optional.of(line(field)).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** The same, or this other number where the field holds none. */
    public long number(String field, long otherwise) {
        return number(field).orElse(otherwise);
    }
}
