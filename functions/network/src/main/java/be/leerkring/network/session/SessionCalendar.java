package be.leerkring.network.session;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.markup.Markup;
import be.leerkring.platform.time.NetworkTime;
import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Conference;
import biweekly.property.Geo;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Uid;
import biweekly.util.Duration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions as iCalendar (RFC 5545), with hours in the network's time zone, and that zone's own rules beside them. */
@Singleton
public final class SessionCalendar {

    /** What an answer or an attachment with the programme says it is. */
    public static final String CONTENT_TYPE = "text/calendar; charset=utf-8; method=PUBLISH";

    /** What calendars are asked; RFC 7986, section 5.7, and what Outlook knew before it. */
    private static final Duration LOOKED_AT = Duration.builder().hours(12).build();

    private final Languages languages;
    private final NetworkTime time;
    private final Clock clock;
    private final TimezoneAssignment zone;

    public SessionCalendar(Languages languages, NetworkTime time, Clock clock) {
        this.languages = languages;
        this.time = time;
        this.clock = clock;
        this.zone = new TimezoneAssignment(TimeZone.getTimeZone(time.zone()), ZoneComponent.of(time.zone()));
    }

    /**
     * What an appointment tells the calendar of the person who gets it (RFC 5546).
     *
     * @param sequence more than in what was sent before, or it is taken for old (RFC 5546, section 2.1.4)
     */
    public record Appointment(
            String organiserName, String organiserAddress, String name, String address, int sequence) {}

    /**
     * A session as everybody's calendar shows it.
     *
     * @param news what has become of it, in words that stand first in its description; can be empty
     * @param certain whether whose calendar it is comes, as far as anybody knows
     */
    public record Entry(Session session, String news, boolean certain) {

        /** A session in everybody's calendar. */
        public Entry(Session session, String news) {
            this(session, news, true);
        }
    }

    /**
     * The sessions as one calendar. A session's UID stays the same for ever, so that calendars update it.
     *
     * @param name what a calendar that subscribes shows, which then looks twice a day; empty for a single event
     * @param site the site's address, without a slash at the end
     */
    public String write(List<Entry> entries, String name, Language language, String site) {
        var calendar = calendar(Method.publish());
        if (!name.isEmpty()) {
            calendar.setName(name);
            calendar.addExperimentalProperty("X-WR-CALNAME", name);
            calendar.addExperimentalProperty("X-WR-TIMEZONE", time.zone().getId());
            // RFC 7986, section 5.7: it has no type of its own. The library leaves the type out.
            calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, LOOKED_AT.toString());
            calendar.addExperimentalProperty("X-PUBLISHED-TTL", LOOKED_AT.toString());
        }
        entries.forEach(entry -> {
            var event = event(entry.session(), language, site);
            if (!entry.news().isEmpty()) {
                event.setDescription(entry.news() + "\n\n" + event.getDescription().getValue());
            }
            if (!entry.certain() && !entry.session().cancelled()) {
                event.setStatus(Status.tentative());
            }
            calendar.addEvent(event);
        });
        return CalendarText.of(calendar, site);
    }

    /** The session as a request (RFC 5546, section 3.2.2) to somebody who has said that they come. */
    public String request(Session session, Appointment appointment, Language language, String site) {
        return CalendarText.of(appointment(Method.request(), session, appointment, language, site), site);
    }

    /**
     * Takes the session out of the calendar of somebody who was sent a request. Only a session that is called off has a
     * STATUS there: whoever does not come is not told that nobody does (RFC 5546, section 3.2.5).
     */
    public String cancel(Session session, Appointment appointment, Language language, String site) {
        var calendar = appointment(Method.cancel(), session, appointment, language, site);
        if (!session.cancelled()) {
            calendar.getEvents().getFirst().setStatus(null);
        }
        return CalendarText.of(calendar, site);
    }

    private ICalendar calendar(Method method) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Leerkring//Leerkring//NL");
        calendar.setMethod(method);
        calendar.getTimezoneInfo().setDefaultTimezone(zone);
        return calendar;
    }

    private ICalendar appointment(
            Method method, Session session, Appointment appointment, Language language, String site) {
        var attendee = new Attendee(
                parameter(appointment.name()), null, new EmailAddress(appointment.address()).mailto());
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        var event = event(session, language, site);
        if (method.isRequest()) {
            join(event, session.venue().whereabouts(), languages.texts(language));
        }
        event.setOrganizer(new Organizer(parameter(appointment.organiserName()), appointment.organiserAddress()));
        event.addAttendee(attendee);
        event.setSequence(appointment.sequence());
        var calendar = calendar(method);
        calendar.addEvent(event);
        return calendar;
    }

    /** RFC 5545, section 3.2: a parameter can't hold a double quote, and few calendars know RFC 6868. */
    private static String parameter(String text) {
        return text.replace('"', '\'');
    }

    /** Only here: everybody may read the programme. Few calendars know CONFERENCE (RFC 7986, section 5.11). */
    private static void join(VEvent event, Whereabouts whereabouts, Texts texts) {
        if (whereabouts.isOnline()) {
            var conference = new Conference(whereabouts.online());
            conference.setParameter("VALUE", "URI");
            conference.setLabel(texts.text("calendar.online.label"));
            event.addConference(conference);
            event.setDescription(texts.text("calendar.online", whereabouts.online()) + "\n\n"
                    + event.getDescription().getValue());
        }
    }

    private VEvent event(Session session, Language language, String site) {
        var texts = languages.texts(language);
        var event = new VEvent();
        event.setUid(new Uid(session.id() + "@leerkring"));
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSequence(session.sequence());
        event.setStatus(session.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setDateStart(Date.from(session.start()), true);
        event.setDateEnd(Date.from(session.end()), true);
        event.setSummary(texts.text(session.title()))
                .setLanguage(texts.languageOf(session.title()).orElse(language.code()));
        event.setLocation(session.venue().full());
        session.venue().whereabouts().coordinates().ifPresent(point -> event.setGeo(
                new Geo(point.latitude().doubleValue(), point.longitude().doubleValue())));
        event.setUrl(site + session.path());
        event.setDescription(description(session, texts, site))
                .setLanguage(languageOfDescription(session, texts).orElse(null));
        return event;
    }

    /** With the session's page, for few calendars show an URL. */
    private String description(Session session, Texts texts, String site) {
        var programme = session.programme().stream()
                .map(item -> time.hour(item.at(), texts) + " " + texts.text(item.title()))
                .collect(Collectors.joining("\n"));
        return Stream.of(
                Markup.of(texts.text(session.summary())).plainText(),
                programme,
                Markup.of(texts.text(session.venue().whereabouts().directions())).plainText(),
                texts.text("calendar.page", site + session.path()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** A property has one language or none (RFC 5545, section 3.2.10). */
    private static Optional<String> languageOfDescription(Session session, Texts texts) {
        var written = Stream.concat(
                Stream.of(session.summary(), session.venue().whereabouts().directions()),
                session.programme().stream().map(Session.ProgrammeItem::title));
        var languages = Stream.concat(
                Stream.of(texts.language().code()), written.flatMap(text -> texts.languageOf(text).stream()))
                .distinct()
                .toList();
        return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    }
}
