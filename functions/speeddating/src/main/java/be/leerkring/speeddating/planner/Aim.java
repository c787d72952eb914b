package be.leerkring.speeddating.planner;

/** Whose meetings count first. */
public enum Aim {
    /** As many pairs of people as possible meet for the first time. */
    PEOPLE,
    /** As many pairs of organisations as possible meet for the first time; pairs of people come second. */
    ORGANISATIONS
}
