package be.leerkring.speeddating.contacts;

import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.table.Sha256;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail that asks whom somebody would like to meet again, and the one that says who would like it too. */
@Singleton
final class ContactMails {

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    ContactMails(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /** Asks a participant; once, and only those who did not ask for less mail. */
    Mail question(Participant participant, Session session, Token token) {
        var language = participant.language();
        var texts = languages.texts(language);
        var letter = new Letter(
                texts.text("mail.contacts.subject", texts.text(session.title())),
                texts.words(session.title()),
                texts.text("letter.greeting", participant.name()),
                List.of(
                        new Letter.Paragraph(texts.text("mail.contacts.text")),
                        new Letter.Button(texts.text("mail.contacts.button"), OwnLink.path(token) + "/contacts"),
                        new Letter.Paragraph(texts.text("mail.contacts.privacy"))),
                texts.text("letter.closing"),
                texts.text("mail.contacts.reason", network.inSentence(texts.language())));
        return new Mail(
                "contacts",
                participant.subject(),
                1,
                participant.email().text(),
                language,
                letter,
                List.of(),
                false,
                true);
    }

    /**
     * Tells a participant who would like to stay in touch as well. Its subject names nobody, and nothing of it is kept
     * once it is sent: it holds another's address.
     */
    Mail contact(Participant participant, Participant other, Session session) {
        var language = participant.language();
        var texts = languages.texts(language);
        var letter = new Letter(
                texts.text("mail.contact.subject"),
                texts.text("letter.greeting", participant.name()),
                List.of(
                        new Letter.Paragraph(texts.text("mail.contact.text")),
                        new Letter.Facts(List.of(
                                new Letter.Fact(texts.text("my.name"), other.name()),
                                new Letter.Fact(texts.text("my.organisation"), other.organisation()),
                                new Letter.Fact(texts.text("my.email"), other.email().shown()),
                                new Letter.Fact(texts.text("mail.session"), texts.words(session.title())),
                                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), language)))),
                        new Letter.Paragraph(texts.text("mail.contact.same"))),
                texts.text("letter.closing"),
                texts.text("mail.contact.reason", network.inSentence(texts.language())));
        return new Mail(
                "contact",
                participant.subject(),
                number(other),
                participant.email().text(),
                language,
                letter,
                List.of(),
                true,
                false);
    }

    /** Tells the mails to one participant apart: as many letters of the other's hash as a number holds. */
    private static long number(Participant other) {
        var letters = Sha256.of(other.subject()).substring(0, Long.BYTES - 1);
        return letters.chars().asLongStream().reduce(0, (number, letter) -> (number << Byte.SIZE) + letter);
    }
}
