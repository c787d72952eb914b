package be.leerkring.platform.links;

/** What a mailed link is worth when somebody comes with it. */
public sealed interface Link {

    /**
     * It leads to its subject.
     *
     * @param subject as it was when the link was issued
     */
    record Valid(String subject) implements Link {}

    /** The link led to its subject once, and its time is over. */
    record Expired(String subject) implements Link {}

    /** Nobody was ever sent it, or it is long forgotten. */
    record Unknown() implements Link {}
}
