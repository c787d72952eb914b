package be.leerkring.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's own files are: the laptop reads the template that would be deployed. */
public final class Project {

    private Project() {}

    /** The folder that holds {@code template.yaml}: this one or the nearest above it. */
    public static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("template.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "There is no template.yaml here or above; start Leerkring from its own folder, by bin/dev");
    }
}
