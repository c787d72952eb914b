package be.leerkring.feedback;

import java.util.Locale;

/** Where a sentence stands that somebody gave for the site. */
public enum Standing {
    /** An organiser has yet to look at it. */
    WAITING,
    /** It is on the site. */
    PUBLISHED,
    /** An organiser left it, or took it off the site. */
    LEFT;

    /** As it is written in texts' keys: {@code waiting}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
