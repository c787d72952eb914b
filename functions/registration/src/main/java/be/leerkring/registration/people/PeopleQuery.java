package be.leerkring.registration.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.language.SearchWords;
import be.leerkring.platform.text.Folding;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.Person;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Which of a session's people an organiser wants to see, and in which order. It stands in the page's address, so that
 * every link on the page can keep what was asked for; what makes no sense there counts as not asked for.
 *
 * @param words as they were typed; empty for everybody
 * @param states empty for all
 * @param organisation its key; empty for all
 * @param page from 1
 */
public record PeopleQuery(
        String words, Set<Person.Status> states, String organisation, Column column, boolean descending, int page) {

    /** What the table can be sorted by. */
    enum Column {
        NAME,
        ORGANISATION,
        ROLE,
        STATE,
        SINCE,
        PLACE;

        /** As it is written in addresses and in texts' keys: {@code name}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Comparator<Person> order() {
            return switch (this) {
                case NAME -> Comparator.comparing(person -> person.participant().name(), Folding.alphabet());
                case ORGANISATION ->
                    Comparator.comparing(person -> person.participant().organisation(), Folding.alphabet());
                case ROLE -> Comparator.comparing(person -> person.participant().role(), Folding.alphabet());
                case STATE -> Comparator.comparing(Person::status);
                case SINCE -> Comparator.comparing(Person::since);
                case PLACE -> Comparator.comparing(Person::place);
            };
        }

        /** Whether this person has nothing in this column; then they come last, whichever way it is sorted. */
        private boolean isEmpty(Person person) {
            return switch (this) {
                case ROLE -> person.participant().role().isEmpty();
                case PLACE -> person.place() == 0;
                case NAME, ORGANISATION, STATE, SINCE -> false;
            };
        }
    }

    public PeopleQuery {
        states = Set.copyOf(states);
    }

    public static PeopleQuery of(FormText asked) {
        var states = EnumSet.noneOf(Person.Status.class);
        asked.values("state").forEach(code -> Arrays.stream(Person.Status.values())
                .filter(state -> state.code().equals(code))
                .forEach(states::add));
        return new PeopleQuery(
                asked.line("q"),
                states,
                asked.line("organisation"),
                Arrays.stream(Column.values())
                        .filter(column -> column.code().equals(asked.line("sort")))
                        .findFirst()
                        .orElse(Column.NAME),
                asked.line("order").equals("desc"),
                asked.line("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(asked.line("page")) : 1);
    }

    /** Those who are asked for, in the order that is. */
    public List<Person> among(List<Person> people) {
        var sought = SearchWords.of(words);
        return people.stream()
                .filter(person -> states.isEmpty() || states.contains(person.status()))
                .filter(person -> organisation.isEmpty() || organisation.equals(person.organisationKey()))
                .filter(person -> person.has(sought))
                .sorted(order())
                .toList();
    }

    private Comparator<Person> order() {
        return Comparator.comparing(column::isEmpty)
                .thenComparing(descending ? column.order().reversed() : column.order())
                .thenComparing(Column.NAME.order())
                .thenComparing(person -> person.participant().person());
    }

    /** Whether anything but the order was asked for. */
    boolean isNarrowed() {
        return !words.isEmpty() || !states.isEmpty() || !organisation.isEmpty();
    }

    /** For {@code aria-sort}; null where this column does not sort, so that jte leaves it out. */
    String sorted(Column other) {
        return other != column ? null : descending ? "descending" : "ascending";
    }

    /** Sorted by this column; the other way round where it is already. */
    PeopleQuery by(Column other) {
        return new PeopleQuery(words, states, organisation, other, other == column && !descending, 1);
    }

    /** Of one status, or of any. */
    PeopleQuery in(Optional<Person.Status> state) {
        return new PeopleQuery(
                words, state.map(Set::of).orElse(Set.of()), organisation, column, descending, 1);
    }

    /** Another page. */
    PeopleQuery at(int other) {
        return new PeopleQuery(words, states, organisation, column, descending, other);
    }

    /** The end of an address, from the question mark on; what goes without saying is left out. */
    String address() {
        var parameters = new StringJoiner("&", "?", "");
        add(parameters, "q", words);
        states.stream().sorted().forEach(state -> add(parameters, "state", state.code()));
        add(parameters, "organisation", organisation);
        add(parameters, "sort", column == Column.NAME ? "" : column.code());
        add(parameters, "order", descending ? "desc" : "");
        add(parameters, "page", page == 1 ? "" : Integer.toString(page));
        return parameters.toString();
    }

    private static void add(StringJoiner parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
    }
}
