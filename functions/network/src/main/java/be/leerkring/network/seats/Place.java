package be.leerkring.network.seats;

/**
 * What a person's seat, or their place in line, depends on besides the moment.
 *
 * @param person the person's key at the session
 * @param organisation the same for all people of one organisation, and without spaces
 * @param subsidised whether the agency funds that organisation
 * @param approved false while an organiser has yet to decide about this person
 * @param reachable false where the address was found to take no mail when a seat was to be offered; no seat is kept for
 *     such a place until the address takes mail again
 */
public record Place(String person, String organisation, boolean subsidised, boolean approved, boolean reachable) {

    /** The place of somebody of whom nothing says that no mail reaches them. */
    public Place(String person, String organisation, boolean subsidised, boolean approved) {
        this(person, organisation, subsidised, approved, true);
    }

    /** The same place once the organiser has agreed to it. */
    public Place asApproved() {
        return new Place(person, organisation, subsidised, true, reachable);
    }

    /** The same place, of somebody whom mail reaches, or does not. */
    public Place reached(boolean now) {
        return new Place(person, organisation, subsidised, approved, now);
    }
}
