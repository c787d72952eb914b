package be.leerkring.platform.head;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Words;
import be.leerkring.platform.markup.Markup;
import java.util.regex.Pattern;

/**
 * What a page that everybody may find says of itself where its link is shown: in search results, and by those who are
 * sent it.
 *
 * @param title without the network's name, and in which language it is where that can be another than the page's
 * @param description as an organiser writes it; kept as one line of at most {@value #LONGEST} characters
 * @param data what it is about as JSON-LD, which can stand in a page whatever it holds; can be empty
 */
public record Head(Words title, String description, String data) {

    /** What is longer, search engines cut themselves, and not at a word. */
    static final int LONGEST = 160;

    /** What ends a script, opens a comment in one, or ends a line of JavaScript; JSON has all of it as numbers too. */
    private static final Pattern NOT_IN_SCRIPT = Pattern.compile("[<>&\\u2028\\u2029]");

    public Head {
        description = Markup.of(description).summary(LONGEST);
        data = NOT_IN_SCRIPT.matcher(data)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    /** The same of a page that is about nothing that data can tell. */
    public Head(Words title, String description) {
        this(title, description, "");
    }

    /** The same, with a title in the page's language. */
    public Head(String title, String description) {
        this(new Words(title, ""), description);
    }

    /** For {@code lang}: the language of the title where the network's name, that follows, is in that one too. */
    public String lang(Words network, Language page) {
        return title.language().equals(network.language()) ? title.lang(page) : null;
    }
}
