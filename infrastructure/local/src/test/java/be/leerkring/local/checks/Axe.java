package be.leerkring.local.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * axe in a page that is open: loaded once, run at each look, and asked for nothing but what is wrong. Its own Java
 * builder loads it anew at each run and brings back all that is right as well, which takes most of the time.
 */
public final class Axe {

    /** WCAG 2.2, levels A and AA, and what axe calls best practice. */
    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");

    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String SCRIPT = script();

    private static final String RUN = """
            async only => {
                const found = await axe.run({exclude: [['iframe']]}, {runOnly: only, resultTypes: ['violations']});
                return found.violations.flatMap(violation => violation.nodes.map(node =>
                    `${violation.id} ${node.html} ${node.failureSummary}`));
            }""";

    private final Page page;

    public Axe(Page page) {
        this.page = page;
        page.evaluate(SCRIPT);
    }

    /** What is wrong: by all rules in the light; in the dark by those about colours, for no others change there. */
    public List<?> look(ColorScheme scheme) {
        var only = scheme == ColorScheme.DARK
                ? Map.of("type", "rule", "values", OF_COLOURS)
                : Map.of("type", "tag", "values", TAGS);
        return (List<?>) page.evaluate(RUN, only);
    }

    private static String script() {
        try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
