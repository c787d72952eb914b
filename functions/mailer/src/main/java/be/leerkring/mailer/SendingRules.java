package be.leerkring.mailer;

import be.leerkring.platform.mail.QueuedMails;
import java.time.Duration;
import java.time.Instant;

/**
 * The numbers of trying again, in one place. A claim's lease is {@link QueuedMails#LEASE}; how often the stream tries,
 * and when the sweep comes by, stands in the template.
 */
final class SendingRules {

    /** After the first try that failed the stream tries again at once; then the waits double, from this one on. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** A mail that SES has not taken a day after it was decided fails for good: by then it says what is no longer so. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    /** While SES takes no mail at all, one is tried this often. */
    static final Duration STOPPED_WAIT = Duration.ofMinutes(5);

    /** How long SES is left alone within one run when mails come too fast; each time twice as long, but for the first. */
    static final Duration THROTTLED_WAIT = Duration.ofMillis(500);

    /** How often a run waits for SES, or for its own share of the rate, before it leaves the rest to the next. */
    static final int WAITS = 4;

    private SendingRules() {}

    /** When a mail is to be tried again. */
    static Instant again(int triesBefore, Instant now) {
        if (triesBefore == 0) {
            return now;
        }
        var doublings = Math.min(triesBefore - 1, 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    /** Whether a mail that was decided then is not to be tried again. */
    static boolean isOver(Instant queuedAt, Instant now) {
        return !now.isBefore(queuedAt.plus(GIVEN_UP_AFTER));
    }
}
