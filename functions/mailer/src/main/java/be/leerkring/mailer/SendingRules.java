package be.leerkring.mailer;

import be.leerkring.platform.mail.MailClaims;
import java.time.Duration;
import java.time.Instant;

/**
 * The numbers of trying again, in one place. A claim's lease is {@link MailClaims#LEASE}; how often the stream tries,
 * and when the sweep comes by, stands in the template.
 */
final class SendingRules {

    /** After the first try that failed the stream tries again at once; then the waits double, from this one on. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /**
     * A mail that SES has not taken a day after it was decided fails for good: by then it says what is no longer so.
     */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    /** It has so many tries at least: a mail that lay while SES took none is not given up at its first. */
    private static final int FEWEST_TRIES = 5;

    /** While SES takes no mail at all, one is tried this often. */
    static final Duration STOPPED_WAIT = Duration.ofMinutes(5);

    /** How long a damaged mail lies before the sweep looks whether somebody has mended it. */
    static final Duration DAMAGED_WAIT = Duration.ofMinutes(5);

    /**
     * How long SES is left alone within one run when mails come too fast; each time twice as long, but for the first.
     */
    static final Duration THROTTLED_WAIT = Duration.ofMillis(500);

    /** How often a run waits for SES, or for its turn, before it leaves the rest to the next. */
    static final int WAITS = 4;

    /** No turn is given out that lies further ahead: a run has better things to do than wait. */
    static final Duration FURTHEST_TURN = Duration.ofSeconds(2);

    /**
     * Turns lie this much further apart than the rate asks. So what was sent late, or was long on its way, finds room
     * in whatever second it comes to.
     */
    static final double ROOM = 1.1;

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

    /** When a mail is to be tried again that SES may have taken: by then its report has come, if it has. */
    static Instant againInDoubt(int triesBefore, Instant now) {
        return again(Math.max(1, triesBefore), now);
    }

    /** Whether a mail that was decided then, and tried so often, is not to be tried again. */
    static boolean isOver(Instant queuedAt, int tries, Instant now) {
        return tries >= FEWEST_TRIES && !now.isBefore(queuedAt.plus(GIVEN_UP_AFTER));
    }
}
