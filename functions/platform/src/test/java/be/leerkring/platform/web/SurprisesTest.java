package be.leerkring.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SurprisesTest {

    private static final String TOKEN = "pbUw6Fp5dBWhpXhtV9qNvA";

    @ParameterizedTest
    @ValueSource(strings = {
            "/my/een." + TOKEN + "\"", "/my/een sessie." + TOKEN, "/my/" + TOKEN + "/seat|",
            "/confirm/een." + TOKEN + ">",
            "my/" + TOKEN + "["})
    void noMessageTellsTheAddress(String path) {
        var surprise = unreadable(path);

        var told = Surprises.told(new IllegalStateException("At " + path, surprise), path);

        assertThat(told).doesNotContain(TOKEN, "een sessie")
                .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException", "SurprisesTest");
        assertThat(Surprises.told(surprise, path.replace("\"", "%22").replace(" ", "%20"))).doesNotContain(TOKEN);
    }

    private static RuntimeException unreadable(String path) {
        try {
            return new IllegalStateException(URI.create(path).toString());
        } catch (IllegalArgumentException illegal) {
            return illegal;
        }
    }

    @Test
    void whatTheServicesOfTheCloudSayStays() {
        var refused = new UncheckedIOException(
                new IOException("User is not authorized to perform: dynamodb:BatchGetItem"));

        assertThat(Surprises.told(refused, "/")).contains("not authorized to perform: dynamodb:BatchGetItem");
    }
}
