package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Project;
import be.leerkring.platform.text.Domain;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function's zip carries a part of ICU: with it, domains are what they are with all of it. */
class PackagedDomainsIT {

    private static final String ZIP = "functions/registration/target/registration.zip";

    @TempDir
    Path folder;

    @Test
    void everyDomainIsWhatTheWholeLibraryMakesOfIt() throws IOException, ReflectiveOperationException {
        try (var packaged = new URLClassLoader(unpacked(), ClassLoader.getPlatformClassLoader())) {
            var domain = packaged.loadClass(Domain.class.getName());
            var parse = domain.getMethod("parse", String.class);
            for (var typed : domains().toList()) {
                assertThat(parse.invoke(null, typed)).as(typed).hasToString(Domain.parse(typed).toString());
            }
            var shown = domain.getMethod("shown");
            var cafe = domain.getConstructor(String.class).newInstance("xn--caf-dma.be");
            assertThat(shown.invoke(cafe)).isEqualTo("café.be");
        }
    }

    /** Every character by itself, and between a Latin and a Hebrew letter; and what is wrong in each way. */
    private static Stream<String> domains() {
        var characters = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .filter(codePoint -> Character.getType(codePoint) != Character.PRIVATE_USE)
                .mapToObj(Character::toString)
                .flatMap(letter -> Stream.of(letter + ".be", "a" + letter + "\u05d0.be"));
        return Stream.concat(
                characters,
                Stream.of("xn--a.be", "xn--\u00e9.be", "é..be", "é" + "a".repeat(64) + ".be", "é-.be", "a\u200db.be"));
    }

    private URL[] unpacked() throws IOException {
        var places = new ArrayList<URL>();
        try (var zip = new ZipFile(Project.root().resolve(ZIP).toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                places.add(file.toUri().toURL());
            }
        }
        return places.toArray(URL[]::new);
    }
}
