package be.leerkring.feedback.ask;

import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The mail that asks what a session brought, and says where to find what was shown there. */
@Singleton
final class FeedbackMail {

    private final AskingMail mail;

    FeedbackMail(AskingMail mail) {
        this.mail = mail;
    }

    /**
     * The mail to one participant.
     *
     * @param knowledge what belongs to the session, to be read afterwards
     */
    Mail request(Participant participant, Session session, List<KnowledgeEntry> knowledge, Token token) {
        return mail.to(participant, session, "feedback", "/feedback/" + token.text(), texts -> rest(knowledge, texts));
    }

    private static List<Letter.Block> rest(List<KnowledgeEntry> knowledge, Texts texts) {
        var blocks = new ArrayList<Letter.Block>();
        blocks.add(new Letter.Paragraph(texts.text("mail.feedback.privacy")));
        if (!knowledge.isEmpty()) {
            blocks.add(new Letter.Paragraph(texts.text("mail.feedback.knowledge")));
            blocks.add(new Letter.Sources(
                    knowledge.stream().map(entry -> source(entry, texts)).toList()));
        }
        return blocks;
    }

    private static Letter.Source source(KnowledgeEntry entry, Texts texts) {
        var kind = texts.text("knowledge.kind." + entry.kind().code());
        var description = entry.reference().isEmpty() ? kind : kind + ". " + entry.reference();
        return new Letter.Source(texts.words(entry.title()), description, entry.link());
    }
}
