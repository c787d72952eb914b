package be.leerkring.desk;

import java.time.Instant;
import java.util.List;

/**
 * One act of an organiser, or of nobody.
 *
 * @param by whose act it was: a mail address; empty where it happened by itself
 * @param what names the text {@code log.<what>}
 * @param about on whom or what, in words; can be empty
 * @param person the key of the participant whom it is about; empty where it is about none
 */
public record LogEntry(
        Instant at, String by, String what, String about, String person, List<Change> changes) {}
