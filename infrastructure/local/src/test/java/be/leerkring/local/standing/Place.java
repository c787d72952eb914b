package be.leerkring.local.standing;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a page, without its marks: those of some of its elements, in the page's order. */
record Place(String html) {

    /** What reads as one sentence, or as one label. */
    private static final Pattern PIECE = Pattern.compile("(?s)<(h1|h2|h3|p|li|button|summary)\\b[^>]*>(.*?)</\\1>");

    /** The part of the page from the first of these marks to the next of those. */
    Place between(String from, String until) {
        var start = html.indexOf(from);
        if (start < 0) {
            return new Place("");
        }
        var end = html.indexOf(until, start);
        return new Place(html.substring(start, end < 0 ? html.length() : end));
    }

    /** The pieces of it that aren't about something else. */
    String words(String... others) {
        return PIECE.matcher(html).results()
                .map(piece -> text(piece.group(2)))
                .filter(words -> !words.isEmpty() && Arrays.stream(others).noneMatch(words::contains))
                .collect(Collectors.joining(" | "));
    }

    /** The title of the tab. */
    String title() {
        return text(html.replaceFirst("(?s).*<title>(.*?)</title>.*", "$1"));
    }

    /** The paragraphs of a mail's plain text before its facts, and the name of its button. */
    static String mail(String text, String facts) {
        return Arrays.stream(text.replace("\r\n", "\n").split("\n\n"))
                .skip(1)
                .map(String::strip)
                .filter(piece -> !piece.startsWith(facts) && !piece.startsWith("-- ")
                        && !piece.contains("leerkring.test/\n"))
                .map(piece -> piece.replaceAll(":\nhttps?://\\S+", " →").replace('\n', ' '))
                .takeWhile(piece -> !piece.toLowerCase(Locale.ROOT).matches("(met vriendelijke|kind regards).*"))
                .collect(Collectors.joining(" | "));
    }

    private static String text(String marked) {
        return marked.replaceAll("<span class=\"visually-hidden\">.*?</span>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,])", "$1")
                .strip();
    }
}
