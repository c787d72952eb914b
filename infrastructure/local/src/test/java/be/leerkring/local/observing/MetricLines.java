package be.leerkring.local.observing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** The lines of metrics that are written while this listens. */
final class MetricLines implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Logger logger = (Logger) LoggerFactory.getLogger("metrics");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    MetricLines() {
        log.start();
        logger.addAppender(log);
    }

    /** As they are. */
    List<String> all() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** As CloudWatch reads each of them: {@code Mails {Kind=confirmed, Stack=leerkring, State=sent}}. */
    List<String> metrics() {
        return all().stream().map(MetricLines::metric).toList();
    }

    private static String metric(String line) {
        var read = read(line);
        var directive = read.at("/_aws/CloudWatchMetrics/0");
        var dimensions = new TreeMap<String, String>();
        directive.at("/Dimensions/0").forEach(name -> dimensions.put(name.asText(), read.path(name.asText()).asText()));
        return directive.at("/Metrics/0/Name").asText() + " " + dimensions;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException none) {
            throw new IllegalStateException(line, none);
        }
    }

    @Override
    public void close() {
        logger.detachAppender(log);
    }
}
