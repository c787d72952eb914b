package be.leerkring.programme;

/**
 * What somebody said of a session, as it may be published.
 *
 * @param attribution whose words they are, in the words that the person agreed to; empty for nobody's
 */
public record Quote(String text, String attribution) {}
