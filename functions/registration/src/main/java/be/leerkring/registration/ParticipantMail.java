package be.leerkring.registration;

import be.leerkring.network.participant.LikelyName;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.SessionLetter;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.language.Words;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.NetworkIdentity;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all mails to participants have in common: the greeting, the facts of the session, the reader's language. */
@Singleton
public final class ParticipantMail {

    private final Languages languages;
    private final SessionLetter sessionLetter;
    private final NetworkTime time;
    private final NetworkIdentity network;

    ParticipantMail(Languages languages, SessionLetter sessionLetter, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.sessionLetter = sessionLetter;
        this.time = time;
        this.network = network;
    }

    /** Begins a mail; its texts' keys begin with {@code mail.} and the purpose. */
    public Draft about(Registration registration, Session session, String purpose) {
        return about(registration, session, purpose, registration.participant().language());
    }

    /** Begins a mail in a language that need not be the reader's. */
    public Draft about(Registration registration, Session session, String purpose, Language language) {
        return new Draft(registration, session, purpose, languages.texts(language));
    }

    /**
     * Begins a mail to an address that nobody proved to be the participant's: it has nobody's words, but for what looks
     * like a name.
     */
    Draft unproven(Registration registration, Session session, String purpose) {
        var draft = about(registration, session, purpose);
        draft.proven = false;
        return draft;
    }

    /** A mail as it is put together, from top to bottom. */
    public final class Draft {

        private final Registration registration;
        private final Session session;
        private final String purpose;
        private final Texts texts;
        private final List<Letter.Block> blocks = new ArrayList<>();
        private final List<Mail.Attachment> attachments = new ArrayList<>();
        private String subject = "";
        private String variant = "";
        private String reason = "mail.reason";
        private long revision;
        private boolean proven = true;
        private Optional<EmailAddress> to = Optional.empty();
        private boolean nameless;
        private boolean forgotten;
        private boolean optional;

        private Draft(Registration registration, Session session, String purpose, Texts texts) {
            this.registration = registration;
            this.session = session;
            this.purpose = purpose;
            this.texts = texts;
            this.revision = registration.revision();
        }

        private Participant participant() {
            return registration.participant();
        }

        /** What has a text of its own in mails of this kind, such as the subject, says that. */
        Draft as(String kind) {
            variant = kind;
            return this;
        }

        /** A paragraph; the text's key without what all keys of this mail begin with. */
        public Draft paragraph(String key, Object... arguments) {
            return block(new Letter.Paragraph(texts.text(key(key), arguments)));
        }

        /** Whatever else it says. */
        public Draft block(Letter.Block block) {
            blocks.add(block);
            return this;
        }

        /** What an organiser wrote, in paragraphs and lists and with its links. */
        public Draft written(Words words) {
            blocks.add(new Letter.Written(words));
            return this;
        }

        /** The same in a language that nobody knows. */
        public Draft written(String text) {
            return written(new Words(text, ""));
        }

        /** Another subject than that of all mails of this purpose. */
        public Draft subject(String words) {
            subject = words;
            return this;
        }

        /** Why the reader gets it, where that is not what all mails say. */
        public Draft reason(String key) {
            reason = key("reason." + key);
            return this;
        }

        /** A paragraph with a moment in the reader's words. */
        public Draft paragraphAt(String key, Instant moment) {
            return paragraph(key, time.moment(moment, texts));
        }

        public Draft facts() {
            var facts = new ArrayList<>(sessionLetter.facts(session, texts));
            var reader = Stream.of(name(), organisation())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            if (!reader.isEmpty()) {
                facts.add(new Letter.Fact(texts.text("mail.for"), reader));
            }
            return block(new Letter.Facts(List.copyOf(facts)));
        }

        private Optional<String> name() {
            return proven
                    ? Optional.of(participant().name()).filter(_ -> !nameless)
                    : LikelyName.in(participant().name());
        }

        /** One of the network's list was chosen and not typed. */
        private Optional<String> organisation() {
            return Optional.of(participant().organisation())
                    .filter(_ -> proven || !participant().organisationId().isEmpty());
        }

        /** How one gets there, and where one joins online; nothing for whoever has no seat. */
        public Draft directions() {
            var seated = registration instanceof Confirmed;
            blocks.addAll(seated ? sessionLetter.directions(session.venue(), texts) : List.of());
            return this;
        }

        /** What happens when at the session; nothing where the programme is not known. */
        public Draft programme() {
            blocks.addAll(sessionLetter.programme(session, texts));
            return this;
        }

        public Draft button(String path, Token token) {
            return block(new Letter.Button(texts.text(key("button")), path + token.text()));
        }

        public Draft reference(String key, String path) {
            return block(new Letter.Reference(texts.text(key(key)), path));
        }

        public Draft attach(Mail.Attachment... files) {
            attachments.addAll(Arrays.asList(files));
            return this;
        }

        /** Tells this mail from others of its purpose by something else than the registration's revision. */
        public Draft once(long number) {
            revision = number;
            return this;
        }

        /** Goes to this address, and not to that of the registration. */
        Draft to(EmailAddress address) {
            to = Optional.of(address);
            return this;
        }

        /** Greets nobody by name: whoever reads it need not be the participant. */
        Draft nameless() {
            nameless = true;
            return this;
        }

        /** Leaves nothing of it in the table once it is sent. */
        Draft forgotten() {
            forgotten = true;
            return this;
        }

        /** One can take part without it: whoever gets it can ask for no more of its kind. */
        public Draft optional(boolean dispensable) {
            optional = dispensable;
            return this;
        }

        public Mail mail() {
            var letter = new Letter(
                    subject.isEmpty()
                            ? texts.text(key("subject"), texts.text(session.title()))
                            : subject,
                    subject.isEmpty() ? texts.words(session.title()) : Words.NONE,
                    name().map(name -> texts.text("letter.greeting", name))
                            .orElseGet(() -> texts.text("letter.greeting.nameless")),
                    List.copyOf(blocks),
                    texts.text("letter.closing"),
                    texts.text(reason, network.inSentence(texts.language())));
            var mail = new Mail(
                    purpose,
                    participant().subject(),
                    revision,
                    to.orElse(participant().email()).text(),
                    texts.language(),
                    letter,
                    List.copyOf(attachments),
                    forgotten,
                    optional);
            return registration instanceof Pending pending ? mail.knownUntil(pending.lapses()) : mail;
        }

        private String key(String key) {
            var own = "mail." + purpose + "." + variant + "." + key;
            return texts.find(own).isPresent() ? own : "mail." + purpose + "." + key;
        }
    }
}
