package be.leerkring.platform.web;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.language.Words;
import be.leerkring.platform.markup.Line;
import be.leerkring.platform.markup.Markup;
import be.leerkring.platform.templates.StaticTemplates;
import be.leerkring.platform.time.NetworkTime;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What every page's template has at hand: its reader's language, and all that depends on it. */
public final class View {

    /** Stands in no text. */
    private static final String HERE = "\uE000";

    private final Visit visit;
    private final Languages languages;
    private final Texts texts;
    private final NetworkTime time;
    private final NetworkIdentity network;

    View(Visit visit, Languages languages, NetworkTime time, NetworkIdentity network) {
        this.visit = visit;
        this.languages = languages;
        this.texts = languages.texts(visit.language());
        this.time = time;
        this.network = network;
    }

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** All texts in the reader's language, for what has names of its own to find there. */
    public Texts texts() {
        return texts;
    }

    /** A text that need not be there. */
    public Optional<String> find(String key) {
        return texts.find(key);
    }

    public String text(LocalizedText written) {
        return texts.text(written);
    }

    /** For {@code lang}: the language of such a text; null where it is the page's own, so that jte leaves it out. */
    public String lang(LocalizedText written) {
        return texts.languageOf(written).filter(code -> !code.equals(language().code())).orElse(null);
    }

    /** A text of one line, said to be in another language where it is: for what is no attribute. */
    public Content title(LocalizedText written) {
        return new StaticTemplates().words(text(written), lang(written), "", "");
    }

    /** A line in several languages. */
    public Content pieces(List<Words> line) {
        return new StaticTemplates().pieces(line, language());
    }

    /** A name of the network's, said to be in the network's own language where the page is in another. */
    public Content name(String name) {
        return new StaticTemplates().words(name, texts.name(name).lang(language()), "", "");
    }

    /** The text with this key, of whose arguments one is such a text. */
    public Content around(String key, Object... arguments) {
        var quoted = Arrays.stream(arguments)
                .filter(LocalizedText.class::isInstance)
                .map(LocalizedText.class::cast)
                .findFirst()
                .orElse(LocalizedText.NONE);
        var parts = text(key, Arrays.stream(arguments).map(one -> one == quoted ? HERE : one).toArray()).split(HERE, 2);
        return new StaticTemplates().words(text(quoted), lang(quoted), parts[0], parts[1]);
    }

    /** What an organiser wrote, in paragraphs and lists and with its links; nothing where they did not. */
    public Content written(LocalizedText written) {
        return written(texts.words(written));
    }

    /** The same of words in one language. */
    public Content written(Words words) {
        return blocks(Markup.of(words.text()), words.lang(language()));
    }

    /** The same in a language that nobody knows. */
    public Content written(String text) {
        return written(new Words(text, ""));
    }

    /** What an organiser wrote, each line of it a point of a list. */
    public Content points(LocalizedText written) {
        return blocks(Markup.points(text(written)), lang(written));
    }

    /** What somebody else wrote, in paragraphs and lists; each link says where it leads to. */
    public Content said(Words words) {
        return blocks(Markup.ofVisitor(words.text()), words.lang(language()));
    }

    /** The same in a language that nobody knows. */
    public Content said(String text) {
        return said(new Words(text, ""));
    }

    private static Content blocks(Markup markup, String lang) {
        return new StaticTemplates().written(markup, lang);
    }

    /** What an organiser wrote, on one line and with its links. */
    public Content line(LocalizedText written) {
        return new StaticTemplates().line(Line.of(text(written)), lang(written));
    }

    /** What to tell readers who meet a text of another language than the page's; empty where it is in theirs. */
    public String note(LocalizedText written) {
        return Optional.ofNullable(lang(written))
                .map(code -> text(
                        "written.language",
                        Locale.forLanguageTag(code).getDisplayLanguage(language().locale())))
                .orElse("");
    }

    public String date(Instant instant) {
        return time.date(instant, language());
    }

    /** A day that is no moment. */
    public String day(LocalDate day) {
        return NetworkTime.day(day, language());
    }

    public String hour(Instant instant) {
        return time.hour(instant, texts);
    }

    public String moment(Instant instant) {
        return time.moment(instant, texts);
    }

    /** A part of a date, by a pattern of {@link java.time.format.DateTimeFormatter}. */
    public String part(Instant instant, String pattern) {
        return time.part(instant, pattern, language());
    }

    /** The hour for machines, as the HTML element {@code time} takes it. */
    public String isoTime(Instant instant) {
        return time.hour(instant);
    }

    /** The date for machines, as the HTML element {@code time} takes it. */
    public String isoDate(Instant instant) {
        return time.local(instant).toLocalDate().toString();
    }

    public Language language() {
        return visit.language();
    }

    public List<Language> languages() {
        return languages.all();
    }

    public NetworkIdentity network() {
        return network;
    }

    public String path() {
        return visit.path();
    }

    /** The number by which the logs know this request; can be empty. */
    public String number() {
        return visit.number();
    }

    /**
     * Where the browser finds a file of {@code functions/assets}, for as long as it is what it is now.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String asset(String name) {
        return Assets.path(name);
    }
}
