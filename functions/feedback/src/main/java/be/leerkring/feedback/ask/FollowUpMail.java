package be.leerkring.feedback.ask;

import be.leerkring.feedback.FollowUpLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.language.Words;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.markup.Markup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The mail that asks, three months later, what somebody did with a session. */
@Singleton
final class FollowUpMail {

    private final AskingMail mail;

    FollowUpMail(AskingMail mail) {
        this.mail = mail;
    }

    /**
     * The mail to one participant.
     *
     * @param reply what the organisers change because of what people said of the session; can be nothing
     */
    Mail request(Participant participant, Session session, Reply reply, Token token) {
        return mail.to(participant, session, "follow-up", FollowUpLink.path(token.text()), texts -> rest(reply, texts));
    }

    private static List<Letter.Block> rest(Reply reply, Texts texts) {
        var blocks = new ArrayList<Letter.Block>();
        blocks.add(new Letter.Paragraph(texts.text("mail.follow-up.nothing")));
        if (!reply.isEmpty()) {
            var changes = texts.words(reply.text());
            blocks.add(new Letter.Paragraph(texts.text("mail.follow-up.changed")));
            blocks.add(new Letter.Written(
                    new Words(Markup.points(changes.text()).plainText(), changes.language())));
        }
        blocks.add(new Letter.Paragraph(texts.text("mail.follow-up.privacy")));
        return blocks;
    }
}
