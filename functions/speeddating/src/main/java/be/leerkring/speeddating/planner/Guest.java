package be.leerkring.speeddating.planner;

import java.util.Set;

/**
 * Somebody who is to meet others.
 *
 * @param id what the plan calls this person; unique in a request
 * @param organisation whom this person comes for; people of one organisation never meet
 * @param keepsTable whether this person cannot change tables, and so keeps one table all along
 * @param seeks the themes on which this person seeks company
 * @param offers the themes on which this person has something to offer
 */
public record Guest(
        String id, String organisation, boolean keepsTable, Set<String> seeks, Set<String> offers) {

    public Guest {
        seeks = Set.copyOf(seeks);
        offers = Set.copyOf(offers);
    }

    /** Somebody who can sit anywhere and said nothing about themes. */
    public Guest(String id, String organisation) {
        this(id, organisation, false, Set.of(), Set.of());
    }

    /** How many themes one of the two seeks and the other offers. */
    int fitWith(Guest other) {
        return answered(seeks, other.offers) + answered(other.seeks, offers);
    }

    private static int answered(Set<String> sought, Set<String> offered) {
        return Math.toIntExact(sought.stream().filter(offered::contains).count());
    }
}
