package be.leerkring.feedback.ask;

import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The mail that asks what a session brought, and says where to find what was shown there. */
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

    /**
     * The mail to one participant.
     *
     * @param knowledge what belongs to the session, to be read afterwards
     */
    Mail request(Participant participant, Session session, List<KnowledgeEntry> knowledge, Token token) {
        var language = participant.language();
        var texts = languages.texts(language);
        var blocks = new ArrayList<Letter.Block>();
        blocks.add(new Letter.Paragraph(texts.text("mail.feedback.text")));
        blocks.add(new Letter.Facts(List.of(
                new Letter.Fact(texts.text("mail.session"), texts.text(session.title())),
                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), language)))));
        blocks.add(new Letter.Button(texts.text("mail.feedback.button"), "/feedback/" + token.text()));
        blocks.add(new Letter.Paragraph(texts.text("mail.feedback.privacy")));
        if (!knowledge.isEmpty()) {
            blocks.add(new Letter.Paragraph(texts.text("mail.feedback.knowledge")));
            blocks.add(new Letter.Sources(
                    knowledge.stream().map(entry -> source(entry, texts)).toList()));
        }
        var letter = new Letter(
                texts.text("mail.feedback.subject", texts.text(session.title())),
                texts.text("letter.greeting", participant.name()),
                List.copyOf(blocks),
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
                false,
                true);
    }

    private static Letter.Source source(KnowledgeEntry entry, Texts texts) {
        var kind = texts.text("knowledge.kind." + entry.kind().code());
        var description = entry.reference().isEmpty() ? kind : kind + ". " + entry.reference();
        return new Letter.Source(texts.text(entry.title()), description, entry.link());
    }
}
