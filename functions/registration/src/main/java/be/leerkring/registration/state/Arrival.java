package be.leerkring.registration.state;

/** What a mark at the door leads to. */
public sealed interface Arrival {

    /** They have a seat: they are here. */
    record Expected(Attended next) implements Arrival {}

    /** They are here, and the seat that was held is theirs. */
    record Held(Attended next) implements Arrival {}

    /** They have no seat: they come in if there is one that nobody else has. */
    record WalkIn(Attended next) implements Arrival {}

    /** They are here already, or the mark was undone since it was set; nothing changes. */
    record Already() implements Arrival {}

    /** They don't come any more, as far as anybody knows. */
    record Unexpected() implements Arrival {}
}
