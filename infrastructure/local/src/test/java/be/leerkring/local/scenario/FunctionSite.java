package be.leerkring.local.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.local.Site;
import be.leerkring.platform.web.SiteFunction;
import be.leerkring.testing.Answer;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;

/** The handler of the functions behind the site, in this process: it takes events as Lambda hands them over. */
public final class FunctionSite implements Site {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final String DOMAIN = "leerkring.execute-api.eu-west-1.amazonaws.com";

    private final SiteFunction function;
    private final LambdaSite gateway = new LambdaSite(DOMAIN, Map.of(new HttpRoute("ANY", "$default"), this::invoke));

    private Duration used = Duration.ZERO;

    public FunctionSite(ApplicationContext context) {
        function = new SiteFunction(context);
    }

    @Override
    public Answer send(String method, String path, Map<String, String> headers, String body) {
        return gateway.send(method, path, headers, body);
    }

    /** The processor's time that the last request took; nothing else that the machine does counts. */
    public Duration used() {
        return used;
    }

    private String invoke(String event) {
        var written = new ByteArrayOutputStream();
        var started = CLOCK.getCurrentThreadCpuTime();
        try {
            function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), written, null);
        } catch (IOException broken) {
            throw new UncheckedIOException(event, broken);
        }
        used = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - started);
        return written.toString(UTF_8);
    }
}
