package be.leerkring.feedback.ask;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What mails have in common that ask participants about a session: which it is, the button, and why they get it. */
@Singleton
final class AskingMail {

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    AskingMail(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /**
     * The mail to one participant, which they can do without.
     *
     * @param purpose begins the keys of its texts
     * @param link the path behind its button
     * @param rest what follows the button
     */
    Mail to(
            Participant participant, Session session, String purpose, String link,
            Function<Texts, List<Letter.Block>> rest) {
        var language = participant.language();
        var texts = languages.texts(language);
        var key = "mail." + purpose;
        var blocks = new ArrayList<Letter.Block>();
        blocks.add(new Letter.Paragraph(texts.text(key + ".text")));
        blocks.add(new Letter.Facts(List.of(
                new Letter.Fact(texts.text("mail.session"), texts.words(session.title())),
                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), language)))));
        blocks.add(new Letter.Button(texts.text(key + ".button"), link));
        blocks.addAll(rest.apply(texts));
        var letter = new Letter(
                texts.text(key + ".subject", texts.text(session.title())),
                texts.words(session.title()),
                texts.text("letter.greeting", participant.name()),
                List.copyOf(blocks),
                texts.text("letter.closing"),
                texts.text(key + ".reason", network.inSentence(texts.language())));
        return new Mail(
                purpose,
                participant.subject(),
                1,
                participant.email().text(),
                language,
                letter,
                List.of(),
                false,
                true);
    }
}
