package be.leerkring.platform.table;

import java.util.Iterator;
import java.util.List;

/**
 * Lets this thread ask a database that isn't there: it answers what DynamoDB answered when it was recorded, one answer
 * after the other, and takes every write. So a function can do all that a request does, and nothing has happened.
 */
public final class Rehearsal {

    private static final String NOTHING = "{}";

    private static final ScopedValue<Iterator<String>> ANSWERS = ScopedValue.newInstance();

    private Rehearsal() {}

    /** Does this, with such answers; where one more is asked for, nothing is found. */
    public static void of(List<String> answers, Runnable work) {
        ScopedValue.where(ANSWERS, answers.iterator()).run(work);
    }

    /** Whether what this thread does is none but a rehearsal. */
    public static boolean isOn() {
        return ANSWERS.isBound();
    }

    static String answer() {
        var answers = ANSWERS.get();
        return answers.hasNext() ? answers.next() : NOTHING;
    }
}
