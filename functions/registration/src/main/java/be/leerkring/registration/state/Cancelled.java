package be.leerkring.registration.state;

import be.leerkring.network.participant.RegistrationState;
import java.util.Locale;

/**
 * Does not come.
 *
 * @param reason what the organiser who cancelled it wrote to the person; empty where no organiser did
 */
public record Cancelled(Core core, Ending ending, String reason) implements Registration {

    public Cancelled {
        core = core.in(RegistrationState.CANCELLED).needing(false);
    }

    /** How a registration came to be cancelled. */
    public enum Ending {
        /** The person cancelled, or left the line. */
        OWN,
        /** The person did not want the seat that was offered. */
        DECLINED,
        /** The person did not take the seat that was offered in time. */
        LAPSED,
        /** The person passed the seat on. */
        PASSED,
        /** An organiser cancelled it. */
        ORGANISER;

        /** As it is written in texts' keys: {@code lapsed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Cancelled with(Core other) {
        return new Cancelled(other, ending, reason);
    }
}
