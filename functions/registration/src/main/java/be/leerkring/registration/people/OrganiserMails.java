package be.leerkring.registration.people;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.Appointments;
import be.leerkring.registration.ParticipantMail;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;

/** What participants are told of what an organiser did about their registration. */
@Singleton
public final class OrganiserMails {

    private final ParticipantMail mail;
    private final Appointments appointments;

    OrganiserMails(ParticipantMail mail, Appointments appointments) {
        this.mail = mail;
        this.appointments = appointments;
    }

    /** Says that an organiser registered them: with a seat, or with a place in line. */
    public Mail added(Holding registration, Session session, Token token) {
        return seatOrLine(registration, session, "added", token);
    }

    /** Says that an organiser confirmed in their stead. */
    public Mail vouched(Holding registration, Session session, Token token) {
        return seatOrLine(registration, session, "vouched", token);
    }

    private Mail seatOrLine(Holding registration, Session session, String purpose, Token token) {
        var seated = registration instanceof Confirmed;
        var draft = mail.about(registration, session, seated ? purpose : purpose + "-waiting")
                .paragraph("text")
                .facts()
                .directions()
                .button("/my/", token)
                .paragraph("out");
        return seated ? draft.attach(appointments.request(registration, session)).mail() : draft.mail();
    }

    /**
     * Says that an organiser put them in the waiting list, and takes the session out of the calendar if it was there.
     */
    public Mail putInLine(Waiting registration, Session session, Token token, boolean hadSeat) {
        var draft = mail.about(registration, session, "put-in-line").paragraph(hadSeat ? "seat" : "text");
        if (hadSeat) {
            draft.paragraph("calendar").attach(appointments.cancel(registration, session));
        }
        return draft.facts().button("/my/", token).paragraph("out").mail();
    }

    /** Says that an organiser cancelled it, and why; takes the session out of the calendar if it was there. */
    public Mail calledOff(Cancelled registration, Session session, boolean hadSeat) {
        var draft = mail.about(registration, session, "cancelled-by-organiser")
                .paragraph("text")
                .written(registration.reason())
                .facts();
        if (hadSeat) {
            draft.paragraph("calendar").attach(appointments.cancel(registration, session));
        }
        return draft.paragraph("answer").reference("onward", "/").mail();
    }
}
