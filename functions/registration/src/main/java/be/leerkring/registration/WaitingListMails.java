package be.leerkring.registration;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import jakarta.inject.Singleton;

/** What those who wait are told. */
@Singleton
public final class WaitingListMails {

    private final ParticipantMail mail;

    WaitingListMails(ParticipantMail mail) {
        this.mail = mail;
    }

    /** Says that a seat is held for them, and until when. */
    public Mail offer(Registration registration, Session session, Token token) {
        return mail.about(registration, session, "offer")
                .paragraph("text")
                .paragraphAt("until", registration.until().orElseThrow())
                .facts()
                .button("/my/", token)
                .paragraph("out")
                .mail();
    }

    /** Says that the seat has passed on. */
    public Mail lapsed(Registration registration, Session session) {
        return mail.about(registration, session, "offer-lapsed")
                .paragraph("text")
                .facts()
                .reference("again", session.path() + "/register")
                .mail();
    }
}
