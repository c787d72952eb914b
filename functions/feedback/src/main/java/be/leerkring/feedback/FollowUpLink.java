package be.leerkring.feedback;

/** The mailed link by which one says, three months later, what one did with a session. */
public final class FollowUpLink {

    /** The link's purpose; its subject is a person at a session. */
    public static final String PURPOSE = "follow-up";

    private FollowUpLink() {}

    /** The page behind it. */
    public static String path(String token) {
        return "/follow-up/" + token;
    }
}
