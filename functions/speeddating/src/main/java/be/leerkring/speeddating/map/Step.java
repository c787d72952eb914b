package be.leerkring.speeddating.map;

import be.leerkring.meetings.memory.OrganisationsMet;

/**
 * What one session brought.
 *
 * @param present how many organisations on the list met somebody there
 * @param fresh how many pairs of subsidised organisations met for the first time
 * @param met how many pairs had met by then
 */
public record Step(OrganisationsMet session, int present, int fresh, int met, int meetings, int contacts) {}
