package be.leerkring.speeddating.plan;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps how far the rounds are, and that they are over. Nothing but an organiser's button says so. */
@Singleton
final class HoldingRounds {

    private final Table table;
    private final Sessions sessions;
    private final SpeedDatingPlans plans;
    private final ChangeLog log;
    private final Clock clock;

    HoldingRounds(Table table, Sessions sessions, SpeedDatingPlans plans, ChangeLog log, Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.plans = plans;
        this.log = log;
        this.clock = clock;
    }

    /** What a button says. */
    enum Step {
        /** One round more was. */
        NEXT,
        /** The last one was not, after all. */
        BACK,
        /** The speed-dating is over: after the rounds that were, or after all of them where none was marked. */
        CLOSE,
        /** The speed-dating is not over, after all. */
        REOPEN
    }

    /** What came of a button. */
    enum Outcome {
        /** The rounds are as far as the button says. */
        DONE,
        /** The plan is another one by now: nothing was written. */
        CONFLICT,
        /** There is no such session, or no plan of it. */
        UNKNOWN
    }

    /**
     * Takes the step.
     *
     * @param revision of the plan on whose page the button was
     */
    Outcome take(String id, Step step, long revision, Organiser by) {
        var found = table.read(List.of(sessions.key(id), plans.key(id)));
        var session = sessions.in(found, id);
        var plan = plans.in(found, id);
        if (session.isEmpty() || plan.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (plan.get().revision() != revision) {
            return Outcome.CONFLICT;
        }
        return next(plan.get(), step, clock.instant())
                .map(next -> write(session.get(), plan.get(), next, by))
                .orElse(Outcome.CONFLICT);
    }

    private static Optional<SpeedDates> next(SpeedDates plan, Step step, Instant now) {
        var over = plan.state() == SpeedDates.State.TOOK_PLACE;
        var rounds = plan.rounds().size();
        return switch (step) {
            case NEXT ->
                over || plan.done() == rounds ? Optional.empty() : Optional.of(plan.afterRounds(plan.done() + 1, now));
            case BACK ->
                over || plan.done() == 0 ? Optional.empty() : Optional.of(plan.afterRounds(plan.done() - 1, now));
            case CLOSE ->
                over ? Optional.empty() : Optional.of(plan.over(plan.done() == 0 ? rounds : plan.done(), now));
            case REOPEN -> over ? Optional.of(plan.reopened(now)) : Optional.empty();
        };
    }

    private Outcome write(Session session, SpeedDates plan, SpeedDates next, Organiser by) {
        var changes = Change.between("speed-dating-done", plan.done(), next.done()).stream().toList();
        var what = next.state() == plan.state()
                ? "speed-dates-round"
                : next.state() == SpeedDates.State.TOOK_PLACE ? "speed-dates-over" : "speed-dates-reopened";
        var written = table.write(List.of(
                plans.put(next, session),
                log.entry(by, session.id(), what, "", changes)));
        return switch (written) {
            case WriteOutcome.Written() -> Outcome.DONE;
            case WriteOutcome.Refused _ -> Outcome.CONFLICT;
        };
    }
}
