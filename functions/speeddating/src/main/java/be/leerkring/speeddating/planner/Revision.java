package be.leerkring.speeddating.planner;

import java.util.Set;

/**
 * A plan that was changed on the day.
 *
 * @param plan all rounds, those that were and those to come; its certificate speaks about the latter
 * @param moved the ids of those who were in the plan, and now sit elsewhere in some round to come
 */
public record Revision(Plan plan, Set<String> moved) {

    public Revision {
        moved = Set.copyOf(moved);
    }
}
