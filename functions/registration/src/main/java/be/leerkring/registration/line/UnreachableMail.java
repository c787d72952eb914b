package be.leerkring.registration.line;

import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Tells an organiser that a seat came free for people whom no mail reaches. It names none of them: what a participant
 * has erased does not stand in an organiser's mail that waits to be sent. The page behind its button does.
 */
@Singleton
public final class UnreachableMail {

    private static final String PURPOSE = "unreachable";

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    UnreachableMail(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /** What came of the seat. */
    public enum Seat {
        /** The next in line gets it. */
        NEXT,
        /** Nobody else in line may have it: it stays free. */
        FREE;

        private String key() {
            return this == NEXT ? "next" : "free";
        }
    }

    /**
     * The mail to one organiser, in the network's first language.
     *
     * @param people how many were passed over, from 1
     * @param revision of the seats, from when they were
     */
    Mail to(String organiser, Session session, int people, Seat seat, long revision) {
        return to(organiser, session, people, seat, revision, languages.preferred());
    }

    /** The same in any language. */
    public Mail to(String organiser, Session session, int people, Seat seat, long revision, Language language) {
        var texts = languages.texts(language);
        var letter = new Letter(
                text(texts, "subject", texts.text(session.title())),
                texts.words(session.title()),
                texts.text("mail.organiser.greeting"),
                List.of(
                        paragraph(texts, "text", people),
                        paragraph(texts, seat.key()),
                        new Letter.Facts(List.of(
                                new Letter.Fact(texts.text("mail.session"), texts.words(session.title())),
                                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), language)))),
                        paragraph(texts, "mend", people),
                        new Letter.Button(text(texts, "button"), session.deskPath() + "/people?state=waiting")),
                texts.text("letter.closing"),
                texts.text("mail.organiser.reason", network.inSentence(texts.language())));
        return new Mail(
                PURPOSE,
                session.id() + "." + Addresses.hash(organiser),
                revision,
                organiser,
                language,
                letter,
                List.of(),
                false,
                false);
    }

    private static Letter.Paragraph paragraph(Texts texts, String key, Object... arguments) {
        return new Letter.Paragraph(text(texts, key, arguments));
    }

    private static String text(Texts texts, String key, Object... arguments) {
        return texts.text("mail." + PURPOSE + "." + key, arguments);
    }
}
