package be.leerkring.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class MetricsTest {

    private static final Instant NOW = Instant.parse("2017-03-23T13:30:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger("metrics");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Metrics metrics = new Metrics(Clock.fixed(NOW, ZoneOffset.UTC), "leerkring-staging");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void aLineIsWhatTheSpecificationOfTheEmbeddedMetricFormatAsksFor() throws IOException {
        metrics.write("Mails", Metrics.Unit.COUNT, 3, Map.of("State", "sent", "Kind", "confirm-request"));

        assertThat(new JsonMapper().readTree(line())).isEqualTo(new JsonMapper().readTree("""
                {
                  "_aws": {
                    "Timestamp": 1490275800000,
                    "CloudWatchMetrics": [{
                      "Namespace": "Leerkring",
                      "Dimensions": [["Kind", "Stack", "State"]],
                      "Metrics": [{"Name": "Mails", "Unit": "Count"}]
                    }]
                  },
                  "Kind": "confirm-request",
                  "Stack": "leerkring-staging",
                  "State": "sent",
                  "Mails": 3
                }
                """));
    }

    @Test
    void whatIsCountedIsOneMore() throws IOException {
        metrics.count("Busy");

        var line = new JsonMapper().readTree(line());
        assertThat(line.path("Busy").asInt()).isEqualTo(1);
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0/0").asText()).isEqualTo(Metrics.STACK);
    }

    @Test
    void nothingAboutAPersonGetsIntoALine() throws IOException {
        for (var told : new String[] {"noor@example.org", "Noor Peeters", "een.sessie.dGVzdA", "\",\"x\":\"", "",
                "é"}) {
            log.list.clear();
            metrics.write("Mails", Metrics.Unit.COUNT, 1, Map.of("Kind", told));

            assertThat(new JsonMapper().readTree(line()).path("Kind").asText()).isEqualTo("other");
            assertThat(told.isEmpty() || !line().contains(told)).isTrue();
        }
    }

    private String line() {
        return log.list.getLast().getFormattedMessage();
    }
}
