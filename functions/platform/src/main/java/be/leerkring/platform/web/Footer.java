package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** The links at the foot of every page, as {@code functions/assets/footer.txt} lists them. */
public record Footer(List<Footer.Link> links) {

    private static final String FILE = "/assets/footer.txt";

    /** The one that finds what somebody's mails led to: pages of links that do not work lead there too. */
    private static final String FINDING = "layout.find";

    /**
     * One of them.
     *
     * @param path the address that it leads to
     * @param text the key of the text that it shows
     */
    public record Link(String path, String text) {

        private static Link of(String line) {
            var space = line.indexOf(' ');
            return new Link(line.substring(0, space), line.substring(space + 1));
        }
    }

    /** The link to the page that mails its readers what they lost. */
    Link finding() {
        return links.stream().filter(link -> link.text().equals(FINDING)).findFirst().orElseThrow();
    }

    static Footer read() {
        try (var lines = new BufferedReader(new InputStreamReader(Footer.class.getResourceAsStream(FILE), UTF_8))) {
            return new Footer(lines.lines().map(Link::of).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read functions" + FILE, unreadable);
        }
    }
}
