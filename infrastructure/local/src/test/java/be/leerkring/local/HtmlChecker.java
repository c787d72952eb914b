package be.leerkring.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The Nu HTML checker, in a thread of its own: its schema of HTML nests deeper than a usual stack. */
final class HtmlChecker implements AutoCloseable {

    private static final long STACK = 1L << 26;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(null, work, "html-checker", STACK));

    /** The errors and warnings, one a line. */
    List<String> check(String html) {
        return CompletableFuture.supplyAsync(() -> report(html), thread)
                .join()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String report(String html) {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        checker.setForceHTML(true);
        try {
            return checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | SAXException broken) {
            throw new CompletionException(broken);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
