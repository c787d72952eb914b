package be.leerkring.network.cooperation;

import be.leerkring.network.participant.PersonKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody answers three months after a session.
 *
 * @param used what they used of it; can be empty
 * @param success what they would call a success now; can be empty
 * @param reported with whom they went on, by numbers from 0 on that stay
 * @param at when it was last written
 * @param revision one more at every write; 1 for the first
 */
public record FollowUp(
        PersonKey by,
        String used,
        String success,
        SortedMap<Integer, Reported> reported,
        Instant at,
        long revision) {

    /** Nobody names more organisations than these. */
    public static final int MOST = 5;

    public FollowUp {
        reported = Collections.unmodifiableSortedMap(new TreeMap<>(reported));
    }

    /** One with nothing in it, before the first write. */
    public static FollowUp none(PersonKey by) {
        return new FollowUp(by, "", "", new TreeMap<>(), Instant.EPOCH, 0);
    }

    /** Whether there is nothing to report. */
    public boolean isEmpty() {
        return used.isEmpty() && success.isEmpty() && reported.isEmpty();
    }

    /** The number under which one more can be reported; empty where these are enough. */
    public Optional<Integer> nextNumber() {
        var number = reported.isEmpty() ? 1 : Math.max(1, reported.lastKey() + 1);
        return number < MOST ? Optional.of(number) : Optional.empty();
    }

    /** What is kept next: these answers to what is asked of everybody, and under this number this report, or none. */
    public FollowUp next(
            String nowUsed, String nowSuccess, int number, Optional<Reported> report, Instant now) {
        var next = new TreeMap<>(reported);
        next.remove(number);
        report.ifPresent(one -> next.put(number, one));
        return new FollowUp(by, nowUsed, nowSuccess, next, now, revision + 1);
    }
}
