package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** The links at the foot of every page, as {@code functions/assets/footer.txt} lists them, and those of the menu. */
public record Footer(List<Footer.Link> links) {

    private static final String FILE = "/assets/footer.txt";

    /** The one that finds what somebody's mails led to: pages of links that do not work lead there too. */
    private static final String FINDING = "layout.find";

    /**
     * One of them.
     *
     * @param path the address that it leads to
     * @param text the key of the text that it shows
     * @param inMenu whether it stands at the head of a page too
     */
    public record Link(String path, String text, boolean inMenu) {

        private static Link of(String line) {
            var words = List.of(line.split(" "));
            return new Link(words.getFirst(), words.get(1), words.getLast().equals("menu"));
        }

        /** For {@code aria-current}, on the page at this path; null elsewhere, so that jte leaves it out. */
        public String current(String here) {
            return here.equals(path) ? "page" : here.startsWith(path + "/") ? "true" : null;
        }
    }

    /** Those at the head. */
    List<Link> menu() {
        return links.stream().filter(Link::inMenu).toList();
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
