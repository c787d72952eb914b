package be.leerkring.speeddating.planner;

import java.util.List;

/**
 * Who sits together in one round.
 *
 * @param number which table of the room, from 1
 * @param people the ids of those who sit there, at least two
 */
public record Table(int number, List<String> people) {

    public Table {
        people = List.copyOf(people);
    }
}
