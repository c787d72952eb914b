package be.leerkring.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window and without the calls home that it makes by itself. */
public final class Chromium implements AutoCloseable {

    /** The one that never has a window does the same in two thirds of the time. */
    private static final Path PROGRAM = Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no Chromium in /usr/bin"));

    private static final ThreadLocal<Chromium> OF_THREADS = ThreadLocal.withInitial(() -> new Chromium(List.of()));

    private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    /**
     * @param more of the program's arguments, such as a camera to make believe
     */
    Chromium(List<String> more) {
        var arguments = new ArrayList<>(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--in-process-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        arguments.addAll(more);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(arguments));
    }

    /**
     * The one of this thread, for all of its tests: a browser may only be talked to by the thread that started it. It
     * goes with the JVM.
     */
    public static Chromium ofThisThread() {
        return OF_THREADS.get();
    }

    /** The browser. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
