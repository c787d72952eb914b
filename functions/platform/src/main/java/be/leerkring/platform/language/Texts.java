package be.leerkring.platform.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;

/** Every text of one language, from the file {@code languages/<code>.properties}. */
public final class Texts {

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    static Texts read(Language language) {
        var file = "/languages/" + language.code() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "LANGUAGES names '" + language + "', but there is no functions" + file + "; add the file");
            }
            return new Texts(language, new PropertyResourceBundle(new InputStreamReader(stream, UTF_8)));
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
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** The text with this key, where the language has one: for keys that organisers make up, such as themes. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** All keys. */
    public Set<String> keys() {
        return bundle.keySet();
    }
}
