package be.leerkring.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** bin/deploy --image: what it builds, and the template that it makes of template.yaml. */
class ImageDeployTest extends Deploying {

    @BeforeEach
    void pretendToBuild() throws IOException {
        checkout.script("infrastructure/image/context", "mkdir -p target/image\n");
        checkout.script("path/docker", "echo \"$*\" >>docker.arguments\n");
    }

    @Test
    void anImageIsBuiltForEachRoomAndSamIsGivenTheTemplateOfThem() throws Exception {
        var ended = deployed("--image");

        assertThat(ended.said()).contains("SAM was here");
        assertThat(checkout.read("maven.arguments")).contains("package -DskipTests");
        assertThat(checkout.read("docker.arguments").lines().filter(line -> line.startsWith("build")))
                .hasSize(6)
                .allMatch(line -> line.matches(
                        "build --build-arg ROOM=(\\w+) --tag leerkring-\\1:\\d{8}t\\d{6}z target/image"));
        assertThat(checkout.read("sam.arguments")).contains(
                "--template-file\ntarget/image/template.json", "--resolve-image-repos");
    }

    @Test
    void aRepositoryOfOnesOwnIsUsedInstead() throws Exception {
        deployed("--image", "--image-repository", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/leerkring");

        assertThat(checkout.read("sam.arguments")).contains("--image-repository")
                .doesNotContain("--resolve-image-repos");
    }

    @Test
    void theTemplateHasTheSameFunctionsAndNothingThatOnlyZipsHave() throws Exception {
        deployed("--image");

        var template = new ObjectMapper().readTree(checkout.read("target/image/template.json"));
        var common = template.at("/Globals/Function");
        assertThat(common.has("Handler") || common.has("Runtime")).isFalse();
        assertThat(common.at("/Architectures/0").asText()).isIn("arm64", "x86_64");
        var functions = template.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::Serverless::Function"))
                .toList();
        assertThat(functions).hasSizeGreaterThan(15).allSatisfy(function -> {
            var properties = function.getValue().path("Properties");
            assertThat(properties.properties()).extracting(Map.Entry::getKey)
                    .doesNotContain("CodeUri", "Handler", "Runtime", "SnapStart")
                    .contains("Events", "Policies");
            assertThat(properties.path("PackageType").asText()).isEqualTo("Image");
            assertThat(command(properties, 0)).isEqualTo(function.getKey());
        });
        assertThat(command(template.at("/Resources/MailerFunction/Properties"), 1))
                .isEqualTo("be.leerkring.mailer.OutboxStream");
        assertThat(command(template.at("/Resources/ProgrammeFunction/Properties"), 1))
                .isEqualTo("be.leerkring.platform.web.SiteFunction");
        assertThat(template.at("/Resources/Table/Properties/Location").asText())
                .startsWith("/").endsWith("/infrastructure/table.yaml");
    }

    private static String command(JsonNode properties, int word) {
        return properties.at("/ImageConfig/Command/" + word).asText();
    }

    @Test
    void withoutADockerThatAnswersNothingIsBuilt() throws Exception {
        checkout.script("path/docker", "exit 1\n");

        var ended = deployed("--image");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("no Docker answers here");
        assertNothingBuilt();
    }
}
