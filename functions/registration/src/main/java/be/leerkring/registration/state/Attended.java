package be.leerkring.registration.state;

import be.leerkring.network.participant.RegistrationState;

/** Was there. */
public record Attended(Core core) implements Marked {

    public Attended {
        core = core.in(RegistrationState.ATTENDED);
    }

    @Override
    public Attended with(Core other) {
        return new Attended(other);
    }
}
