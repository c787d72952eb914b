package be.leerkring.network;

import be.leerkring.platform.language.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * One dated meeting of the network.
 *
 * @param id lower-case letters, digits and hyphens, at most 60; part of its address
 * @param start inclusive
 * @param end exclusive, after the start
 * @param themes ids, such as {@code industrie-4-0}
 * @param sequence how often it was changed in a way that calendars must follow (RFC 5545, section 3.8.7.4)
 * @param assumed whether some of this was assumed, for the announcement doesn't give it
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
        boolean assumed) {

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

    /** Whether it is still to come, or going on. */
    public boolean isAhead(Instant now) {
        return now.isBefore(end);
    }

    /** Whether one can still register: until it starts. */
    public boolean takesRegistrations(Instant now) {
        return now.isBefore(start);
    }

    /** Its page. */
    public String path() {
        return "/sessions/" + id;
    }
}
