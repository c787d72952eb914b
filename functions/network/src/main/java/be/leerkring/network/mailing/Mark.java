package be.leerkring.network.mailing;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a mailing is.
 *
 * @param due when it is looked after, if it is not done by then
 * @param after the key of the person up to whom everybody was looked at; empty before the first
 * @param seen how many were looked at
 * @param mailed how many of them the mailing concerned: their mails are decided
 * @param unreadable how many of them could not be read, and were left out
 * @param done whether everybody was looked at, or nobody is to be mailed any more
 */
public record Mark(
        MailingKey key, Instant due, Optional<String> after, int seen, int mailed, int unreadable, boolean done) {

    /**
     * Which mailing.
     *
     * @param session whose people it is for
     * @param kind such as {@code feedback}
     * @param number tells it from others of its kind for this session
     */
    public record MailingKey(String session, String kind, long number) {

        /** The one that asks what a session brought: it is the mailing of one room, and shown by another. */
        public static MailingKey feedback(String session) {
            return new MailingKey(session, "feedback", 1);
        }
    }

    static Mark beginning(MailingKey key, Instant due) {
        return new Mark(key, due, Optional.empty(), 0, 0, 0, false);
    }

    Mark end() {
        return new Mark(key, due, after, seen, mailed, unreadable, true);
    }
}
