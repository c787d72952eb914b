package be.leerkring.organiser.signin;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What organisers are mailed about their way in. */
@Singleton
final class SignInMail {

    private final Languages languages;
    private final NetworkIdentity network;

    SignInMail(Languages languages, NetworkIdentity network) {
        this.languages = languages;
        this.network = network;
    }

    /** The link that signs in; nothing of it is kept. */
    Mail link(EmailAddress to, String subject, Token token, Language language, Instant now) {
        var texts = languages.texts(language);
        return mail(
                Mail.SIGN_IN,
                to,
                subject,
                language,
                now,
                List.of(
                        new Letter.Paragraph(texts.text("mail.sign-in.text", SigningIn.LINK_LIFETIME.toMinutes())),
                        new Letter.Button(
                                texts.text("mail.sign-in.button"), "/organiser/sign-in/" + token.text()),
                        new Letter.Paragraph(texts.text("mail.sign-in.not-you"))));
    }

    /** Says that somebody may work at the desk from now on, and how to get there. */
    Mail invitation(EmailAddress to, String subject, String by, Language language, Instant now) {
        var texts = languages.texts(language);
        return mail(
                "invitation",
                to,
                subject,
                language,
                now,
                List.of(
                        new Letter.Paragraph(texts.text("mail.invitation.text", by, network.inSentence(language))),
                        new Letter.Button(texts.text("mail.invitation.button"), "/organiser/sign-in")));
    }

    /** Tells another organiser that somebody was invited or removed, in the network's first language. */
    Mail changed(EmailAddress to, String subject, String what, String whom, String by, Instant now) {
        var language = languages.preferred();
        var texts = languages.texts(language);
        return mail(
                what,
                to,
                subject,
                language,
                now,
                List.of(
                        new Letter.Paragraph(
                                texts.text("mail." + what + ".text", by, whom, network.inSentence(language))),
                        new Letter.Paragraph(texts.text("mail.organisers-changed.wrong")),
                        new Letter.Button(texts.text("mail.organisers-changed.button"), "/organiser/organisers")));
    }

    private Mail mail(
            String purpose,
            EmailAddress to,
            String subject,
            Language language,
            Instant now,
            List<Letter.Block> blocks) {
        var texts = languages.texts(language);
        var letter = new Letter(
                texts.text("mail." + purpose + ".subject"),
                texts.text("mail.organiser.greeting"),
                blocks,
                texts.text("letter.closing"),
                texts.text("mail.organiser.reason", network.inSentence(language)));
        return new Mail(purpose, subject, now.toEpochMilli(), to.text(), language, letter, List.of(), true, false);
    }
}
