package be.leerkring.registration.messages;

import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.registration.ParticipantMail;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;

/** What an organiser writes, as each of its readers gets it. */
@Singleton
public final class MessageMail {

    /** What tells its mails from others. */
    static final String PURPOSE = "message";

    private final ParticipantMail mail;
    private final Languages languages;

    MessageMail(ParticipantMail mail, Languages languages) {
        this.mail = mail;
        this.languages = languages;
    }

    /** All of it in one language: the reader's where the organiser wrote that, else the preferred one. */
    public Mail to(Registration registration, Session session, Message message, Token token) {
        var reader = registration.participant().language();
        var language = message.text().in(reader, languages.preferred());
        var texts = languages.texts(language);
        return mail.about(registration, session, PURPOSE, language)
                .once(message.number())
                .subject(texts.text(message.text().subject()))
                .written(texts.words(message.text().text()))
                .facts()
                .button("/my/", token)
                .reason(message.group().kind())
                .optional(message.group().isAfterwards())
                .mail();
    }
}
