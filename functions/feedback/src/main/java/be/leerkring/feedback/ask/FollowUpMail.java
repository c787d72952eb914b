package be.leerkring.feedback.ask;

import be.leerkring.feedback.FollowUpLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The mail that asks, three months later, what somebody did with a session. */
@Singleton
final class FollowUpMail {

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    FollowUpMail(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /**
     * The mail to one participant.
     *
     * @param reply what the organisers change because of what people said of the session; can be nothing
     */
    Mail request(Participant participant, Session session, Reply reply, Token token) {
        var language = participant.language();
        var texts = languages.texts(language);
        var blocks = new ArrayList<Letter.Block>();
        blocks.add(new Letter.Paragraph(texts.text("mail.follow-up.text")));
        blocks.add(new Letter.Facts(List.of(
                new Letter.Fact(texts.text("mail.session"), texts.text(session.title())),
                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), language)))));
        blocks.add(new Letter.Button(texts.text("mail.follow-up.button"), FollowUpLink.path(token.text())));
        blocks.add(new Letter.Paragraph(texts.text("mail.follow-up.nothing")));
        var changed = reply.lines(texts);
        if (!changed.isEmpty()) {
            blocks.add(new Letter.Paragraph(texts.text("mail.follow-up.changed")));
            changed.forEach(line -> blocks.add(new Letter.Paragraph(line)));
        }
        blocks.add(new Letter.Paragraph(texts.text("mail.follow-up.privacy")));
        var letter = new Letter(
                texts.text("mail.follow-up.subject", texts.text(session.title())),
                texts.text("letter.greeting", participant.name()),
                List.copyOf(blocks),
                texts.text("letter.closing"),
                texts.text("mail.follow-up.reason", network.name()));
        return new Mail(
                "follow-up",
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
