package be.leerkring.platform.web;

import be.leerkring.platform.head.PageAddress;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.time.NetworkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What every page's template has at hand: its reader's language, and all that depends on it. */
public final class View {

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

    /** Where the page is. */
    public PageAddress address() {
        return visit.address();
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
