package be.leerkring.platform.time;

import java.time.Instant;
import java.util.Optional;

/** What a date and an hour that somebody typed turn out to be. */
public sealed interface TypedTime {

    /** This moment; where the clocks go back and the hour comes twice, the first time. */
    record Moment(Instant instant) implements TypedTime {}

    /**
     * No moment: a part is missing, can't be read, or is an hour that the clocks leap over.
     *
     * @param date the key of the text that says what to do about the date; empty when nothing
     * @param hour the same for the hour
     */
    record Wrong(Optional<String> date, Optional<String> hour) implements TypedTime {}
}
