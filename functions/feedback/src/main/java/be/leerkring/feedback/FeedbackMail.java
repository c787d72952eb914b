package be.leerkring.feedback;

import be.leerkring.network.Participant;
import be.leerkring.network.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail that asks what a session brought. */
@Singleton
final class FeedbackMail {

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    FeedbackMail(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    Mail request(Participant participant, Session session, Token token) {
        var language = participant.language();
        var texts = languages.texts(language);
        var letter = new Letter(
                texts.text("mail.feedback.subject", session.title().in(language)),
                texts.text("letter.greeting", participant.name()),
                List.of(
                        new Letter.Paragraph(texts.text("mail.feedback.text")),
                        new Letter.Facts(List.of(
                                new Letter.Fact(
                                        texts.text("mail.session"),
                                        session.title().in(language)),
                                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), language)))),
                        new Letter.Button(texts.text("mail.feedback.button"), "/feedback/" + token.text()),
                        new Letter.Paragraph(texts.text("mail.feedback.privacy"))),
                texts.text("letter.closing"),
                texts.text("mail.feedback.reason", network.name()));
        return new Mail(
                "feedback",
                participant.subject(),
                1,
                participant.email().text(),
                language,
                letter,
                List.of(),
                false);
    }
}
