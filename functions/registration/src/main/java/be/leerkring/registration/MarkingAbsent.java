package be.leerkring.registration;

import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Confirmed;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Marks those who have a seat and were not seen as absent, some at a time: it can be cut off and taken up again. */
@Singleton
public final class MarkingAbsent {

    /** So many are marked in one transaction, each with an entry in the log. */
    private static final int AT_ONCE = 40;

    private final Registrations registrations;
    private final Transitions transitions;
    private final Clock clock;

    MarkingAbsent(Registrations registrations, Transitions transitions, Clock clock) {
        this.registrations = registrations;
        this.transitions = transitions;
        this.clock = clock;
    }

    /**
     * Marks some of them.
     *
     * @param insisted what else has to hold, or is written with it
     * @return whether there can be more; refused when one of them was seen meanwhile, or that did not hold
     */
    public Decision<Boolean> some(Session session, Organiser by, Write... insisted) {
        var now = clock.instant();
        var missing = registrations
                .readable(session.id())
                .filter(Confirmed.class::isInstance)
                .map(Confirmed.class::cast)
                .limit(AT_ONCE)
                .toList();
        return missing.stream()
                .map(confirmed -> transitions.of(session, confirmed, confirmed.miss(now)).logMark(by, "absent"))
                .reduce(Transitions.Transition::and)
                .map(all -> all.and(insisted).write().then(missing.size() == AT_ONCE))
                .orElse(Decision.made(false));
    }
}
