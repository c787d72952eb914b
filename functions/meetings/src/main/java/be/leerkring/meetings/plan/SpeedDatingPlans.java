package be.leerkring.meetings.plan;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the plans for speed-dating: of each session one item, which holds all rounds. It names people, so it is kept as
 * long as their registrations are.
 */
@Singleton
public final class SpeedDatingPlans {

    /** The sort key of a plan. */
    public static final String SORT = "SPEED-DATES";

    private final Table table;

    public SpeedDatingPlans(Table table) {
        this.table = table;
    }

    /** Where a session's plan stands. */
    public Key key(String session) {
        return new Key(Sessions.partition(session), SORT);
    }

    /** The plan in what was read. */
    public Optional<SpeedDates> in(Map<Key, Item> found, String session) {
        return Optional.ofNullable(found.get(key(session))).map(item -> SpeedDatesItem.read(item, session));
    }

    /** One plan, in a round trip of its own. */
    public Optional<SpeedDates> find(String session) {
        return in(table.read(List.of(key(session))), session);
    }

    /**
     * The write that takes what tells who somebody was out of the plan, where they are in it.
     *
     * @param found what was read, the plan's key among it
     */
    public Optional<Write> forget(
            Map<Key, Item> found, Session session, Collection<String> keys, Instant now) {
        return in(found, session.id())
                .filter(plan -> plan.isAbout(keys))
                .map(plan -> put(plan.without(keys, now), session));
    }

    /** The write of a plan after one change; refused when somebody else wrote it since it was read. */
    public Write put(SpeedDates next, Session session) {
        return Write.putNext(
                SpeedDatesItem.write(next, Item.at(key(next.session())))
                        .with("expires", Item.seconds(session.forgottenAt())),
                next.revision() - 1);
    }
}
