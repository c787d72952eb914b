package be.leerkring.network.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a session so far.
 *
 * @param draft whether only organisers see it
 * @param cancelled whether it does not take place
 * @param sequence how often it was changed in a way that calendars must follow (RFC 5545, section 3.8.7.4)
 * @param changed when it was last changed in such a way, or published
 * @param revision one more at every write
 * @param news what that change was; empty where there was none
 */
public record Edition(
        boolean draft, boolean cancelled, int sequence, Instant changed, long revision, Optional<News> news) {

    /** One of which nothing is new. */
    public Edition(boolean draft, boolean cancelled, int sequence, Instant changed, long revision) {
        this(draft, cancelled, sequence, changed, revision, Optional.empty());
    }

    /** A session that is announced for the first time. */
    public static Edition announced(Instant now) {
        return new Edition(false, false, 0, now, 0);
    }

    /** A session that only organisers see. */
    public static Edition drafted(Instant now) {
        return new Edition(true, false, 0, now, 0);
    }

    Edition next() {
        return new Edition(draft, cancelled, sequence, changed, revision + 1, news);
    }

    Edition published(Instant now) {
        return new Edition(false, cancelled, sequence, now, revision + 1, news);
    }

    /** Those who registered are told of it, and their calendars; of a draft, nobody knows. */
    Edition told(boolean calledOff, News what, Instant now) {
        return draft
                ? next()
                : new Edition(false, calledOff, sequence + 1, now, revision + 1, Optional.of(what));
    }
}
