package be.leerkring.network.seats;

/**
 * What a person's seat, or their place in line, depends on besides the moment.
 *
 * @param person the person's key at the session
 * @param organisation the same for all people of one organisation, and without spaces
 * @param subsidised whether the agency funds that organisation
 * @param approved false while an organiser has yet to decide about this person
 */
public record Place(String person, String organisation, boolean subsidised, boolean approved) {

    /** The same place once the organiser has agreed to it. */
    public Place asApproved() {
        return new Place(person, organisation, subsidised, true);
    }
}
