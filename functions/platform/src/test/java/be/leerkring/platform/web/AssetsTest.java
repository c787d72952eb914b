package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetsTest {

    private static final Path FOLDER = Path.of("..", "assets");

    private static final Pattern PAGE = Pattern.compile("\\.\\./assets/[^/]+\\.(?:css|js)|.*/main/jte/.*\\.jte");

    private final Assets assets = new Assets();

    @ParameterizedTest
    @CsvSource({
            "favicon.svg, image/svg+xml; charset=utf-8",
            "check-in.js, text/javascript; charset=utf-8",
            "share.png, image/png",
            "apple-touch-icon.png, image/png"
    })
    void aFileOfTheFolderIsServedByWhatItsNameEndsWith(String name, String type) throws IOException {
        var answer = assets.asset(name(Assets.path(name)));

        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(FOLDER.resolve(name)));
    }

    @Test
    void underTheNameThatPagesHaveForItAFileIsKeptForGood() {
        var path = Assets.path("leerkring.css");

        assertThat(path).matches("/assets/leerkring\\.[0-9a-f]{8}\\.css");
        assertThat(assets.asset(name(path)).header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
    }

    /** What follows a comment begins where it stood, and no rule is lost. */
    @Test
    void aStylesheetIsServedWithoutItsComments() throws IOException {
        var answer = assets.asset(name(Assets.path("leerkring.css")));
        var served = new String(answer.body(), UTF_8);

        assertThat(answer.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(served).doesNotContain("/*", "*/").startsWith("\n:root {").hasSizeGreaterThan(40_000);
        assertThat(served.lines().filter(line -> line.contains("{")))
                .containsExactlyElementsOf(Files.readAllLines(FOLDER.resolve("leerkring.css")).stream()
                        .filter(line -> line.contains("{"))
                        .toList());
    }

    @Test
    void theIconIsWhereBrowsersLookForIt() throws IOException {
        assertThat(assets.icon().body()).isEqualTo(Files.readAllBytes(FOLDER.resolve("favicon.ico")))
                .startsWith(0, 0, 1, 0);
        assertThat(assets.icon().header("Cache-Control")).isEqualTo("public, max-age=86400");
    }

    /** During a deploy a page of the one version can ask a function of the other. */
    @ParameterizedTest
    @ValueSource(strings = {"leerkring.css", "leerkring.00000000.css", "leerkring.0badcafe.css"})
    void underAnotherVersionsNameItIsServedAsItIsForAMinute(String name) {
        var answer = assets.asset(name);

        assertThat(answer.body()).isEqualTo(assets.asset(name(Assets.path("leerkring.css"))).body());
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void aFileThatIsNotThereIsAMistakeOfThePageThatNamesIt() {
        assertThatThrownBy(() -> Assets.path("none.css")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.css");
    }

    @Test
    void aLibraryIsServedForGoodUnderItsVersionAndItsLicenceStandsBeside() throws IOException {
        var answer = assets.vendors("jsqr-1.4.0", "jsQR.js");

        assertThat(answer.body()).isEqualTo(Files.readAllBytes(FOLDER.resolve("vendor/jsqr-1.4.0/jsQR.js")));
        assertThat(answer.header("Cache-Control")).endsWith("immutable");
        assertThat(AssetsTest.class.getResource("/assets/vendor/jsqr-1.4.0/LICENSE")).isNotNull();
        assertThat(assets.vendors("jsqr-1.4.0", "LICENSE").status().getCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", ".", "..", "js", ".js", "no-such.js", "footer.txt", "vendor", "../languages/nl.properties",
            "../assets/favicon.svg",
            "..%2ffavicon.svg", "vendor/jsqr-1.4.0/jsQR.js", "/favicon.svg", "./favicon.svg", "favicon.svg/",
            "favicon..svg", "..\\favicon.svg", "favicon.svg\u0000.js", "favicon.svg\n", "no-such.00000000.js",
            "footer.00000000.txt", "../favicon.00000000.svg", ".00000000.svg", "favicon.0000000.svg"
    })
    void whateverElseIsAskedForIsNotThere(String name) {
        assertThat(assets.asset(name).status().getCode()).isEqualTo(HttpStatus.NOT_FOUND.getCode());
        assertThat(assets.vendors("..", name).status().getCode()).isEqualTo(HttpStatus.NOT_FOUND.getCode());
        assertThat(assets.vendors(name, "favicon.svg").status().getCode()).isEqualTo(HttpStatus.NOT_FOUND.getCode());
    }

    /** A file under its bare name is kept for a minute, and asked for again by every page. */
    @Test
    void noPageNamesAFileButByItsSum() throws IOException {
        var bare = Pattern.compile("/assets/(?!vendor/)|url\\((?![\"']?data:)");
        var found = new ArrayList<Path>();
        var looked = 0;
        for (var folder : List.of(Path.of(".."), Path.of("..", "..", "infrastructure", "local", "src"))) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(each -> PAGE.matcher(each.toString()).matches()).toList()) {
                    looked++;
                    if (bare.matcher(Files.readString(file)).find()) {
                        found.add(file);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(looked).isGreaterThan(100);
    }

    private static String name(String path) {
        return path.substring("/assets/".length());
    }
}
