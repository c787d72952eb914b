package be.leerkring.feedback;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the mailed link is about by which one answers: a session, the kind of the reader's organisation and the language
 * in which they registered. It is not about the reader, so that nothing leads from an answer to a registration.
 *
 * @param session the session's id
 */
public record FeedbackLink(String session, Organisation.Kind kind, Language language) {

    private static final Pattern SUBJECT = Pattern.compile("(?<session>.+)\\.(?<kind>[^.]+)\\.(?<language>[a-z]{2,3})");

    /** The link's purpose. */
    public static final String PURPOSE = "feedback";

    /** How long after a session's end one can answer. */
    public static final Duration ANSWERABLE = Duration.ofDays(90);

    /** What the token claims to be about; empty where that is no such link. */
    public static Optional<FeedbackLink> claimedBy(Token token) {
        var subject = SUBJECT.matcher(token.claimedSubject());
        return subject.matches()
                ? Organisation.Kind.find(subject.group("kind"))
                        .map(kind -> new FeedbackLink(
                                subject.group("session"), kind, new Language(subject.group("language"))))
                : Optional.empty();
    }

    /** The link's subject. */
    public String subject() {
        return session + "." + kind.code() + "." + language.code();
    }
}
