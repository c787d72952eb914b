package be.leerkring.network.mailing;

import java.util.List;

/** At whom a mailing looks, each in turn. */
public sealed interface Readers {

    /** At whoever is registered for the session when their turn comes, in the order of their keys. */
    record Everybody() implements Readers {}

    /**
     * At people who are known from the start.
     *
     * @param people their keys, in an order that stays
     */
    record Listed(List<String> people) implements Readers {

        public Listed {
            people = List.copyOf(people);
        }
    }
}
