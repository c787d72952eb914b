package be.leerkring.speeddating;

import be.leerkring.network.Participant;
import be.leerkring.network.Session;
import jakarta.inject.Singleton;
import java.util.List;

/** Knows who of a session's people met in earlier ones. */
@Singleton
class Acquaintances {

    /** The meetings of sessions before this one, as far as they are about these people. */
    History of(Session session, List<Participant> people) {
        return History.NONE;
    }
}
