package be.leerkring.local.checks;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, in a thread of its own: its schema of HTML nests deeper than a usual stack. */
public final class HtmlChecker {

    private static final long STACK = 1L << 26;
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(HtmlChecker::thread);
    private final SimpleDocumentValidator checker = inThread(() -> {
        var loaded = new SimpleDocumentValidator();
        loaded.setUpMainSchema(SCHEMA, new Report());
        return loaded;
    });

    private static Thread thread(Runnable work) {
        var deep = new Thread(null, work, "html-checker", STACK);
        deep.setDaemon(true);
        return deep;
    }

    /** The errors and warnings. */
    public List<String> check(String html) {
        return inThread(() -> {
            var report = new Report();
            checker.setUpValidatorAndParsers(report, false, false);
            checker.checkHtmlInputSource(new InputSource(new StringReader(html)));
            return List.copyOf(report.lines);
        });
    }

    private <T> T inThread(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The HTML checker failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Report implements ErrorHandler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void warning(SAXParseException found) {
            lines.add("%d:%d %s".formatted(found.getLineNumber(), found.getColumnNumber(), found.getMessage()));
        }

        @Override
        public void error(SAXParseException found) {
            warning(found);
        }

        @Override
        public void fatalError(SAXParseException found) {
            warning(found);
        }
    }
}
