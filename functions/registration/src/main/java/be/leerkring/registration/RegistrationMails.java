package be.leerkring.registration;

import be.leerkring.network.Participant;
import be.leerkring.network.RegistrationState;
import be.leerkring.network.Session;
import be.leerkring.network.SessionCalendar;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.List;

/** What participants are told of their registration, in the language that they chose. */
@Singleton
final class RegistrationMails {

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;
    private final SessionCalendar calendar;

    RegistrationMails(Languages languages, NetworkTime time, NetworkIdentity network, SessionCalendar calendar) {
        this.languages = languages;
        this.time = time;
        this.network = network;
        this.calendar = calendar;
    }

    /** Asks whether the address is theirs, and whether they come. */
    Mail confirmRequest(Registration registration, Session session, Token token) {
        var texts = texts(registration);
        return mail(
                registration,
                session,
                "confirm-request",
                List.of(
                        paragraph(texts, "mail.confirm-request.text"),
                        facts(registration, session, texts),
                        new Letter.Button(texts.text("mail.confirm-request.button"), "/confirm/" + token.text()),
                        paragraph(texts, "mail.confirm-request.until")),
                List.of());
    }

    /** Says what, when and where, and how to get out of it again. */
    Mail confirmed(Registration registration, Session session, Token token) {
        var texts = texts(registration);
        return mail(
                registration,
                session,
                "confirmed",
                List.of(
                        paragraph(texts, "mail.confirmed.text"),
                        facts(registration, session, texts),
                        new Letter.Button(texts.text("mail.confirmed.button"), "/my/" + token.text()),
                        paragraph(texts, "mail.confirmed.out")),
                List.of(appointment(registration, session)));
    }

    /** Says that the session was full. */
    Mail waiting(Registration registration, Session session, Token token) {
        var texts = texts(registration);
        return mail(
                registration,
                session,
                "waiting",
                List.of(
                        paragraph(texts, "mail.waiting.text"),
                        facts(registration, session, texts),
                        new Letter.Button(texts.text("mail.waiting.button"), "/my/" + token.text()),
                        paragraph(texts, "mail.waiting.out")),
                List.of());
    }

    /** Answers a form of somebody who has confirmed before. */
    Mail already(Registration registration, Session session, Token token) {
        var texts = texts(registration);
        var waits = registration.state() == RegistrationState.WAITING;
        return mail(
                registration,
                session,
                "already",
                List.of(
                        paragraph(texts, waits ? "mail.already.waiting" : "mail.already.text"),
                        facts(registration, session, texts),
                        new Letter.Button(texts.text("mail.already.button"), "/my/" + token.text())),
                List.of());
    }

    /** Says that it is cancelled, as they asked. */
    Mail cancelled(Registration registration, Session session) {
        var texts = texts(registration);
        return mail(
                registration,
                session,
                "cancelled",
                List.of(
                        paragraph(texts, "mail.cancelled.text"),
                        facts(registration, session, texts),
                        new Letter.Reference(texts.text("mail.cancelled.again"), session.path() + "/register")),
                List.of());
    }

    private Mail mail(
            Registration registration,
            Session session,
            String purpose,
            List<Letter.Block> blocks,
            List<Mail.Attachment> attachments) {
        var participant = registration.participant();
        var texts = texts(registration);
        var letter = new Letter(
                texts.text("mail." + purpose + ".subject", session.title().in(participant.language())),
                texts.text("letter.greeting", participant.name()),
                blocks,
                texts.text("letter.closing"),
                texts.text("mail.reason", network.name()));
        return new Mail(
                purpose,
                participant.subject(),
                registration.revision(),
                participant.email().text(),
                participant.language(),
                letter,
                attachments);
    }

    private Letter.Facts facts(Registration registration, Session session, Texts texts) {
        var participant = registration.participant();
        var language = participant.language();
        return new Letter.Facts(List.of(
                new Letter.Fact(texts.text("mail.session"), session.title().in(language)),
                new Letter.Fact(
                        texts.text("mail.when"),
                        time.date(session.start(), language)
                                + ", "
                                + texts.text("session.hours", time.hour(session.start()), time.hour(session.end()))),
                new Letter.Fact(texts.text("mail.where"), session.venue().text()),
                new Letter.Fact(texts.text("mail.for"), who(participant))));
    }

    private static String who(Participant participant) {
        return participant.name() + ", " + participant.organisation();
    }

    private Mail.Attachment appointment(Registration registration, Session session) {
        var language = registration.participant().language();
        return new Mail.Attachment(
                session.id() + ".ics",
                SessionCalendar.CONTENT_TYPE,
                calendar.write(List.of(session), "", language, Outbox.SITE));
    }

    private Texts texts(Registration registration) {
        return languages.texts(registration.participant().language());
    }

    private static Letter.Paragraph paragraph(Texts texts, String key) {
        return new Letter.Paragraph(texts.text(key));
    }
}
