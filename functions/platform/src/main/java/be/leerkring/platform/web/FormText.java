package be.leerkring.platform.web;

import io.micronaut.http.HttpParameters;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The texts of a posted form, in Unicode form C and without space around them. A field that is not there is empty; of
 * one that is there twice, the first counts.
 */
public final class FormText {

    /** One line without control characters, nor those that turn the direction of writing (Unicode TR 36, 3.4). */
    public static final String LINE = "[^\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*";

    /** The same, of any number of lines. */
    public static final String LINES = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\r\\n\\t]]*";

    private final Map<String, Object> body;

    public FormText(Map<String, Object> body) {
        this.body = body;
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

    /** The field's text. */
    public String line(String field) {
        var value = body.get(field);
        var first = value instanceof List<?> values && !values.isEmpty() ? values.getFirst() : value;
        return first == null ? "" : Normalizer.normalize(first.toString(), Normalizer.Form.NFC).strip();
    }

    /**
     * The field's whole number, from 0 to 999,999,999,999,999,999.
     *
     * @return the number; {@code otherwise} where the field holds none
     */
    public long number(String field, long otherwise) {
        var text = line(field);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
