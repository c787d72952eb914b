package be.leerkring.registration.state;

/** What a form leads to. */
public sealed interface Request {

    /** The person is mailed a link to confirm with. */
    record Ask(Confirmable next) implements Request {}

    /** The person has confirmed before, and is mailed that. */
    record Remind(Registration from, Registration next) implements Request {}

    /** The person was mailed a moment ago. */
    record Repeated() implements Request {}
}
