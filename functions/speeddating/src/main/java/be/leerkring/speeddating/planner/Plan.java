package be.leerkring.speeddating.planner;

import java.util.List;

/**
 * Who meets whom, where and when.
 *
 * @param rounds in the order in which they happen
 * @param certificate what the plan reaches, and what no plan can
 */
public record Plan(List<Round> rounds, Certificate certificate) {

    public Plan {
        rounds = List.copyOf(rounds);
    }
}
