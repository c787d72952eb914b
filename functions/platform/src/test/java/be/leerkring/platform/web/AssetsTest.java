package be.leerkring.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetsTest {

    private static final Path FOLDER = Path.of("..", "assets");

    private final Assets assets = new Assets();

    @ParameterizedTest
    @CsvSource({
            "leerkring.css, text/css; charset=utf-8",
            "ring.svg, image/svg+xml; charset=utf-8",
            "check-in.js, text/javascript; charset=utf-8"
    })
    void aFileOfTheFolderIsServedByWhatItsNameEndsWith(String name, String type) throws IOException {
        var answer = assets.asset(name);

        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.body()).isEqualTo(Files.readString(FOLDER.resolve(name)));
    }

    @Test
    void aLibraryIsServedUnderItsVersionAndItsLicenceStandsBeside() throws IOException {
        assertThat(assets.vendors("jsqr-1.4.0", "jsQR.js").body())
                .isEqualTo(Files.readString(FOLDER.resolve("vendor/jsqr-1.4.0/jsQR.js")));
        assertThat(AssetsTest.class.getResource("/assets/vendor/jsqr-1.4.0/LICENSE")).isNotNull();
        assertThat(assets.vendors("jsqr-1.4.0", "LICENSE").status().getCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", ".", "..", "js", ".js", "no-such.js", "footer.txt", "vendor", "../logback.xml", "../assets/ring.svg",
            "..%2fring.svg", "vendor/jsqr-1.4.0/jsQR.js", "/ring.svg", "./ring.svg", "ring.svg/", "ring..svg",
            "..\\ring.svg", "ring.svg\u0000.js", "ring.svg\n"
    })
    void whateverElseIsAskedForIsNotThere(String name) {
        assertThat(assets.asset(name).status().getCode()).isEqualTo(HttpStatus.NOT_FOUND.getCode());
        assertThat(assets.vendors("..", name).status().getCode()).isEqualTo(HttpStatus.NOT_FOUND.getCode());
        assertThat(assets.vendors(name, "ring.svg").status().getCode()).isEqualTo(HttpStatus.NOT_FOUND.getCode());
    }
}
