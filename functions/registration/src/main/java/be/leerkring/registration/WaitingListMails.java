package be.leerkring.registration;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import jakarta.inject.Singleton;

/** What those who wait are told. */
@Singleton
public final class WaitingListMails {

    /** The purpose of the mail that offers a seat. */
    public static final String OFFER = "offer";

    private final ParticipantMail mail;

    WaitingListMails(ParticipantMail mail) {
        this.mail = mail;
    }

    /** Says that a seat is held for them, and until when. */
    public Mail offer(Offered registration, Session session, Token token) {
        return mail.about(registration, session, OFFER)
                .paragraph("text")
                .paragraphAt("until", registration.until())
                .facts()
                .button("/my/", token)
                .paragraph("out")
                .mail();
    }

    /** Says that the seat has passed on. */
    public Mail lapsed(Cancelled registration, Session session) {
        return mail.about(registration, session, "offer-lapsed")
                .paragraph("text")
                .facts()
                .reference("again", session.path() + "/register")
                .mail();
    }
}
