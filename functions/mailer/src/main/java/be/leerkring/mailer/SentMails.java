package be.leerkring.mailer;

import be.leerkring.platform.mail.MailCounts;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the mails that SES took, and writes the number down for some of them at once: a process that dies in between
 * loses that number, and no mail.
 */
@Singleton
final class SentMails {

    private static final Logger LOG = LoggerFactory.getLogger(SentMails.class);

    /** As many as the stream brings at once. */
    private static final int AT_ONCE = 10;

    private final MailCounts counts;
    private final AtomicInteger unwritten = new AtomicInteger();

    SentMails(MailCounts counts) {
        this.counts = counts;
    }

    /** SES took one more. */
    void count() {
        if (unwritten.incrementAndGet() >= AT_ONCE) {
            write();
        }
    }

    /** Writes how many there were since the last time; what can't be written waits, and holds up no mail. */
    void write() {
        var number = unwritten.getAndSet(0);
        try {
            counts.sent(number);
        } catch (RuntimeException failed) {
            unwritten.addAndGet(number);
            LOG.warn("{} mails that were sent can't be counted now", number, failed);
        }
    }
}
