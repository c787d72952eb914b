package be.leerkring.programme.session;

import be.leerkring.desk.VenueForm;
import be.leerkring.network.theme.TypedThemes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.web.FormText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form of a session as it was filled in.
 *
 * @param typed by the names of the fields, which have a hyphen where {@link SessionValues} have a dot
 * @param rows the programme, without the rows that were left or made empty
 * @param base what its reader saw when they began
 */
public record SessionForm(Map<String, String> typed, List<SessionForm.Row> rows, SessionValues base) {

    /** More would fill several screens. */
    static final int MOST_ROWS = 30;

    private static final int EMPTY_ROWS = 3;
    private static final int ROWS_READ = 100;

    private static final List<String> TEXTS = List.of("title", "summary");
    private static final List<String> TIMES = List.of("date", "start", "end");
    private static final List<String> RULES = List.of("audience", "opens", "closes", "othersFrom", "kept", "mostOfOne",
            "capacity");

    /** One line of the programme. */
    record Row(String time, Map<String, String> titles) {

        boolean isEmpty() {
            return time.isEmpty() && titles.values().stream().allMatch(String::isEmpty);
        }

        String title(Language language) {
            return titles.getOrDefault(language.code(), "");
        }

        boolean isWithoutTitle() {
            return titles.values().stream().allMatch(String::isEmpty);
        }
    }

    /** What forms are read and written with. */
    record Words(List<Language> languages, TypedThemes themes, Language reader) {}

    /** The form of a session with these values. */
    static SessionForm of(SessionValues values, SessionValues base, Words words) {
        var typed = new LinkedHashMap<String, String>();
        values.byField().forEach((field, value) -> {
            if (!ProgrammeRows.isItem(field)) {
                typed.put(field.replace('.', '-'), value);
            }
        });
        typed.put("themes", words.themes().names(values.text("themes"), words.reader()));
        return new SessionForm(
                typed,
                ProgrammeRows.in(values.byField()).entrySet().stream()
                        .map(row -> new Row(ProgrammeRows.hour(row.getKey()), row.getValue()))
                        .toList(),
                base);
    }

    /** What was posted; what was no field of that form is as it was. */
    static SessionForm of(FormText text, SessionValues base, Words words) {
        var form = of(base, base, words);
        var typed = new LinkedHashMap<>(form.typed);
        names(words.languages())
                .filter(text::has)
                .forEach(name -> typed.put(name, text.lines(name)));
        if (text.has("audience")) {
            // A box that is not ticked is not sent.
            typed.put("approval", text.line("approval"));
        }
        if (text.has(QuestionFields.SENT)) {
            typed.keySet().removeIf(QuestionFields::isQuestion);
            text.sent().keySet().stream()
                    .filter(QuestionFields::isQuestion)
                    .forEach(name -> typed.put(name, text.line(name)));
        }
        return new SessionForm(typed, text.has("item-0-time") ? rows(text, words.languages()) : form.rows,
                base);
    }

    private static Stream<String> names(List<Language> languages) {
        return Stream.concat(
                TEXTS.stream().flatMap(field -> languages.stream().map(language -> field + "-" + language.code())),
                Stream.of(List.of("themes"), TIMES, VenueForm.names(languages), RULES).flatMap(List::stream));
    }

    private static List<Row> rows(FormText text, List<Language> languages) {
        return IntStream.range(0, ROWS_READ)
                .filter(row -> text.has("item-" + row + "-time"))
                .mapToObj(row -> new Row(
                        text.line("item-" + row + "-time"),
                        languages.stream()
                                .collect(Collectors.toMap(
                                        Language::code,
                                        language -> text.line("item-" + row + "-" + language.code())))))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** What stands in a field. */
    String text(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What stands in the fields of the venue, among others. */
    VenueForm venue() {
        return new VenueForm(typed);
    }

    /** Whether a text is there in another language, and not in this one. */
    boolean lacks(String field, Language language, List<Language> languages) {
        return text(field + "-" + language.code()).isEmpty()
                && languages.stream().anyMatch(other -> !text(field + "-" + other.code()).isEmpty());
    }

    /** The rows with some empty ones after them, to be filled in. */
    List<Row> rowsAndMore() {
        var more = new ArrayList<>(rows);
        for (int added = 0; added < EMPTY_ROWS && more.size() < MOST_ROWS; added++) {
            more.add(new Row("", Map.of()));
        }
        return more;
    }

    /** All fields from top to bottom. */
    List<String> fields(List<Language> languages) {
        var fields = new ArrayList<>(names(languages).toList());
        var programme = fields.indexOf("audience");
        var items = IntStream.range(0, rows.size())
                .mapToObj(row -> row)
                .flatMap(row -> Stream.concat(
                        Stream.of("item-" + row + "-time"),
                        languages.stream().map(language -> "item-" + row + "-" + language.code())))
                .toList();
        fields.addAll(programme, items);
        fields.addAll(QuestionFields.known());
        typed.keySet().stream().filter(QuestionFields::isQuestion).sorted().forEach(fields::add);
        return fields;
    }

    /** The numbers of organisers' own questions, and of some to be filled in. */
    List<Integer> questions() {
        return QuestionFields.numbers(typed, base);
    }

    /** The values; only of a form without errors. */
    SessionValues values(Words words) {
        var values = new TreeMap<>(base.byField());
        values.keySet().removeIf(field -> ProgrammeRows.isItem(field) || QuestionFields.isQuestion(field));
        TEXTS.forEach(field -> words.languages()
                .forEach(language -> values.put(
                        field + "." + language.code(), text(field + "-" + language.code()))));
        Stream.concat(TIMES.stream(), RULES.stream()).forEach(field -> values.put(field, text(field)));
        // As it is kept: a link and a place on a map can be typed in more than one way.
        var venue = VenueForm.of(venue().venue());
        VenueForm.names(words.languages()).forEach(name -> values.put(name.replace('-', '.'), venue.text(name)));
        values.put("themes", String.join(" ", words.themes().ids(text("themes"))));
        values.put("approval", text("approval"));
        List.of("opens", "closes", "othersFrom")
                .forEach(field -> values.computeIfPresent(field, (_, text) -> moment(text)));
        List.of("start", "end").forEach(field -> values.computeIfPresent(field, (_, text) -> hour(text)));
        values.computeIfPresent("date", (_, text) -> text.isEmpty() ? "" : LocalDate.parse(text).toString());
        List.of("kept", "mostOfOne", "capacity")
                .forEach(field -> values.computeIfPresent(
                        field, (_, text) -> text.isEmpty() ? "" : SessionValues.number(Integer.parseInt(text))));
        values.putAll(items(words.languages()));
        values.putAll(QuestionFields.values(typed, base, words.languages()));
        return SessionValues.of(values);
    }

    /** Languages that the network spoke once stay, where the row does. */
    private Map<String, String> items(List<Language> languages) {
        var known = ProgrammeRows.in(base.byField());
        var items = new ProgrammeRows();
        rows.forEach(row -> {
            var titles = new TreeMap<>(known.getOrDefault(hour(row.time()), Map.of()));
            languages.forEach(language -> titles.put(language.code(), row.title(language)));
            titles.values().removeIf(String::isEmpty);
            items.add(hour(row.time()), titles);
        });
        return items.values();
    }

    private static String hour(String typed) {
        return typed.isEmpty() ? "" : LocalTime.parse(typed).withSecond(0).withNano(0).toString();
    }

    private static String moment(String typed) {
        return typed.isEmpty() ? "" : LocalDateTime.parse(typed).withSecond(0).withNano(0).toString();
    }
}
