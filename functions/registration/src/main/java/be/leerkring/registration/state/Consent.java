package be.leerkring.registration.state;

import be.leerkring.network.session.Session;

/** The one rule of whom an organiser decides about before they get a seat: after a form, and after a change. */
public final class Consent {

    private Consent() {}

    /**
     * Whether an organiser has to agree.
     *
     * @param subsidised whether the agency funds the organisation that the person chose
     * @param outsider whether the person's address is at none of the mail domains that are known of it: of which
     *     organisation somebody is, they only say; their address, they prove
     */
    public static boolean isNeeded(Session session, boolean subsidised, boolean outsider) {
        return isAskedOf(session) && (outsider || (!subsidised && session.admission().approval()));
    }

    /** Whether an organiser decides about anybody at this session. */
    public static boolean isAskedOf(Session session) {
        return session.admission().approval() || session.audience() == Session.Audience.SUBSIDISED;
    }
}
