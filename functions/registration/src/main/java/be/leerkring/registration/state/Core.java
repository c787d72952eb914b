package be.leerkring.registration.state;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import java.time.Duration;
import java.time.Instant;

/**
 * What is true of a registration in every state.
 *
 * @param participant who it is; the state's code among it
 * @param revision one more at every write: it is part of the keys of the mails that the write decided, and of the
 *     sequence by which calendars know which appointment is the newest
 * @param asked when a form last led to a mail
 * @param since when the registration got its state
 * @param needs whether the person said that they need something; what, stands apart, for it is kept for less long
 */
public record Core(Participant participant, long revision, Instant asked, Instant since, boolean needs) {

    /** The same form again within this time is a second press of the button, and not a second question. */
    private static final Duration SAME_PRESS = Duration.ofMinutes(10);

    /** Of somebody who did not say that they need anything. */
    public Core(Participant participant, long revision, Instant asked, Instant since) {
        this(participant, revision, asked, since, false);
    }

    /**
     * Of a form. The revision begins with the second at which they ask: all registrations of one mailbox for one
     * session are one appointment in its calendar, and the newest has to have the highest.
     */
    static Core first(Participant participant, Instant now) {
        return new Core(participant, now.getEpochSecond(), now, now);
    }

    boolean justAsked(Instant now) {
        return now.isBefore(asked.plus(SAME_PRESS));
    }

    /** With the code of this state. */
    Core in(RegistrationState state) {
        return participant.state() == state ? this : of(participant.as(state));
    }

    /** With something else known of the person. */
    Core of(Participant known) {
        return new Core(known, revision, asked, since, needs);
    }

    /** At the next write, which leaves the state as it is. */
    Core next() {
        return new Core(participant, revision + 1, asked, since, needs);
    }

    /** At the next write, which gives it another state. */
    Core next(Instant now) {
        return new Core(participant, revision + 1, asked, now, needs);
    }

    /** At the next write, by which the person is mailed once more what it is. */
    Core again(Instant now) {
        return new Core(participant, revision + 1, now, since, needs);
    }

    /** Of somebody who said that they need something, or that they need nothing. */
    public Core needing(boolean something) {
        return new Core(participant, revision, asked, since, something);
    }
}
