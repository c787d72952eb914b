package be.leerkring.platform.web;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.time.NetworkTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** A text that need not be there, such as a theme's name. */
    public Optional<String> find(String key) {
        return texts.find(key);
    }

    /** A theme's name; for one that organisers made up, what its id says. */
    public String theme(String id) {
        return find("theme." + id).orElse(id.replace('-', ' '));
    }

    /** Themes by their names, with commas between them. */
    public String themes(List<String> ids) {
        return ids.stream().map(this::theme).collect(Collectors.joining(", "));
    }

    public String text(LocalizedText text) {
        return text.in(language());
    }

    public String date(Instant instant) {
        return time.date(instant, language());
    }

    public String hour(Instant instant) {
        return time.hour(instant);
    }

    public String moment(Instant instant) {
        return time.moment(instant, language());
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
}
