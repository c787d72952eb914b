package be.leerkring.registration.state;

/** What the button to cancel leads to. */
public sealed interface Cancellation {

    /**
     * What the person held comes free.
     *
     * @param from what they held
     */
    record Left(Holding from, Cancelled next) implements Cancellation {}

    /** It was cancelled before, or there is nothing to cancel any more. */
    record Already() implements Cancellation {}
}
