package be.leerkring.platform.mail;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.templates.StaticTemplates;
import be.leerkring.platform.web.NetworkIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a letter's HTML, and its plain text: lines of any length, as RFC 5322 readers wrap them themselves. */
@Singleton
public final class Letters {

    /** For those who search their mail as for those who wrap its lines, a space is a space. */
    private static final char NO_BREAK = '\u00A0';

    private final Languages languages;
    private final NetworkIdentity network;

    public Letters(Languages languages, NetworkIdentity network) {
        this.languages = languages;
        this.network = network;
    }

    /**
     * The letter as HTML. It has {@link Outbox#SITE} where the site's address belongs.
     *
     * @param unsubscribe the path by which its reader asks for no more of its kind; empty for a mail that is needed
     */
    public String html(Letter letter, Language language, Optional<String> unsubscribe) {
        var address = unsubscribe.map(path -> Outbox.SITE + path).orElse("");
        return new StaticTemplates()
                .letter(letter, network, languages.texts(language), address)
                .render();
    }

    /** The letter as plain text; the same parameters. */
    public String plainText(Letter letter, Language language, Optional<String> unsubscribe) {
        var body = letter.blocks().stream().map(Letters::plainText).collect(Collectors.joining("\n\n"));
        var way = unsubscribe
                .map(path -> "\n" + languages.texts(language).text("letter.unsubscribe") + ":\n" + Outbox.SITE + path)
                .orElse("");
        return String.join(
                "\n\n",
                letter.greeting(),
                body,
                letter.closing() + "\n" + network.name() + "\n" + network.organiser(),
                "-- \n" + letter.reason() + way,
                contact(languages.texts(language)) + "\n")
                .replace(NO_BREAK, ' ');
    }

    private String contact(Texts texts) {
        var phone = network.phone().isEmpty() ? "" : " " + texts.text("letter.phone") + " " + network.phone();
        var site = network.organiserSite().isEmpty() ? "" : "\n" + network.organiserSite();
        return texts.text("letter.contact") + " " + network.contact() + phone + "." + site;
    }

    private static String plainText(Letter.Block block) {
        return switch (block) {
            case Letter.Paragraph(var text) -> text;
            case Letter.Written written -> written.markup().plainText();
            case Letter.Facts(var facts) ->
                facts.stream()
                        .map(fact -> fact.name() + ": " + fact.value())
                        .collect(Collectors.joining("\n"));
            case Letter.Steps(var steps) ->
                steps.stream()
                        .map(step -> step.heading() + "\n" + step.text())
                        .collect(Collectors.joining("\n\n"));
            case Letter.Button button -> before(button.label()) + "\n" + button.address();
            case Letter.Reference reference -> before(reference.label()) + "\n" + reference.address();
            case Letter.Sources(var sources) ->
                sources.stream()
                        .map(source -> Stream.of(source.title().text(), source.description(), source.address())
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.joining("\n")))
                        .collect(Collectors.joining("\n\n"));
        };
    }

    /** A label as it stands above its address: with a colon, unless it is a question. */
    private static String before(String label) {
        var words = label.replaceAll("[.:\\s]+$", "");
        return words.endsWith("?") || words.endsWith("!") ? words : words + ":";
    }
}
