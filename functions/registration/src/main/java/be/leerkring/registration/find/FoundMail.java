package be.leerkring.registration.find;

import be.leerkring.network.participant.LikelyName;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.Person;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mail with all registrations of a mailbox. Several people can read it, so it greets nobody by name. */
@Singleton
final class FoundMail {

    private static final String PURPOSE = "found";

    private final Languages languages;
    private final NetworkTime time;

    FoundMail(Languages languages, NetworkTime time) {
        this.languages = languages;
        this.time = time;
    }

    /** Nothing of it is kept once it is sent, so that it tells of nobody afterwards. */
    Mail of(EmailAddress to, List<Finding.Led> led, Language language) {
        var texts = languages.texts(language);
        var blocks = new ArrayList<Letter.Block>();
        blocks.add(new Letter.Paragraph(texts.text(led.isEmpty() ? "mail.found.none" : "mail.found.text")));
        led.forEach(one -> blocks.addAll(blocks(one, texts)));
        if (led.isEmpty()) {
            blocks.add(new Letter.Button(texts.text("mail.found.button"), "/find"));
        }
        var letter = new Letter(
                texts.text("mail.found.subject"),
                texts.text("letter.greeting.nameless"),
                List.copyOf(blocks),
                texts.text("letter.closing"),
                texts.text("mail.found.reason"));
        var once = PersonKey.fresh(Mailboxes.ABOUT).subject();
        return new Mail(PURPOSE, once, 0, to.text(), language, letter, List.of(), true, false);
    }

    private List<Letter.Block> blocks(Finding.Led one, Texts texts) {
        var session = one.found().session();
        var registration = one.found().registration();
        var title = texts.text(session.title());
        var facts = new ArrayList<>(List.of(
                new Letter.Fact(texts.text("mail.session"), title),
                new Letter.Fact(texts.text("mail.when"), time.date(session.start(), texts.language())),
                new Letter.Fact(
                        texts.text("mail.found.state"),
                        texts.text(session.cancelled()
                                ? "session.phase.cancelled"
                                : Person.Status.of(registration).text()))));
        name(registration).ifPresent(name -> facts.add(new Letter.Fact(texts.text("mail.for"), name)));
        return List.of(
                new Letter.Facts(facts),
                new Letter.Button(
                        texts.text(registration instanceof Pending ? "mail.found.confirm" : "mail.found.look", title),
                        one.path()));
    }

    /** Anybody can have typed what was never confirmed. */
    private static Optional<String> name(Registration registration) {
        var name = registration.participant().name();
        return registration instanceof Pending ? LikelyName.in(name) : Optional.of(name);
    }
}
