package be.leerkring.feedback.report;

import java.util.Locale;

/** What figures of a chapter stand together. */
public enum Topic {
    SESSIONS(Chapter.IMMEDIATE),
    PEOPLE(Chapter.IMMEDIATE),
    ORGANISATIONS(Chapter.IMMEDIATE),
    OPINION(Chapter.IMMEDIATE),
    MEETINGS(Chapter.POTENTIAL),
    KNOWLEDGE(Chapter.POTENTIAL);

    private final Chapter chapter;

    Topic(Chapter chapter) {
        this.chapter = chapter;
    }

    Chapter chapter() {
        return chapter;
    }

    /** As it is written in texts' keys and in addresses: {@code people}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
