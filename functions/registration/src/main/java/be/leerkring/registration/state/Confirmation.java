package be.leerkring.registration.state;

/** What the button on the confirmation's page leads to. */
public sealed interface Confirmation {

    /** Whether pressing the button changes something. */
    default boolean gives() {
        return switch (this) {
            case Given _,TakenOver _ -> true;
            case Already _,Gone _,TakenBack _,TooLate _ -> false;
        };
    }

    /** A seat or a place in line, as the session's rules have it. */
    sealed interface Given extends Confirmation {

        Holding next();
    }

    /** There is a seat: it is theirs. */
    record Seated(Confirmed next) implements Given {}

    /** There is none that they may have: they get a place in the waiting list. */
    record Lined(Waiting next) implements Given {}

    /**
     * They take over the seat of this person, if that person still has it.
     *
     * @param from what they are where that person has not
     */
    record TakenOver(Confirmable from, Confirmed next, String giver) implements Confirmation {}

    /** It was confirmed before; nothing changes. */
    record Already() implements Confirmation {}

    /** It was cancelled, or never confirmed in time. */
    record Gone() implements Confirmation {}

    /** Whoever would have passed them a seat keeps it. */
    record TakenBack() implements Confirmation {}

    /** The session has begun, or does not take place. */
    record TooLate() implements Confirmation {}
}
