package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One dated meeting of the network.
 *
 * @param id lower-case letters, digits and hyphens, at most 60; part of its address
 * @param summary what it is about, in a paragraph; can be empty
 * @param start inclusive
 * @param end exclusive, after the start
 * @param themes ids, such as {@code industrie-4-0}
 * @param assumed whether some of this was assumed, for the announcement doesn't give it
 * @param admission who gets in
 * @param edition what became of it so far
 * @param questions what it asks of those who register, at most {@link Question#MOST}
 */
public record Session(
        String id,
        LocalizedText title,
        LocalizedText summary,
        Instant start,
        Instant end,
        Venue venue,
        Audience audience,
        List<String> themes,
        List<ProgrammeItem> programme,
        boolean assumed,
        AdmissionRules admission,
        Edition edition,
        List<Question> questions) {

    /** What the form promises: for so long after a session, what is kept about its people stays. */
    public static final Duration PEOPLE_KEPT = Duration.ofDays(365);

    /** What somebody said that they need goes sooner. */
    public static final Duration NEEDS_KEPT = Duration.ofDays(14);

    /** What is kept about somebody who does not confirm, goes so long after the form. */
    public static final Duration UNCONFIRMED_KEPT = Duration.ofDays(2);

    public Session {
        if (!id.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("A session's id has lower-case letters, digits and hyphens: " + id);
        }
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("Session " + id + " ends at " + end + ", not after its start " + start);
        }
        themes = List.copyOf(themes);
        programme = List.copyOf(programme);
        questions = List.copyOf(questions);
    }

    /** One that asks nothing. */
    public Session(
            String id, LocalizedText title, LocalizedText summary, Instant start, Instant end, Venue venue,
            Audience audience, List<String> themes, List<ProgrammeItem> programme, boolean assumed,
            AdmissionRules admission, Edition edition) {
        this(
                id, title, summary, start, end, venue, audience, themes, programme, assumed, admission, edition,
                List.of());
    }

    /** The building where it takes place, and where that is. */
    public record Venue(String name, Whereabouts whereabouts) {

        /** A venue of which no more is known. */
        public Venue(String name, String city) {
            this(name, Whereabouts.in(city));
        }

        public String city() {
            return whereabouts.city();
        }

        /** On one line, for who chooses a session: the building and its city. */
        public String text() {
            return Whereabouts.line(name, city());
        }

        /** On one line, for who goes there: with the room and the address. */
        public String full() {
            return Whereabouts.line(name, whereabouts.room(), whereabouts.address());
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
        /** The session does not take place. */
        CANCELLED,
        /** Registration has yet to open. */
        ANNOUNCED,
        /** One can register. */
        OPEN,
        /** Registration has closed, and it has yet to start. */
        CLOSED,
        /** The session is going on. */
        RUNNING,
        /** The session is over. */
        OVER;

        /** As it is written in texts' keys: {@code over}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands at this moment. */
    public Phase phase(Instant now) {
        if (edition.cancelled()) {
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

    /** Whether it takes place at another time or place than people were told before. */
    public boolean wasMoved() {
        return News.movedFrom(this).isPresent();
    }

    /** Whether nobody has to wait for their turn to register: it is for the subsidised only, or for all by now. */
    public boolean isOpenToOthers(Instant now) {
        return audience == Audience.SUBSIDISED || admission.admitsOthers(now);
    }

    /** When everything that is kept about its people expires: a year after it. */
    public Instant forgottenAt() {
        return end.plus(PEOPLE_KEPT);
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
        return !edition.cancelled() && now.isBefore(start);
    }

    /** When and where it is. */
    public Appointment appointment() {
        return new Appointment(start, end, venue);
    }

    /** The session at another time or place, its programme moved along. */
    public Session moved(Instant newStart, Instant newEnd, Venue newVenue, Instant now) {
        return moved(
                new Appointment(newStart, newEnd, newVenue), new News(appointment(), LocalizedText.NONE), now);
    }

    /** The same, with what people are told of it. */
    public Session moved(Appointment next, News what, Instant now) {
        var later = Duration.between(start, next.start());
        return with(
                next.start(),
                next.end(),
                next.venue(),
                programme.stream()
                        .map(item -> new ProgrammeItem(item.at().plus(later), item.title()))
                        .toList(),
                edition.told(edition.cancelled(), what, now));
    }

    /** The session as one that does not take place. */
    public Session calledOff(Instant now) {
        return calledOff(LocalizedText.NONE, now);
    }

    /** The same, with the reason. */
    public Session calledOff(LocalizedText reason, Instant now) {
        return with(start, end, venue, programme, edition.told(true, new News(appointment(), reason), now));
    }

    /** The session as everybody sees it. */
    public Session published(Instant now) {
        return with(start, end, venue, programme, edition.published(now));
    }

    /** What is in an edition of its own: one more at every write. */
    public Session next() {
        return with(start, end, venue, programme, edition.next());
    }

    private Session with(
            Instant newStart, Instant newEnd, Venue newVenue, List<ProgrammeItem> items, Edition newEdition) {
        return new Session(
                id, title, summary, newStart, newEnd, newVenue, audience, themes, items, assumed, admission, newEdition,
                questions);
    }

    /** Whether it does not take place. */
    public boolean cancelled() {
        return edition.cancelled();
    }

    /** How often calendars had to follow a change of it. */
    public int sequence() {
        return edition.sequence();
    }

    /** When calendars last had to follow a change of it, or it was published. */
    public Instant changed() {
        return edition.changed();
    }

    /** The address of the session's page. */
    public String path() {
        return "/sessions/" + id;
    }

    /** The address of the session's page at the desk; those of all that the desk has about the session begin so. */
    public String deskPath() {
        return deskPath(id);
    }

    /** The same, of the session with this id. */
    public static String deskPath(String id) {
        return "/organiser/sessions/" + id;
    }
}
