package be.leerkring.speeddating.planner;

/**
 * How much more than a first meeting of two people the search lets a wish, or a first meeting of two
 * organisations, weigh. However much it is, what counts most comes first in what is kept: this only
 * says which plans are easily come by on the way.
 */
enum Emphasis {

    /** Where all wishes can be granted: little enough to give one up for a while. */
    EVEN(5, 3, 1),

    /** Where they compete for seats: enough that several meetings do not outweigh one of them. */
    STRONG(20, 6, 8);

    private final int ofWish;
    private final int ofOrganisations;
    private final int warmth;

    Emphasis(int ofWish, int ofOrganisations, int warmth) {
        this.ofWish = ofWish;
        this.ofOrganisations = ofOrganisations;
        this.warmth = warmth;
    }

    int ofWish() {
        return ofWish * MeetingCost.MEETING;
    }

    int ofOrganisations() {
        return ofOrganisations * MeetingCost.MEETING;
    }

    /** How many times warmer the search begins, for such weights still to be moved. */
    int warmth() {
        return warmth;
    }
}
