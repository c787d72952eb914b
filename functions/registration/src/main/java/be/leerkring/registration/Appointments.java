package be.leerkring.registration;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.SessionCalendar;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.web.NetworkIdentity;
import be.leerkring.registration.state.Registration;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * The session for the participant's own calendar, as a mail's attachment (RFC 5546). Every attachment about a session
 * has the session's UID, so that calendars update the appointment; its SEQUENCE grows with every change of the
 * registration and of the session, also when somebody registers anew after everything about them was erased.
 */
@Singleton
public final class Appointments {

    /**
     * A revision starts with the second at which the registration began; counted from here it fits 32 bits till 2085.
     */
    private static final long BEGINNING = Instant.parse("2017-01-01T00:00:00Z").getEpochSecond();

    private final SessionCalendar calendar;
    private final NetworkIdentity network;
    private final String sender;

    Appointments(SessionCalendar calendar, NetworkIdentity network, @Value("${SENDER}") String sender) {
        this.calendar = calendar;
        this.network = network;
        this.sender = sender;
    }

    /** Puts the session into the calendar, or moves it there. */
    public Mail.Attachment request(Registration registration, Session session) {
        return attachment(
                session,
                "REQUEST",
                calendar.request(
                        session,
                        appointment(registration, session),
                        registration.participant().language(),
                        Outbox.SITE));
    }

    /** Takes it out again. */
    public Mail.Attachment cancel(Registration registration, Session session) {
        return attachment(
                session,
                "CANCEL",
                calendar.cancel(
                        session,
                        appointment(registration, session),
                        registration.participant().language(),
                        Outbox.SITE));
    }

    private static Mail.Attachment attachment(Session session, String method, String text) {
        return new Mail.Attachment(session.id() + ".ics", "text/calendar; charset=utf-8; method=" + method, text);
    }

    private SessionCalendar.Appointment appointment(Registration registration, Session session) {
        Participant participant = registration.participant();
        return new SessionCalendar.Appointment(
                network.name(),
                sender,
                participant.name(),
                participant.email().text(),
                Math.toIntExact(Math.max(0, registration.revision() - BEGINNING) + session.sequence()));
    }
}
