package be.leerkring.feedback;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.links.Token;
import java.time.Duration;
import java.util.Optional;

/**
 * What the mailed link is about by which one answers: a session, and the kind of the reader's organisation. It is not
 * about the reader, so that nothing leads from an answer to a registration.
 *
 * @param session the session's id
 */
public record FeedbackLink(String session, Organisation.Kind kind) {

    /** The link's purpose. */
    public static final String PURPOSE = "feedback";

    /** How long after a session's end one can answer. */
    public static final Duration ANSWERABLE = Duration.ofDays(90);

    /** What the token claims to be about; empty where that is no such link. */
    public static Optional<FeedbackLink> claimedBy(Token token) {
        var subject = token.claimedSubject();
        var dot = subject.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Organisation.Kind.find(subject.substring(dot + 1))
                        .map(kind -> new FeedbackLink(subject.substring(0, dot), kind));
    }

    /** The link's subject. */
    public String subject() {
        return session + "." + kind.code();
    }
}
