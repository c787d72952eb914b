package be.leerkring.registration.closing;

import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells an organiser when a session will close by itself, and who will count as absent. */
@Singleton
public final class ClosingMail {

    private static final String PURPOSE = "closing";

    /** More names than this make no mail; the page has all of them. */
    private static final int NAMES = 40;

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    ClosingMail(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /**
     * The mail to one organiser, in the network's first language.
     *
     * @param closesAt when the session closes by itself
     */
    Mail to(EmailAddress organiser, Session session, Attendance attendance, Instant closesAt) {
        return to(organiser, session, attendance, closesAt, languages.preferred());
    }

    /** The same in any language. */
    public Mail to(
            EmailAddress organiser, Session session, Attendance attendance, Instant closesAt, Language language) {
        var texts = languages.texts(language);
        var letter = new Letter(
                text(texts, "subject", texts.text(session.title())),
                texts.words(session.title()),
                texts.text("mail.organiser.greeting"),
                blocks(session, attendance, time.moment(closesAt, texts), texts),
                texts.text("letter.closing"),
                texts.text("mail.organiser.reason", network.inSentence(language)));
        return new Mail(
                PURPOSE,
                session.id() + "." + organiser.derive(PURPOSE + "\n" + session.id()),
                session.start().getEpochSecond(),
                organiser.text(),
                language,
                letter,
                List.of(),
                false,
                false);
    }

    private List<Letter.Block> blocks(Session session, Attendance attendance, String moment, Texts texts) {
        var blocks = new ArrayList<Letter.Block>();
        blocks.add(paragraph(texts, "text", moment));
        blocks.add(new Letter.Facts(List.of(
                new Letter.Fact(texts.text("mail.session"), texts.words(session.title())),
                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), texts.language())))));
        var absent = attendance.absent();
        if (!absent.isEmpty()) {
            blocks.add(paragraph(texts, "absent", absent.size()));
            blocks.add(new Letter.Facts(absent.stream().limit(NAMES).map(ClosingMail::fact).toList()));
            if (absent.size() > NAMES) {
                blocks.add(paragraph(texts, "others", absent.size() - NAMES));
            }
            blocks.add(paragraph(texts, "mend"));
        } else if (attendance.checkedIn() || attendance.present().isEmpty()) {
            blocks.add(paragraph(texts, "nobody", attendance.present().size()));
        } else {
            blocks.add(paragraph(texts, "unseen", attendance.present().size()));
        }
        blocks.add(new Letter.Button(text(texts, "button"), session.deskPath() + "/close"));
        return List.copyOf(blocks);
    }

    private static Letter.Fact fact(Registration registration) {
        var participant = registration.participant();
        return new Letter.Fact(participant.name(), participant.organisation());
    }

    private static Letter.Paragraph paragraph(Texts texts, String key, Object... arguments) {
        return new Letter.Paragraph(text(texts, key, arguments));
    }

    private static String text(Texts texts, String key, Object... arguments) {
        return texts.text("mail." + PURPOSE + "." + key, arguments);
    }
}
