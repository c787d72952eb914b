package be.leerkring.platform.language;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A language that the network speaks.
 *
 * @param code the ISO 639 code in lower case, such as {@code nl}
 */
public record Language(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    public Language {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not an ISO 639 language code: '" + code + "'");
        }
    }

    /** The locale for dates and numbers: the language as it is used in Belgium. */
    public Locale locale() {
        return Locale.of(code, "BE");
    }

    /** What the language calls itself, such as {@code Nederlands}. */
    public String ownName() {
        var name = Locale.of(code).getDisplayLanguage(Locale.of(code));
        return name.substring(0, 1).toUpperCase(Locale.of(code)) + name.substring(1);
    }

    @Override
    public String toString() {
        return code;
    }
}
