package be.leerkring.feedback.report;

import java.util.Locale;

/** What figures of a chapter stand together. */
public enum Topic {
    SESSIONS(Chapter.IMMEDIATE),
    PEOPLE(Chapter.IMMEDIATE),
    ORGANISATIONS(Chapter.IMMEDIATE),
    OPINION(Chapter.IMMEDIATE),
    MEETINGS(Chapter.POTENTIAL),
    KNOWLEDGE(Chapter.POTENTIAL),
    COOPERATION(Chapter.APPLIED),
    RESULTS(Chapter.REALISED),
    VOICE(Chapter.REFRAMING),
    SENT(Chapter.MAIL);

    /**
     * What a figure tells of: one of the five cycles of value that a network creates (Wenger, Trayner and De Laat,
     * "Promoting and assessing value creation in communities and networks", Ruud de Moor Centrum, rapport 18, 2011),
     * or the mail behind them.
     */
    public enum Chapter {
        /** Whether it was worth the time. */
        IMMEDIATE,
        /** What can be used later. */
        POTENTIAL,
        /** What was done with it. */
        APPLIED,
        /** What came of it. */
        REALISED,
        /** What is wanted differently now. */
        REFRAMING,
        /** The mail that it took; no cycle of value. */
        MAIL;

        /** As it is written in texts' keys and in files: {@code immediate}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
