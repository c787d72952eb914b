package be.leerkring.speeddating.map;

import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.network.figures.PairsMet;

/**
 * What one session brought.
 *
 * @param present how many organisations on the list met somebody there
 * @param pairs of subsidised organisations: as they were frozen when the session was closed, or as today's list has
 *     them where it is not
 */
public record Step(OrganisationsMet session, int present, PairsMet pairs, int meetings, int contacts) {

    /** How many pairs met for the first time. */
    public int fresh() {
        return pairs.first();
    }

    /** How many pairs had met by then. */
    public int met() {
        return pairs.soFar();
    }
}
