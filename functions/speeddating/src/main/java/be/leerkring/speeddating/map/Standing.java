package be.leerkring.speeddating.map;

import be.leerkring.network.organisation.Organisation;

/**
 * One organisation on the map.
 *
 * @param met how many others it met
 * @param fresh how many of them for the first time at the session that is shown
 */
record Standing(Organisation organisation, int met, int fresh, int meetings, int contacts) {

    static Standing alone(Organisation organisation) {
        return new Standing(organisation, 0, 0, 0, 0);
    }

    Standing and(Tie tie, boolean first) {
        return new Standing(
                organisation, met + 1, fresh + (first ? 1 : 0), meetings + tie.meetings(), contacts + tie.contacts());
    }
}
