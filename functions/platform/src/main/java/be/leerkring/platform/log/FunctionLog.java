package be.leerkring.platform.log;

import be.leerkring.platform.table.Rehearsal;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import org.slf4j.Logger;

/**
 * Lines of JSON, from warnings on, and metrics as they are. Logback finds this as a service. In code and not in a file
 * of Logback's, for to read that takes seven hundred classes, a twelfth of a function's start.
 */
public final class FunctionLog extends ContextAwareBase implements Configurator {

    /** Both write what an exception says, and that may be an address with a token in it; Surprises tells it without. */
    private static final List<String> SILENT = List.of("io.micronaut.http.server.RouteExecutor",
            "io.micronaut.servlet.http.ServletHttpHandler");

    /** CloudWatch reads metrics from lines that are JSON and nothing else. What is only rehearsed leaves none. */
    private static final class Plain extends LayoutBase<ILoggingEvent> {

        @Override
        public String doLayout(ILoggingEvent event) {
            return Rehearsal.isOn() ? "" : event.getFormattedMessage() + System.lineSeparator();
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        var metrics = log.getLogger("metrics");
        metrics.setAdditive(false);
        metrics.setLevel(Level.toLevel(System.getProperty("metrics"), Level.INFO));
        metrics.addAppender(console(log, metricLines(log)));
        SILENT.forEach(name -> log.getLogger(name).setLevel(Level.OFF));
        var root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console(log, jsonLines()));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Encoder<ILoggingEvent> metricLines(LoggerContext log) {
        var layout = new Plain();
        layout.setContext(log);
        layout.start();
        var lines = new LayoutWrappingEncoder<ILoggingEvent>();
        lines.setLayout(layout);
        return lines;
    }

    private static Encoder<ILoggingEvent> jsonLines() {
        var lines = new JsonEncoder();
        lines.setWithSequenceNumber(false);
        lines.setWithNanoseconds(false);
        lines.setWithThreadName(false);
        lines.setWithContext(false);
        lines.setWithMessage(false);
        lines.setWithArguments(false);
        lines.setWithFormattedMessage(true);
        return lines;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext log, Encoder<ILoggingEvent> lines) {
        lines.setContext(log);
        lines.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(log);
        console.setEncoder(lines);
        console.start();
        return console;
    }
}
