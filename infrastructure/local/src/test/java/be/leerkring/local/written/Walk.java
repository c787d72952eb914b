package be.leerkring.local.written;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who follows every link there is, on a narrow phone. */
final class Walk {

    /** WCAG 2.2, success criterion 1.4.10. */
    static final int WIDTH = 320;

    private static final int HEIGHT = 640;

    /** What is no page; and the log, which keeps what was said without its language. */
    private static final Pattern NO_PAGE = Pattern
            .compile(".*\\.(ics|csv|json|graphml|svg|png|ico|xml|txt|js|css)|.*/open|.*/log|/local.*|.*\\?.*");

    private static final String WRONG = """
            () => {
              const wrong = [];
              const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (words.nextNode()) {
                const place = words.currentNode.parentElement;
                // they hold a day in the page's language too, and no element that could tell the two apart
                if (place.matches('option, title')) {
                  continue;
                }
                for (const word of words.currentNode.data.matchAll(/woord-(nl|en|fr)/g)) {
                  const language = place.closest('[lang]')?.lang;
                  if (language !== word[1]) {
                    wrong.push(`${word[0]} as ${language} in ${place.outerHTML.slice(0, 160)}`);
                  }
                }
              }
              const wide = document.documentElement.scrollWidth;
              if (wide > window.innerWidth) {
                const widest = [...document.body.querySelectorAll('*')]
                    .filter(one => one.getBoundingClientRect().right > window.innerWidth && !one.closest('.scroll'))
                    .slice(0, 3).map(one => one.outerHTML.slice(0, 120));
                wrong.push(`${wide} wide: ${widest.join(' / ')}`);
              }
              return wrong;
            }""";

    private static final String LINKS = "[...document.links].map(link => link.href)";

    private final String site;
    private final Page page;
    private final Set<String> seen = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    Walk(String site, BrowserContext context) {
        this.site = site;
        this.page = context.newPage();
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** All pages that can be reached from these, each once. */
    Walk from(List<String> paths) {
        var ahead = new ArrayDeque<>(paths);
        while (!ahead.isEmpty()) {
            var path = ahead.poll();
            if (seen.add(path)) {
                var answer = page.navigate(site + path);
                if (isPage(answer)) {
                    look(path);
                    links().filter(link -> !seen.contains(link)).forEach(ahead::add);
                }
            }
        }
        return this;
    }

    private static boolean isPage(Response answer) {
        return answer != null && answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private Stream<String> links() {
        return ((List<?>) page.evaluate(LINKS)).stream()
                .map(String::valueOf)
                .filter(link -> link.startsWith(site + "/"))
                .map(link -> link.substring(site.length()).replaceFirst("#.*", ""))
                .filter(link -> !NO_PAGE.matcher(link).matches());
    }

    /** A mail, which is no page of the site. */
    void mail(String subject, String html) {
        // what the site lets its own pages do holds for whatever stands in one's place
        page.navigate("about:blank");
        page.setContent(html);
        look("mail: " + subject);
    }

    private void look(String place) {
        ((List<?>) page.evaluate(WRONG)).forEach(one -> wrong.add(place + ": " + one));
    }

    /** The pages that were looked at. */
    Set<String> seen() {
        return seen;
    }

    List<String> wrong() {
        return wrong;
    }
}
