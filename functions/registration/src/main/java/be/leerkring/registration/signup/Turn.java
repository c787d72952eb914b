package be.leerkring.registration.signup;

import be.leerkring.registration.state.Registration;

/**
 * That somebody pressed, and is to be served.
 *
 * @param revision that of the registration when its link was looked at: what changed since has to be looked at anew
 */
record Turn(String session, String person, long revision) {

    static Turn of(Registration registration) {
        var participant = registration.participant();
        return new Turn(participant.session(), participant.person(), registration.revision());
    }

    /** As it is kept, in the item of the session. */
    static Turn read(String session, String text) {
        var parts = text.split(" ", 2);
        return new Turn(session, parts[0], Long.parseLong(parts[1]));
    }

    String text() {
        return person + " " + revision;
    }
}
