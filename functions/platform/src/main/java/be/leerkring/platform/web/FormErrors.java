package be.leerkring.platform.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is wrong with a form: at most one message a field, in the order of the fields; or that it came too soon after
 * others.
 *
 * @param errors empty when nothing is
 * @param again from when on it can be sent again; empty when it can be sent now
 */
public record FormErrors(List<FormErrors.FieldError> errors, Optional<Instant> again) {

    /** A field's name, and the text in the reader's language that says what to do. */
    public record FieldError(String field, String message) {}

    /** Nothing is wrong. */
    public static FormErrors none() {
        return new FormErrors(List.of(), Optional.empty());
    }

    /** Nothing is wrong but that it came too soon: from this moment on it can be sent again. */
    public static FormErrors tooOften(Instant again) {
        return new FormErrors(List.of(), Optional.of(again));
    }

    /** What was found wrong, by the keys of the texts that say so. */
    public static final class Found {

        private final List<FieldError> errors = new ArrayList<>();

        /** Looks at one field, in which this was filled in; what the checks find is added here. */
        public FieldCheck field(String name, String value) {
            return new FieldCheck(this, name, value);
        }

        /** Adds one more; of a field's errors, the first counts. */
        public Found add(String field, String key) {
            if (errors.stream().noneMatch(other -> other.field().equals(field))) {
                errors.add(new FieldError(field, key));
            }
            return this;
        }

        /** Adds all that was found elsewhere. */
        public Found add(Found other) {
            other.errors.forEach(error -> add(error.field(), error.message()));
            return this;
        }

        /** Whether nothing was. */
        public boolean isEmpty() {
            return errors.isEmpty();
        }

        /**
         * What was found, in the order of the form and in the reader's language.
         *
         * @param fields all of the form's, from top to bottom
         * @param text finds a text by its key
         */
        public FormErrors inOrderOf(List<String> fields, Function<String, String> text) {
            return new FormErrors(
                    errors.stream()
                            .sorted(Comparator.comparing(error -> fields.indexOf(error.field())))
                            .map(error -> new FieldError(error.field(), text.apply(error.message())))
                            .toList(),
                    Optional.empty());
        }
    }

    /** Whether the form can be taken as it is. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** The field's message; the empty text when nothing is wrong with it. */
    public String message(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse("");
    }

    /** For {@code aria-invalid}: true, or null where nothing is wrong, so that jte leaves it out. */
    public String invalid(String field) {
        return message(field).isEmpty() ? null : "true";
    }

    /**
     * For {@code aria-describedby}: the ids of the hint, if the field has one, and of the message, if something is
     * wrong; null where there is neither, so that jte leaves it out.
     */
    public String describedBy(String field, String hint) {
        var ids = new ArrayList<String>();
        if (!hint.isEmpty()) {
            ids.add(hint);
        }
        if (!message(field).isEmpty()) {
            ids.add(field + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
