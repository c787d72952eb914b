package be.leerkring.network;

import be.leerkring.platform.language.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One dated meeting of the network.
 *
 * @param id lower-case letters, digits and hyphens, at most 60; part of its address
 * @param start inclusive
 * @param end exclusive, after the start
 * @param themes ids, such as {@code industrie-4-0}
 * @param sequence how often it was changed in a way that calendars must follow (RFC 5545, section 3.8.7.4)
 * @param assumed whether some of this was assumed, for the announcement doesn't give it
 * @param admission who gets in
 * @param cancelled whether it does not take place
 * @param changed when it was last changed in a way that calendars must follow, or published
 */
public record Session(
        String id,
        LocalizedText title,
        Instant start,
        Instant end,
        Venue venue,
        Audience audience,
        List<String> themes,
        List<ProgrammeItem> programme,
        int sequence,
        boolean assumed,
        AdmissionRules admission,
        boolean cancelled,
        Instant changed) {

    public Session {
        if (!id.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("A session's id has lower-case letters, digits and hyphens: " + id);
        }
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("Session " + id + " ends at " + end + ", not after its start " + start);
        }
        themes = List.copyOf(themes);
        programme = List.copyOf(programme);
    }

    public record Venue(String name, String city) {

        /** On one line. */
        public String text() {
            return name + ", " + city;
        }
    }

    /** Who may come. */
    public enum Audience {
        SUBSIDISED,
        OPEN
    }

    /** What happens, from when on. */
    public record ProgrammeItem(Instant at, LocalizedText title) {}

    /** Where a session stands, for somebody who would like to come. */
    public enum Phase {
        /** It does not take place. */
        CANCELLED,
        /** Registration has yet to open. */
        ANNOUNCED,
        /** One can register. */
        OPEN,
        /** Registration has closed, and it has yet to start. */
        CLOSED,
        /** It is going on. */
        RUNNING,
        /** It was. */
        OVER;

        /** As it is written in texts' keys: {@code over}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands at this moment. */
    public Phase phase(Instant now) {
        if (cancelled) {
            return Phase.CANCELLED;
        }
        if (!now.isBefore(end)) {
            return Phase.OVER;
        }
        if (!now.isBefore(start)) {
            return Phase.RUNNING;
        }
        if (admission.opens().filter(now::isBefore).isPresent()) {
            return Phase.ANNOUNCED;
        }
        return admission.closes().filter(closes -> !now.isBefore(closes)).isPresent() ? Phase.CLOSED : Phase.OPEN;
    }

    /** Whether it is still to come, or going on. */
    public boolean isAhead(Instant now) {
        return now.isBefore(end);
    }

    /** Whether one can register now. */
    public boolean takesRegistrations(Instant now) {
        return phase(now) == Phase.OPEN;
    }

    /** Whether those who have registered can still confirm, cancel or change: it takes place, and has yet to start. */
    public boolean isToCome(Instant now) {
        return !cancelled && now.isBefore(start);
    }

    /** The session at other hours, its programme moved along. */
    public Session moved(Instant newStart, Instant newEnd, Instant now) {
        var later = Duration.between(start, newStart);
        return new Session(
                id,
                title,
                newStart,
                newEnd,
                venue,
                audience,
                themes,
                programme.stream()
                        .map(item -> new ProgrammeItem(item.at().plus(later), item.title()))
                        .toList(),
                sequence + 1,
                assumed,
                admission,
                cancelled,
                now);
    }

    /** The session as one that does not take place. */
    public Session calledOff(Instant now) {
        return new Session(
                id, title, start, end, venue, audience, themes, programme, sequence + 1, assumed, admission, true, now);
    }

    /** Its page. */
    public String path() {
        return "/sessions/" + id;
    }
}
