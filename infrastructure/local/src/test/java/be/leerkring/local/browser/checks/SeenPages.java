package be.leerkring.local.browser.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The pages that this run of tests has looked at, in whichever of its processes: an empty file for each, in a folder of
 * the run that the system property {@code leerkring.run} names.
 */
final class SeenPages {

    private static final Pattern TOKEN = Pattern.compile("(?=[\\w-]*[A-Z\\d])[\\w-]{22,}");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");

    /** The value of an attribute by which nothing looks otherwise. */
    private static final Pattern VALUE = Pattern.compile("(?<! class| type| role)=\"[^\"]*\"");

    private final Path folder;

    SeenPages() {
        var run = System.getProperty("leerkring.run", UUID.randomUUID().toString());
        try {
            folder = Files.createDirectories(Path.of("target", "seen-pages", run));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A name for this page; empty for one that was seen, as one is that differs in tokens and numbers alone. */
    Optional<String> add(String html) {
        return addText(DIGIT.matcher(TOKEN.matcher(html).replaceAll("")).replaceAll("0"));
    }

    /** Whether this page has an element that no page had, by its kind, its class and the names of what else it says. */
    boolean addElements(String html) {
        // All of them are kept, and not those alone that come before the first new one.
        return TAG.matcher(html)
                .results()
                .map(tag -> VALUE.matcher(tag.group()).replaceAll(""))
                .distinct()
                .filter(element -> addText(element).isPresent())
                .count() > 0;
    }

    private Optional<String> addText(String page) {
        var name = UUID.nameUUIDFromBytes(page.getBytes(UTF_8)).toString();
        try {
            Files.createFile(folder.resolve(name));
            return Optional.of(name);
        } catch (FileAlreadyExistsException seen) {
            return Optional.empty();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
