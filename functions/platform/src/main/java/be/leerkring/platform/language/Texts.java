package be.leerkring.platform.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every text of one language, from the file {@code languages/<code>.properties}. */
public final class Texts {

    private final Language language;
    private final List<Language> network;
    private final ResourceBundle bundle;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Texts(Language language, List<Language> network, ResourceBundle bundle) {
        this.language = language;
        this.network = network;
        this.bundle = bundle;
    }

    /**
     * Reads a language's file.
     *
     * @param network all languages that the network speaks, the preferred one first
     */
    static Texts read(Language language, List<Language> network) {
        var file = "/languages/" + language.code() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "LANGUAGES names '" + language + "', but there is no functions" + file + "; add the file");
            }
            return new Texts(language, network, new PropertyResourceBundle(new InputStreamReader(stream, UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file, unreadable);
        }
    }

    /** The language these texts are in. */
    public Language language() {
        return language;
    }

    /**
     * The text with this key, its arguments filled in by the rules of {@link MessageFormat}.
     *
     * @throws MissingResourceException when the language lacks the key
     */
    public String text(String key, Object... arguments) {
        var format = formats.computeIfAbsent(key, this::format);
        // a format keeps its place while it writes, so two visits at once take turns
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /** A number and the word that counts it stay on one line. */
    private MessageFormat format(String key) {
        var units = "(?<=[0-9}]) (?=(?:" + bundle.getString("text.units") + ")\\b)";
        return new MessageFormat(bundle.getString(key).replaceAll(units, "\u00A0"), language.locale());
    }

    /** What an organiser wrote, in this language; where they did not, in that of the network's that it prefers most. */
    public String text(LocalizedText written) {
        return written.inFirst(preferred());
    }

    /** The code of the language in which {@link #text(LocalizedText)} is; empty where nothing was written. */
    public Optional<String> languageOf(LocalizedText written) {
        return written.languageOfFirst(preferred());
    }

    /** The same text with its language. */
    public Words words(LocalizedText written) {
        return new Words(text(written), languageOf(written).orElse(""));
    }

    /** A name of the network's, which is in the language that it prefers. */
    public Words name(String name) {
        return new Words(name, network.getFirst().code());
    }

    private Stream<Language> preferred() {
        return Stream.concat(Stream.of(language), network.stream());
    }

    /** The text with this key, where the language has one: for keys that organisers make up. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** All keys. */
    public Set<String> keys() {
        return bundle.keySet();
    }
}
