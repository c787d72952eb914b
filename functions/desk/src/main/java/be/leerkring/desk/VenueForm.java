package be.leerkring.desk;

import be.leerkring.network.session.Coordinates;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Whereabouts;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.text.WebAddress;
import be.leerkring.platform.web.Fields;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session's venue as it was filled in.
 *
 * @param typed by the names of the fields, of which a text has one for each language, such as {@code directions-nl};
 *     other fields of the same form may stand among them
 */
public record VenueForm(Map<String, String> typed) {

    /** The most characters of a name, a room, a street or a city. */
    public static final int LONGEST = 100;

    static final int LONGEST_POSTCODE = 12;
    static final int LONGEST_TEXT = 1200;
    static final int LONGEST_LINK = 1000;

    private static final List<String> LINES = List.of("venue", "room", "street", "postcode", "city", "position",
            "online");

    private static final List<String> TEXTS = List.of("directions", "access");

    /** The venue as it stands. */
    public static VenueForm of(Session.Venue venue) {
        var whereabouts = venue.whereabouts();
        var typed = new LinkedHashMap<String, String>();
        typed.put("venue", venue.name());
        typed.put("room", whereabouts.room());
        typed.put("street", whereabouts.street());
        typed.put("postcode", whereabouts.postcode());
        typed.put("city", whereabouts.city());
        typed.put("position", whereabouts.coordinates().map(Coordinates::text).orElse(""));
        typed.put("online", whereabouts.online());
        whereabouts.directions().byLanguage().forEach((language, text) -> typed.put("directions-" + language, text));
        whereabouts.access().byLanguage().forEach((language, text) -> typed.put("access-" + language, text));
        return new VenueForm(typed);
    }

    /** What was posted. */
    public static VenueForm of(FormText text) {
        var typed = new LinkedHashMap<String, String>();
        LINES.forEach(name -> typed.put(name, text.line(name)));
        TEXTS.forEach(field -> text.after(field + "-")
                .forEach(language -> typed.put(field + "-" + language, text.lines(field + "-" + language))));
        return new VenueForm(typed);
    }

    /** The names of all fields, from top to bottom. */
    public static List<String> names(List<Language> languages) {
        return Stream.concat(
                LINES.stream(),
                TEXTS.stream().flatMap(field -> languages.stream().map(language -> field + "-" + language.code())))
                .toList();
    }

    /** The fields for a template to print, but for those with these names. */
    public Content fields(Fields fields, List<String> without) {
        return new StaticTemplates().venue(fields, this, without);
    }

    /** What stands in a field. */
    public String text(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether a text is there in another language, and not in this one. */
    public boolean lacks(String field, Language language) {
        return texts(field).lacks(language);
    }

    /** Adds what is wrong with it, for the reader to mend. */
    public void check(FormErrors.Found errors) {
        for (var name : List.of("venue", "room", "street", "city")) {
            errors.field(name, text(name)).longest(LONGEST, "session-form.venue.long").line("session-form.characters");
        }
        errors.field("postcode", text("postcode"))
                .longest(LONGEST_POSTCODE, "session-form.postcode.long")
                .line("session-form.characters");
        errors.field("position", text("position"))
                .wrong(() -> !text("position").isEmpty() && position().isEmpty(), "session-form.position.wrong");
        errors.field("online", text("online"))
                .longest(LONGEST_LINK, "session-form.online.long")
                .wrong(() -> !text("online").isEmpty() && online().isEmpty(), "session-form.online.wrong");
        typed.forEach((name, text) -> {
            if (TEXTS.stream().anyMatch(field -> name.startsWith(field + "-"))) {
                errors.field(name, text)
                        .longest(LONGEST_TEXT, "session-form.summary.long")
                        .lines("session-form.characters");
            }
        });
    }

    /** Adds what everybody has to know before the session is published: a session online may be in no city. */
    public void required(FormErrors.Found errors) {
        errors.field("venue", text("venue")).required("session-form.venue.missing");
        errors.field("city", text("city")).wrong(
                text("city").isEmpty() && text("online").isEmpty(), "session-form.city.missing");
    }

    /** The venue; only of a form in which nothing is wrong. */
    public Session.Venue venue() {
        return new Session.Venue(
                text("venue"),
                new Whereabouts(
                        text("room"),
                        text("street"),
                        text("postcode"),
                        text("city"),
                        position(),
                        texts("directions"),
                        texts("access"),
                        online().map(WebAddress::text).orElse("")));
    }

    private Optional<Coordinates> position() {
        return Coordinates.parse(text("position"));
    }

    private Optional<WebAddress> online() {
        return WebAddress.parse(text("online")).filter(address -> address.scheme().equals("https"));
    }

    private LocalizedText texts(String field) {
        return new LocalizedText(typed.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(field + "-"))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(field.length() + 1), Map.Entry::getValue)));
    }

    /** What differs in the other, field by field; a text's field has a dot before its language. */
    public Stream<Change> changes(VenueForm other) {
        var names = new TreeSet<>(typed.keySet());
        names.addAll(other.typed.keySet());
        return names.stream()
                .map(name -> Change.between(name.replace('-', '.'), text(name), other.text(name)))
                .flatMap(Optional::stream);
    }

    /** Whether it says of another place what was true of this one: how one gets there, or where it is on a map. */
    public boolean isDirectedTo(Session.Venue former) {
        var before = of(former);
        return !venue().full().equals(former.full())
                && typed.keySet().stream()
                        .filter(name -> !LINES.contains(name) || name.equals("position"))
                        .anyMatch(name -> !text(name).isEmpty() && text(name).equals(before.text(name)));
    }
}
