package be.leerkring.registration.people;

import be.leerkring.registration.Person;
import java.util.List;

/**
 * A page of the people who were asked for.
 *
 * @param rows at most {@link #ROWS}
 * @param number of this page, from 1
 * @param total how many were asked for, on all pages
 */
public record PeoplePage(List<Person> rows, int number, int total) {

    static final int ROWS = 100;

    /** The page that was asked for, or the last one where there are fewer. */
    static PeoplePage of(List<Person> people, int asked) {
        var number = Math.min(asked, Math.max(1, Math.ceilDiv(people.size(), ROWS)));
        return new PeoplePage(
                people.stream().skip((long) (number - 1) * ROWS).limit(ROWS).toList(), number, people.size());
    }

    /** Where these people receive mail. */
    List<String> addresses() {
        return rows.stream().map(person -> person.participant().email().text()).toList();
    }

    /** The number of the first row, from 1. */
    int first() {
        return (number - 1) * ROWS + 1;
    }

    int last() {
        return first() + rows.size() - 1;
    }

    boolean hasNext() {
        return last() < total;
    }
}
