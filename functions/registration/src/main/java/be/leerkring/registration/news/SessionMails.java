package be.leerkring.registration.news;

import be.leerkring.network.session.News;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.Appointments;
import be.leerkring.registration.ParticipantMail;
import be.leerkring.registration.WhatChanged;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;

/** What participants are told of the session itself: that it nears, that it moved, that it does not take place. */
@Singleton
public final class SessionMails {

    private final ParticipantMail mail;
    private final Appointments appointments;
    private final WhatChanged whatChanged;
    private final Languages languages;

    SessionMails(
            ParticipantMail mail, Appointments appointments, WhatChanged whatChanged, Languages languages) {
        this.mail = mail;
        this.appointments = appointments;
        this.whatChanged = whatChanged;
        this.languages = languages;
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

    /** Says what the session was and has become, and what that means for whoever reads it. */
    public Mail moved(Holding registration, Session session, Token token) {
        var draft = mail.about(registration, session, "moved").once(session.sequence());
        switch (registration) {
            case Confirmed _ -> draft.paragraph("text").attach(appointments.request(registration, session));
            case Offered offered -> draft.paragraph("offered").paragraphAt("until", offered.until());
            case Waiting waiting -> draft.paragraph(waiting.approved() ? "waiting" : "approval");
        }
        whatChanged.of(session, registration.participant().language()).ifPresent(draft::block);
        if (registration instanceof Confirmed && News.isOfTheLink(session)) {
            draft.paragraph(session.venue().whereabouts().isOnline() ? "online" : "offline");
        }
        if (News.isOfTheLinkAlone(session)) {
            var texts = languages.texts(registration.participant().language());
            draft.subject(texts.text("mail.moved.subject-online", texts.text(session.title())));
        }
        return whatChanged.because(draft, session, registration.participant().language())
                .facts()
                .directions()
                .button("/my/", token)
                .paragraph(
                        switch (registration) {
                            case Confirmed _ -> "out";
                            case Offered _ -> "out-offered";
                            case Waiting _ -> "out-waiting";
                        })
                .mail();
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
        return whatChanged.because(draft, session, registration.participant().language()).facts()
                .reference("onward", "/").mail();
    }
}
