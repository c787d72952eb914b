package be.leerkring.programme.session;

import be.leerkring.desk.VenueForm;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What organisers change about a session, each as a text in one form only, so that two sets can be compared and merged.
 *
 * @param byField the values by the names of their fields; only those that are not empty. A text has a field for each
 *     language, such as {@code title.nl}; a programme item has one for each hour and language, {@code item.13:30.nl}
 */
record SessionValues(NavigableMap<String, String> byField) {

    /** Whether it is a draft, published or called off: no form changes it. */
    static final String STAGE = "stage";

    /** What takes more than a form once it is known and people have registered: they are told of it. */
    static final List<String> OF_THE_APPOINTMENT = List.of("date", "start", "end", "venue", "room", "street",
            "postcode", "city", "online");

    private static final List<String> ORDER = List.of(
            STAGE, "title", "summary", "themes", "date", "start", "end", "venue", "room", "street", "postcode",
            "city", "position", "online", "directions", "access", "item", "audience", "opens",
            "closes", "othersFrom", "kept", "mostOfOne", "approval", "capacity", "asks-diet", "asks-access",
            "asks-interpreter", "asks-parking", "question");

    private static final Comparator<String> IN_ORDER = Comparator
            .<String>comparingInt(field -> ORDER.indexOf(field.split("\\.", 2)[0]))
            .thenComparing(Comparator.naturalOrder());

    static final SessionValues NONE = of(Map.of());

    /** These values; what is empty counts as absent. */
    static SessionValues of(Map<String, String> byField) {
        var values = new TreeMap<String, String>(IN_ORDER);
        byField.forEach((field, value) -> {
            if (!value.isEmpty()) {
                values.put(field, value);
            }
        });
        return new SessionValues(Collections.unmodifiableNavigableMap(values));
    }

    /** The values of a session as it is. */
    static SessionValues of(Session session, int capacity, NetworkTime time) {
        var values = new TreeMap<String, String>();
        values.put(STAGE, session.edition().draft() ? "draft" : session.cancelled() ? "cancelled" : "published");
        put(values, "title.", session.title());
        put(values, "summary.", session.summary());
        values.put("themes", String.join(" ", session.themes()));
        values.put("date", time.local(session.start()).toLocalDate().toString());
        values.put("start", time.hour(session.start()));
        values.put("end", time.hour(session.end()));
        VenueForm.of(session.venue()).typed().forEach((name, value) -> values.put(name.replace('-', '.'), value));
        var rows = new ProgrammeRows();
        session.programme().forEach(item -> rows.add(time.hour(item.at()), item.title().byLanguage()));
        values.putAll(rows.values());
        values.put("audience", session.audience().name());
        var rules = session.admission();
        values.put("opens", local(rules.opens(), time));
        values.put("closes", local(rules.closes(), time));
        values.put("othersFrom", local(rules.othersFrom(), time));
        values.put("kept", number(rules.keptForSubsidised()));
        values.put("mostOfOne", number(rules.mostOfOne()));
        values.put("approval", rules.approval() ? "yes" : "");
        values.put("capacity", number(capacity));
        values.putAll(QuestionFields.values(session.questions()));
        return of(values);
    }

    private static void put(Map<String, String> values, String prefix, LocalizedText text) {
        text.byLanguage().forEach((language, words) -> values.put(prefix + language, words));
    }

    private static String local(Optional<Instant> moment, NetworkTime time) {
        return moment.map(at -> time.local(at).toLocalDateTime().withSecond(0).withNano(0).toString())
                .orElse("");
    }

    /** A number as a value: 0 is none. */
    static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    /** The value; the empty text where there is none. */
    String text(String field) {
        return byField.getOrDefault(field, "");
    }

    /** The value of a number; 0 where there is none. */
    int number(String field) {
        return byField.containsKey(field) ? Integer.parseInt(text(field)) : 0;
    }

    /** The text in each of its languages. */
    LocalizedText texts(String field) {
        var prefix = field + ".";
        return new LocalizedText(byField.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue)));
    }

    /** The same with other values in these fields. */
    SessionValues with(Map<String, String> others) {
        var values = new TreeMap<>(byField);
        values.putAll(others);
        return of(values);
    }

    /**
     * The session with these values, of the same edition. What is as it was keeps its instant to the second, and on the
     * side of a clock change on which it was.
     *
     * @throws IllegalStateException where a local time does not exist; a form is checked before
     */
    Session in(Session session, NetworkTime time) {
        var before = of(session, 0, time);
        var sameDay = text("date").equals(before.text("date"));
        return new Session(
                session.id(),
                texts("title"),
                texts("summary"),
                sameDay && isSame("start", before) ? session.start() : at(time, text("start")),
                sameDay && isSame("end", before) ? session.end() : at(time, text("end")),
                venue(),
                Session.Audience.valueOf(text("audience")),
                byField.containsKey("themes") ? List.of(text("themes").split(" ")) : List.of(),
                sameDay && ProgrammeRows.in(byField).equals(ProgrammeRows.in(before.byField))
                        ? session.programme()
                        : items(time),
                session.assumed(),
                new AdmissionRules(
                        isSame("opens", before) ? session.admission().opens() : moment(time, "opens"),
                        isSame("closes", before) ? session.admission().closes() : moment(time, "closes"),
                        isSame("othersFrom", before) ? session.admission().othersFrom() : moment(time, "othersFrom"),
                        number("kept"),
                        number("mostOfOne"),
                        byField.containsKey("approval")),
                session.edition(),
                QuestionFields.in(byField));
    }

    private Session.Venue venue() {
        return new VenueForm(byField.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().replace('.', '-'), Map.Entry::getValue)))
                .venue();
    }

    private boolean isSame(String field, SessionValues before) {
        return text(field).equals(before.text(field));
    }

    private List<Session.ProgrammeItem> items(NetworkTime time) {
        return ProgrammeRows.in(byField).entrySet().stream()
                .map(row -> new Session.ProgrammeItem(
                        at(time, ProgrammeRows.hour(row.getKey())), new LocalizedText(row.getValue())))
                .toList();
    }

    private Instant at(NetworkTime time, String hour) {
        return instant(time, LocalDate.parse(text("date")).atTime(LocalTime.parse(hour)));
    }

    private Optional<Instant> moment(NetworkTime time, String field) {
        return Optional.of(text(field))
                .filter(text -> !text.isEmpty())
                .map(text -> instant(time, LocalDateTime.parse(text)));
    }

    private static Instant instant(NetworkTime time, LocalDateTime local) {
        return time.instant(local).orElseThrow(() -> new IllegalStateException("The clock never shows " + local));
    }
}
