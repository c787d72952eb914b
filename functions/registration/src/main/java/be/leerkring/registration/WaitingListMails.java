package be.leerkring.registration;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What those who wait are told. */
@Singleton
public final class WaitingListMails {

    /** The purpose of the mail that offers a seat. */
    public static final String OFFER = "offer";

    private final ParticipantMail mail;
    private final WhatChanged whatChanged;
    private final Clock clock;

    WaitingListMails(ParticipantMail mail, WhatChanged whatChanged, Clock clock) {
        this.mail = mail;
        this.whatChanged = whatChanged;
        this.clock = clock;
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

    /**
     * Says that the seat is not held any more, for nobody took it in time.
     *
     * @param passedOn whether it goes to the next in line
     */
    public Mail lapsed(Cancelled registration, Session session, boolean passedOn) {
        return ended(mail.about(registration, session, "offer-lapsed").paragraph("text"), session, passedOn);
    }

    /** The same, where the session moved so near that no time is left to take it: what it was, and why it moved. */
    public Mail overtaken(Cancelled registration, Session session, boolean passedOn) {
        var language = registration.participant().language();
        var draft = mail.about(registration, session, "offer-lapsed").paragraph("overtaken");
        whatChanged.of(session, language).ifPresent(draft::block);
        return ended(whatChanged.because(draft, session, language), session, passedOn);
    }

    private Mail ended(ParticipantMail.Draft draft, Session session, boolean passedOn) {
        if (passedOn) {
            draft.paragraph("next");
        }
        draft.facts();
        return session.takesRegistrations(clock.instant())
                ? draft.reference(passedOn ? "again-line" : "again", session.path() + "/register").mail()
                : draft.mail();
    }
}
