package be.leerkring.platform.mail;

import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How an update writes that a mail came to its end, for now or for good: one that its reader does not get stays in the
 * index {@code due}, so that somebody knows; any other leaves it.
 *
 * @param trouble whether somebody should know
 * @param keepsBody whether it may still be sent one day
 */
record MailEnding(MailState state, boolean trouble, boolean keepsBody) {

    /**
     * The update's expression, which sets {@code #detail} to {@code :value} as well.
     *
     * @param more further assignments, each with a comma before it
     */
    String expression(String more) {
        return "SET #state = :state, #detail = :value, finishedAt = :now"
                + (trouble ? ", due = :trouble, dueAt = :now" : "")
                + more
                + " REMOVE claimedUntil, notBefore"
                + (trouble ? "" : ", due, dueAt")
                + (keepsBody ? "" : ", body")
                + (state == MailState.FAILED || state == MailState.SUPPRESSED ? "" : ", cause");
    }

    /** The values of the expression, but for {@code :value}. */
    Map<String, Attribute> values(Instant now) {
        var values = new HashMap<>(Map.of(
                ":state", state.value(),
                ":now", Item.instant(now)));
        if (trouble) {
            values.put(":trouble", Item.text(QueuedMails.TROUBLE));
        }
        return values;
    }
}
