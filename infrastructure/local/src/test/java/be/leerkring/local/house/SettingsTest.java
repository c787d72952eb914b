package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What whoever deploys can set: each parameter of {@code template.yaml} is explained, and none is set for them. */
class SettingsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*)\\|[^|]+\\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void everyParameterHasItsLineAndEveryLineItsParameter() throws IOException {
        var chart = Files.readString(Project.root().resolve("infrastructure/README.md"))
                .replaceFirst("(?s)^.*\n## The parameters\n", "")
                .replaceFirst("(?s)\n## .*$", "");
        var explained = ROW.matcher(chart).results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(template().parameters().keySet());
    }

    /** Or a site would be deployed whose mails nobody gets. */
    @Test
    void noParameterHasASampleAsItsDefault() throws IOException {
        assertThat(Files.readString(Project.root().resolve("template.yaml"))).doesNotContain("@example.");
        assertThat(Files.readString(Project.root().resolve("samconfig.toml"))).doesNotContain("parameter_overrides");
        assertThat(Files.readString(Project.root().resolve("infrastructure/deploy.sample.toml")))
                .contains("Sender = \"\"", "Organisers = []");
    }

    private static StackTemplate template() {
        return StackTemplate.read(Project.root().resolve("template.yaml"));
    }
}
