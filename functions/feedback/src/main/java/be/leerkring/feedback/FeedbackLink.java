package be.leerkring.feedback;

import java.time.Duration;

/** The mailed link by which one answers. */
public final class FeedbackLink {

    /** The link's purpose. */
    public static final String PURPOSE = "feedback";

    /** How long after a session's end one can answer. */
    public static final Duration ANSWERABLE = Duration.ofDays(90);

    private FeedbackLink() {}
}
