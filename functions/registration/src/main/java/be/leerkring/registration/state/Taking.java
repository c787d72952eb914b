package be.leerkring.registration.state;

/** What the button of an offer leads to. */
public sealed interface Taking {

    /** The seat is theirs. */
    record Taken(Confirmed next) implements Taking {}

    /** It was taken before; nothing changes. */
    record Already() implements Taking {}

    /** The offer is over. */
    record TooLate() implements Taking {}
}
