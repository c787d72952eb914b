package be.leerkring.registration;

import be.leerkring.network.Participant;
import be.leerkring.network.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What all mails to participants have in common: the greeting, the facts of the session, the reader's language. */
@Singleton
final class ParticipantMail {

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;

    ParticipantMail(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /** Begins a mail; its texts' keys begin with {@code mail.} and the purpose. */
    Draft about(Registration registration, Session session, String purpose) {
        return new Draft(registration, session, purpose);
    }

    /** A mail as it is put together, from top to bottom. */
    final class Draft {

        private final Registration registration;
        private final Session session;
        private final String purpose;
        private final Texts texts;
        private final List<Letter.Block> blocks = new ArrayList<>();
        private final List<Mail.Attachment> attachments = new ArrayList<>();
        private long revision;
        private boolean forgotten;

        private Draft(Registration registration, Session session, String purpose) {
            this.registration = registration;
            this.session = session;
            this.purpose = purpose;
            this.texts = languages.texts(participant().language());
            this.revision = registration.revision();
        }

        private Participant participant() {
            return registration.participant();
        }

        /** A paragraph; the text's key without what all keys of this mail begin with. */
        Draft paragraph(String key, Object... arguments) {
            blocks.add(new Letter.Paragraph(texts.text(key(key), arguments)));
            return this;
        }

        /** A paragraph with a moment in the reader's words. */
        Draft paragraphAt(String key, Instant moment) {
            return paragraph(key, time.moment(moment, participant().language()));
        }

        Draft facts() {
            var language = participant().language();
            blocks.add(new Letter.Facts(List.of(
                    new Letter.Fact(texts.text("mail.session"), session.title().in(language)),
                    new Letter.Fact(
                            texts.text("mail.when"),
                            time.date(session.start(), language)
                                    + ", "
                                    + texts.text("session.hours", time.hour(session.start()),
                                            time.hour(session.end()))),
                    new Letter.Fact(texts.text("mail.where"), session.venue().text()),
                    new Letter.Fact(
                            texts.text("mail.for"), participant().name() + ", " + participant().organisation()))));
            return this;
        }

        /** What happens when at the session; nothing where the programme is not known. */
        Draft programme() {
            if (!session.programme().isEmpty()) {
                blocks.add(new Letter.Facts(session.programme().stream()
                        .map(item -> new Letter.Fact(
                                time.hour(item.at()), item.title().in(participant().language())))
                        .toList()));
            }
            return this;
        }

        Draft button(String path, Token token) {
            blocks.add(new Letter.Button(texts.text(key("button")), path + token.text()));
            return this;
        }

        Draft reference(String key, String path) {
            blocks.add(new Letter.Reference(texts.text(key(key)), path));
            return this;
        }

        Draft attach(Mail.Attachment... files) {
            attachments.addAll(Arrays.asList(files));
            return this;
        }

        /** Tells this mail from others of its purpose by something else than the registration's revision. */
        Draft once(long number) {
            revision = number;
            return this;
        }

        /** Leaves nothing of it in the table once it is sent. */
        Draft forgotten() {
            forgotten = true;
            return this;
        }

        Mail mail() {
            var letter = new Letter(
                    texts.text(key("subject"), session.title().in(participant().language())),
                    texts.text("letter.greeting", participant().name()),
                    List.copyOf(blocks),
                    texts.text("letter.closing"),
                    texts.text("mail.reason", network.name()));
            return new Mail(
                    purpose,
                    participant().subject(),
                    revision,
                    participant().email().text(),
                    participant().language(),
                    letter,
                    List.copyOf(attachments),
                    forgotten);
        }

        private String key(String key) {
            return "mail." + purpose + "." + key;
        }
    }
}
