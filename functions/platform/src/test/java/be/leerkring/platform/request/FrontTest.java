package be.leerkring.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontTest {

    private static final String API = "x1y2z3.execute-api.eu-west-1.amazonaws.com";
    private static final String EDGE = "130.176.0.1";

    private final Front front = new Front("netwerk.example.org", "geheim");
    private final APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
            .withRequestContext(RequestContext.builder()
                    .withHttp(RequestContext.Http.builder().withSourceIp(EDGE).build())
                    .build())
            .build();

    @ParameterizedTest
    @CsvSource({
            "198.51.100.10:46532, 198.51.100.10",
            "2001:db8:85a3:8d3:1319:8a2e:370:7348:46532, 2001:db8:85a3:8d3:1319:8a2e:370:7348",
            "[2001:db8::1]:443, 2001:db8::1"
    })
    void whatCameByTheFrontHasTheHostAndTheSourceThatTheBrowserHad(String viewer, String source) {
        var headers = undone(front, "geheim", viewer);

        assertThat(headers).containsEntry("Host", "netwerk.example.org").doesNotContainKey("x-front-secret");
        assertThat(source()).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "geheim ", "GEHEIM", "ander", "netwerk.example.org"})
    void whoeverDoesNotKnowTheSecretCountsAsComingFromWhereTheyComeFrom(String secret) {
        var headers = undone(front, secret, "198.51.100.10:46532");

        assertThat(headers).containsEntry("host", API).doesNotContainKey("x-front-secret");
        assertThat(source()).isEqualTo(EDGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "geheim"})
    void withoutAFrontNoSecretIsRight(String secret) {
        var headers = undone(new Front("", ""), secret, "198.51.100.10:46532");

        assertThat(headers).containsEntry("host", API);
        assertThat(source()).isEqualTo(EDGE);
    }

    @Test
    void onlyTheNetworksOwnNameIsOwn() {
        assertThat(front.isOwn("netwerk.example.org")).isTrue();
        assertThat(front.isOwn(API)).isFalse();
        assertThat(front.isOwn(null)).isFalse();
        assertThat(new Front("", "").isOwn("")).isFalse();
    }

    private Map<String, String> undone(Front met, String secret, String viewer) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("host", API);
        headers.put("x-front-secret", secret);
        headers.put("cloudfront-viewer-address", viewer);
        met.undo(event, headers);
        return headers;
    }

    private String source() {
        return event.getRequestContext().getHttp().getSourceIp();
    }
}
