package be.leerkring.platform.mail;

import be.leerkring.platform.language.Words;
import be.leerkring.platform.table.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a mail, but for its text.
 *
 * @param subject the line that the reader sees first, in pieces of one language each
 * @param queuedAt when it was decided; of one that is held, when it leaves
 * @param finishedAt when it was sent, or given up
 * @param cause what went wrong, in the words of whoever said so; can be empty
 */
public record MailRecord(
        Key key,
        String purpose,
        MailState state,
        String to,
        List<Words> subject,
        Instant queuedAt,
        Optional<Instant> finishedAt,
        String cause) {

    /** The cause of a mail that is not sent because its reader wants no more of its kind. */
    static final String UNWANTED = "unsubscribed";

    /** The same without what tells the languages. */
    public String subjectLine() {
        return subject.stream().map(Words::text).collect(Collectors.joining());
    }

    /** Whether its reader does not have it, and somebody should know. */
    public boolean isTrouble() {
        return state.isTrouble() || (state == MailState.SUPPRESSED && !cause.equals(UNWANTED));
    }

    /** When something was last heard of it. */
    public Instant lastAt() {
        return finishedAt.orElse(queuedAt);
    }
}
