package be.leerkring.registration.news;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.Appointments;
import be.leerkring.registration.ParticipantMail;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;

/** What participants are told of the session itself: that it nears, that it moved, that it does not take place. */
@Singleton
public final class SessionMails {

    private final ParticipantMail mail;
    private final Appointments appointments;

    SessionMails(ParticipantMail mail, Appointments appointments) {
        this.mail = mail;
        this.appointments = appointments;
    }

    /** A reminder; there is one of each kind for each start that the session has. */
    public Mail reminder(Registration registration, Session session, Reminder reminder, Token token) {
        var draft = mail.about(registration, session, reminder.purpose())
                .once(session.start().getEpochSecond())
                .paragraph("text")
                .facts()
                .programme()
                .directions()
                .button("/my/", token);
        if (reminder == Reminder.DAY) {
            draft.paragraph("code");
        }
        return draft.paragraph("out").mail();
    }

    /** Says what the session has become. */
    public Mail moved(Registration registration, Session session, Token token) {
        var seated = registration instanceof Confirmed;
        var draft = mail.about(registration, session, "moved")
                .once(session.sequence())
                .paragraph(seated ? "text" : "waiting")
                .facts()
                .directions()
                .button("/my/", token)
                .paragraph("out");
        return seated ? draft.attach(appointments.request(registration, session)).mail() : draft.mail();
    }

    /** Says that it does not take place. */
    public Mail calledOff(Registration registration, Session session) {
        var seated = registration instanceof Confirmed;
        var draft = mail.about(registration, session, "called-off")
                .once(session.sequence())
                .paragraph("text");
        if (seated) {
            draft.paragraph("calendar").attach(appointments.cancel(registration, session));
        }
        return draft.facts().reference("onward", "/").mail();
    }
}
