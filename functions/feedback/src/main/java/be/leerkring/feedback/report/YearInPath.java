package be.leerkring.feedback.report;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The year that an address names: four digits, for a network has existed in no other. */
final class YearInPath {

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private YearInPath() {}

    /** Empty for whatever is no year. */
    static OptionalInt of(String text) {
        return YEAR.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
