package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The keys of texts as code and templates spell them: whole, or as the beginning of one that is put together. */
class TextKeysTest {

    /** A string of two words or more with points between them, and what follows it. */
    private static final Pattern STRING = Pattern
            .compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9-]+)+)(?:\"|(\\.?\"\\s*\\+))");

    /** Names of hosts, which no text's key ends like. */
    private static final Pattern HOST = Pattern.compile(".*\\.(com|be)");

    /** Names of files. */
    private static final Set<String> NO_KEYS = Set.of("time.txt", "check-in.js", "speed-dating.js");

    @Test
    void everyKeyThatTheCodeAsksForIsInTheFile() throws IOException {
        var keys = keys();
        var begins = keys.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        var wrong = new ArrayList<String>();
        var spelt = 0;
        for (var file : sources()) {
            var strings = STRING.matcher(Files.readString(file));
            while (strings.find()) {
                var string = strings.group(1);
                if (begins.contains(string.split("\\.")[0]) && !NO_KEYS.contains(string)
                        && !HOST.matcher(string).matches()) {
                    spelt++;
                    var beginning = strings.group(2) == null ? string + "." : string;
                    if (!keys.contains(string) && keys.stream().noneMatch(key -> key.startsWith(beginning))) {
                        wrong.add(file.getFileName() + ": " + string);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(spelt).as("keys that were looked at").isGreaterThan(1_000);
    }

    private static Set<String> keys() throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Project.root().resolve("functions/languages/nl.properties"))) {
            texts.load(file);
        }
        return texts.stringPropertyNames();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Project.root())) {
            return files.filter(file -> file.toString().contains("/src/main/"))
                    .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
                    .toList();
        }
    }
}
