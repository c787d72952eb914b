package be.leerkring.speeddating.planner;

import java.util.List;

/**
 * One round: every participant is at exactly one table, or sits out.
 *
 * @param tables the tables in use, by number
 * @param sittingOut the ids of those who meet nobody in this round
 */
public record Round(List<Table> tables, List<String> sittingOut) {

    public Round {
        tables = List.copyOf(tables);
        sittingOut = List.copyOf(sittingOut);
    }
}
