package be.leerkring.local.observing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.local.scenario.FunctionSite;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever meets an error has a number to mention, and by it the logs say what happened. */
final class RequestNumberTest {

    private static final Pattern NUMBER = Pattern.compile("<code class=\"request-number\">([^<]+)</code>");

    private final QuietSite quiet = new QuietSite(Instant.parse("2017-02-15T08:00:00Z"));
    private final List<Site> sites = List.of(quiet.site(), new FunctionSite(quiet.context()));
    private final Logger logger = (Logger) LoggerFactory.getLogger("be.leerkring.platform.web.Surprises");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        quiet.close();
    }

    @Test
    void thePageOfAnErrorAndItsLogHaveTheSameNumber() {
        quiet.database().client().deleteTable(request -> request.tableName(QuietSite.TABLE));

        assertThat(sites).allSatisfy(site -> {
            log.list.clear();
            var answer = site.send("GET", "/", Map.of("accept-language", "nl"), "");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).contains("Vermeld dit nummer: <code class=\"request-number\">");
            var number = NUMBER.matcher(answer.body()).results().findFirst().orElseThrow().group(1);
            assertThat(log.list).singleElement().satisfies(
                    line -> assertThat(line.getMDCPropertyMap()).containsEntry("requestId", number));
            assertThat(site.send("GET", "/", Map.of("accept-language", "en"), "").body())
                    .contains("Mention this number: <code class=\"request-number\">")
                    .doesNotContain(number);
        });
    }

    @Test
    void whatIsNoErrorOfOursHasNone() {
        assertThat(sites).allSatisfy(site -> assertThat(site.send("GET", "/nowhere", Map.of(), ""))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(404))
                .satisfies(answer -> assertThat(answer.body()).doesNotContain("class=\"request-number\"")));
    }

    /** By it a line of the access log leads to those of the function, and neither says who asked for what. */
    @Test
    void theAccessLogHasTheNumberOfTheRequestAndThatOfItsFunction() throws IOException {
        var site = StackTemplate.read(Project.root().resolve("template.yaml"), Map.of("Table.Table", QuietSite.TABLE))
                .resources("AWS::Serverless::HttpApi")
                .getFirst();
        var format = ((Map<?, ?>) site.properties().get("AccessLogSettings")).get("Format").toString();

        assertThat(new JsonMapper().readTree(format).properties())
                .extracting(entry -> entry.getKey() + " " + entry.getValue().asText())
                .contains(
                        "requestId $context.requestId",
                        "functionRequestId $context.integration.requestId",
                        "method $context.httpMethod",
                        "route $context.routeKey");
        assertThat(format).doesNotContain("$context.path", "$context.identity", "queryString");
    }
}
