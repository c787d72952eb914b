package be.leerkring.platform.web;

import be.leerkring.platform.text.TypedText;
import java.util.function.BooleanSupplier;

/** Looks for what is wrong with one field of a form. Each check names the text that says it; the first one counts. */
public final class FieldCheck {

    private final FormErrors.Found found;
    private final String field;
    private final String value;
    private boolean isWrong;

    FieldCheck(FormErrors.Found found, String field, String value) {
        this.found = found;
        this.field = field;
        this.value = value;
    }

    /** The field has to be filled in. */
    public FieldCheck required(String key) {
        return wrong(value.isBlank(), key);
    }

    /** The field is the name of a person: it has a letter. */
    public FieldCheck name(String key) {
        return wrong(!TypedText.hasLetter(value), key);
    }

    /** The field has at most so many characters. */
    public FieldCheck longest(int characters, String key) {
        return wrong(value.length() > characters, key);
    }

    /** The field is one line of text, as {@link FormText#LINE} has it. */
    public FieldCheck line(String key) {
        return wrong(() -> !value.matches(FormText.LINE), key);
    }

    /** The field is lines of text, as {@link FormText#LINES} has them. */
    public FieldCheck lines(String key) {
        return wrong(() -> !value.matches(FormText.LINES), key);
    }

    /** The field is empty, or a whole number of at most four digits, from the least to the most. */
    public FieldCheck within(int least, int most, String key) {
        return wrong(() -> !value.isEmpty() && !isWithin(least, most), key);
    }

    private boolean isWithin(int least, int most) {
        return value.matches("\\d{1,4}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    /** The field is wrong where this holds. */
    public FieldCheck wrong(boolean holds, String key) {
        if (holds) {
            isWrong = true;
            found.add(field, key);
        }
        return this;
    }

    /** The same, of what costs the more the longer the field is: it is looked at only where no check failed before. */
    public FieldCheck wrong(BooleanSupplier holds, String key) {
        return isWrong ? this : wrong(holds.getAsBoolean(), key);
    }
}
