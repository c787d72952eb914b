package be.leerkring.local.front;

import be.leerkring.testing.Answer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a browser loads with a page. */
final class Linked {

    private static final Pattern LOADED = Pattern
            .compile("<link rel=\"(?:icon|stylesheet)\" href=\"([^\"]+)\"|<(?:script|img)[^>]* src=\"([^\"]+)\"");

    private Linked() {}

    /** Its stylesheet, icon, scripts and pictures. The stylesheet itself loads nothing: AssetsTest sees to it. */
    static List<String> by(Answer page) {
        return LOADED.matcher(page.body()).results().map(Linked::address).distinct().toList();
    }

    private static String address(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
