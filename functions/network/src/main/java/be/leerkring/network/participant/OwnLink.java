package be.leerkring.network.participant;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import java.time.Duration;
import java.time.Instant;

/** The page that shows one's own registration, as mails lead to it. The room {@code registration} answers it. */
public final class OwnLink {

    /** What links to it are for. */
    public static final String PURPOSE = "my";

    private static final Duration WORKS_AFTERWARDS = Duration.ofDays(90);

    private OwnLink() {}

    /** A new link to it. */
    public static Links.Issued issue(Links links, Participant participant, Session session) {
        return links.issue(PURPOSE, participant.subject(), works(session));
    }

    /** Until when links to it work: three months after the session. */
    public static Instant works(Session session) {
        return session.end().plus(WORKS_AFTERWARDS);
    }

    /** The page's address. */
    public static String path(Token token) {
        return "/my/" + token.text();
    }
}
