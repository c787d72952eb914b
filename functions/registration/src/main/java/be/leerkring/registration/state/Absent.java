package be.leerkring.registration.state;

import be.leerkring.network.participant.RegistrationState;

/** Had a seat, and was not there. */
public record Absent(Core core) implements Marked {

    public Absent {
        core = core.in(RegistrationState.ABSENT);
    }

    @Override
    public Absent with(Core other) {
        return new Absent(other);
    }
}
