package be.leerkring.feedback;

/** The mailed link by which one answers. */
public final class FeedbackLink {

    /** The link's purpose. */
    public static final String PURPOSE = "feedback";

    private FeedbackLink() {}
}
