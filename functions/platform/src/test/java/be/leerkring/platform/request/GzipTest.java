package be.leerkring.platform.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipTest {

    private static final String PAGE = "<p>Lerend netwerk – één bladzijde</p>\n".repeat(100);

    @Test
    void aPageIsCompressedForWhoeverTakesIt() throws IOException {
        var answer = Gzip.pack(asked("gzip, deflate, br, zstd"), page("text/html; charset=utf-8", PAGE));

        assertThat(answer.getIsBase64Encoded()).isTrue();
        assertThat(answer.getHeaders()).containsEntry("Content-Encoding", "gzip").doesNotContainKey("content-length");
        var packed = Base64.getDecoder().decode(answer.getBody());
        assertThat(packed.length).isLessThan(PAGE.length() / 10);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(new String(unpacked.readAllBytes(), UTF_8)).isEqualTo(PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br;q=1.0, gzip;q=0.8, *;q=0.1", "x-gzip", "*", "gzip ; q=0.001"})
    void whoeverNamesItOrAnythingTakesIt(String encodings) {
        assertThat(Gzip.pack(asked(encodings), page("text/css", PAGE)).getIsBase64Encoded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.0", "gzip;q=0.000", "gzipped", "deflate;q=1",
            "*, gzip;q=0", "*;q=0"})
    void whoeverDoesNotGetsThePageAsItIs(String encodings) {
        assertUntouched(Gzip.pack(asked(encodings), page("text/html", PAGE)));
    }

    @Test
    void aRequestWithoutHeadersGetsThePageAsItIs() {
        assertUntouched(Gzip.pack(new APIGatewayV2HTTPEvent(), page("text/html", PAGE)));
    }

    @Test
    void whatIsShortOrNoTextOrPackedIsLeftAlone() {
        assertThat(Gzip.pack(asked("gzip"), page("text/html", "<p>Kort</p>")).getBody()).isEqualTo("<p>Kort</p>");
        assertUntouched(Gzip.pack(asked("gzip"), page("image/png", PAGE)));
        var packed = page("text/html", PAGE);
        packed.setHeaders(Map.of("content-type", "text/html", "CONTENT-ENCODING", "br"));
        assertUntouched(Gzip.pack(asked("gzip"), packed));
        var empty = APIGatewayV2HTTPResponse.builder().withStatusCode(303).withHeaders(Map.of()).build();
        assertThat(Gzip.pack(asked("gzip"), empty).getBody()).isNull();
    }

    /** BREACH: the length would tell another site whether what it asked for stands there. */
    @Test
    void whatAnotherSiteAsksForByAQueryIsNotCompressed() {
        assertUntouched(Gzip.pack(asked("gzip", "cross-site", "query=an"), page("text/html", PAGE)));
        assertThat(Gzip.pack(asked("gzip", "cross-site", ""), page("text/html", PAGE)).getIsBase64Encoded()).isTrue();
        assertThat(Gzip.pack(asked("gzip", "same-origin", "query=an"), page("text/html", PAGE)).getIsBase64Encoded())
                .isTrue();
    }

    private static void assertUntouched(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getIsBase64Encoded()).isFalse();
        assertThat(answer.getBody()).isEqualTo(PAGE);
    }

    private static APIGatewayV2HTTPEvent asked(String encodings) {
        return asked(encodings, "none", "");
    }

    private static APIGatewayV2HTTPEvent asked(String encodings, String site, String query) {
        return APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("accept-encoding", encodings, "sec-fetch-site", site))
                .withRawQueryString(query)
                .build();
    }

    private static APIGatewayV2HTTPResponse page(String type, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("content-type", type, "content-length", Integer.toString(body.length())))
                .withBody(body)
                .build();
    }
}
