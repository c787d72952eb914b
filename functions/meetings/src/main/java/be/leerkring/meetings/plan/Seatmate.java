package be.leerkring.meetings.plan;

import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;

/**
 * Somebody in a plan for speed-dating, as the plan keeps them: what others see of them there.
 *
 * @param person the participant's key at the session
 * @param name empty where the person had their data erased
 * @param organisationId the network's own id of the organisation; the empty text for one that it doesn't list
 * @param keepsTable whether this person cannot change tables
 */
public record Seatmate(
        String person,
        String name,
        String organisationId,
        String organisation,
        Interests interests,
        boolean keepsTable) {

    /** A participant as the plan keeps them. */
    public static Seatmate of(Participant participant, boolean keepsTable) {
        return new Seatmate(
                participant.person(),
                participant.name(),
                participant.organisationId(),
                participant.organisation(),
                participant.interests(),
                keepsTable);
    }

    /** The same for all people of one organisation: its id, or what stands for one that the network doesn't list. */
    public String organisationKey() {
        return Participant.organisationKey(organisationId, organisation);
    }

    /** Without what tells who it was, under a key that is nobody's. */
    Seatmate forgotten(String nobody) {
        return new Seatmate(nobody, "", organisationId, organisation, Interests.NONE, keepsTable);
    }
}
