package be.leerkring.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the site answered.
 *
 * @param headers by their names in lower case
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {

    private static final Pattern FIELD = Pattern.compile(
            "<input((?:[^>\"]|\"[^\"]*\")*)>|<textarea([^>]*)>([^<]*)</textarea>|<select([^>]*)>(.*?)</select>",
            Pattern.DOTALL);

    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");

    /** The first header of this name, given in lower case; empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** The cookies, with their attributes. */
    public List<String> cookies() {
        return headers.getOrDefault("set-cookie", List.of());
    }

    /** Where it leads; empty where it leads nowhere. */
    public String location() {
        return header("location");
    }

    /**
     * The fields that a browser would send, of all forms of the page, filled in further: a field's name, its value, and
     * so on.
     */
    public Map<String, String> form(String... namesAndValues) {
        var fields = fields();
        for (int name = 0; name < namesAndValues.length; name += 2) {
            fields.put(namesAndValues[name], namesAndValues[name + 1]);
        }
        return fields;
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(body).results().forEach(found -> {
            if (found.group(2) != null) {
                fields.put(attribute(found.group(2), "name"), text(found.group(3)));
            } else if (found.group(4) != null) {
                var selected = SELECTED.matcher(found.group(5));
                fields.put(attribute(found.group(4), "name"), selected.find() ? selected.group(1) : "");
            } else if (!found.group(1).contains("checkbox") || found.group(1).contains(" checked")) {
                fields.put(attribute(found.group(1), "name"), attribute(found.group(1), "value"));
            }
        });
        return fields;
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? text(found.group(1)) : "";
    }

    /** The page's words, without its marks. */
    public String text() {
        return text(body.replaceAll("<[^>]*>", " ")).replaceAll("[\\s\u00A0]+", " ");
    }

    private static String text(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
