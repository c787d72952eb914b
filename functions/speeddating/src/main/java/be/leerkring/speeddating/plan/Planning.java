package be.leerkring.speeddating.plan;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.speeddating.PlanSheet;
import be.leerkring.speeddating.planner.Plan;
import be.leerkring.speeddating.planner.Planner;
import be.leerkring.speeddating.planner.Revision;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans a session's speed-dating, and changes the plan on the day. */
@Singleton
final class Planning {

    private final Table table;
    private final PlanSheet.Reader sheets;
    private final SpeedDatingPlans plans;
    private final Acquaintances acquaintances;
    private final PlanCheck check;
    private final ChangeLog log;
    private final Clock clock;

    Planning(
            Table table,
            PlanSheet.Reader sheets,
            SpeedDatingPlans plans,
            Acquaintances acquaintances,
            PlanCheck check,
            ChangeLog log,
            Clock clock) {
        this.table = table;
        this.sheets = sheets;
        this.plans = plans;
        this.acquaintances = acquaintances;
        this.check = check;
        this.log = log;
        this.clock = clock;
    }

    /** How to come to a plan. */
    enum Way {
        /** From nothing. */
        ANEW,
        /** From nothing, otherwise among those that are equally good. */
        OTHERWISE,
        /** From the plan that there is: as few as possible sit elsewhere. */
        CHANGED
    }

    /** What came of the form. */
    sealed interface Outcome {

        record Done(SpeedDates plan) implements Outcome {}

        record Invalid(PlanSheet sheet, FormErrors.Found errors) implements Outcome {}

        /** Nothing was written: somebody else changed the plan since the form was read, or it is over. */
        record Conflict(PlanSheet sheet) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Plans as the form says. The rounds that were stay whatever the way. */
    Outcome plan(String id, PlanForm form, Way way, Organiser by) {
        var found = sheets.of(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var sheet = found.get();
        if (form.revision() != sheet.revision() || isOver(sheet)) {
            return new Outcome.Conflict(sheet);
        }
        var errors = check.check(form, sheet);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid(sheet, errors);
        }
        var settings = check.settings(form, sheet, seed(sheet, way));
        errors.add(check.check(form, settings, sheet));
        return errors.isEmpty() ? write(sheet, settings, way, by) : new Outcome.Invalid(sheet, errors);
    }

    private static boolean isOver(PlanSheet sheet) {
        return sheet.plan().filter(plan -> plan.state() == SpeedDates.State.TOOK_PLACE).isPresent();
    }

    private static long seed(PlanSheet sheet, Way way) {
        long seed = sheet.plan().map(plan -> plan.settings().seed()).orElse(1L);
        return way == Way.OTHERWISE ? seed + 1 : seed;
    }

    private Outcome write(
            PlanSheet sheet, SpeedDatingSettings settings, Way way, Organiser by) {
        var people = sheet.taking(settings);
        var before = sheet.plan().filter(plan -> plan.done() > 0 || staysLike(plan, settings, way));
        var revision = planned(sheet.session(), before, settings, people);
        var next = plan(sheet, before, settings, people, revision);
        var written = table.write(List.of(
                plans.put(next, sheet.session()),
                log.entry(
                        by,
                        sheet.session().id(),
                        before.isPresent() ? "speed-dates-changed" : "speed-dates-planned",
                        "",
                        changes(sheet.plan(), next))));
        return switch (written) {
            case WriteOutcome.Written() -> new Outcome.Done(next);
            case WriteOutcome.Refused _ ->
                sheets.of(sheet.session().id())
                        .<Outcome>map(Outcome.Conflict::new)
                        .orElseGet(Outcome.Unknown::new);
        };
    }

    /** At tables of another size nobody can keep their place. */
    private static boolean staysLike(SpeedDates plan, SpeedDatingSettings settings, Way way) {
        return way == Way.CHANGED && plan.settings().seats() == settings.seats();
    }

    private Revision planned(
            Session session, Optional<SpeedDates> before, SpeedDatingSettings settings, List<Participant> people) {
        var request = Brief.of(settings, people, acquaintances.of(session, people));
        return before
                .map(plan -> Planner.replan(Rounds.planned(plan.rounds()), plan.done(), request))
                .orElseGet(() -> new Revision(Planner.plan(request), Set.of()));
    }

    private SpeedDates plan(
            PlanSheet sheet,
            Optional<SpeedDates> before,
            SpeedDatingSettings settings,
            List<Participant> people,
            Revision revision) {
        Plan planned = revision.plan();
        var seatmates = seatmates(before, settings, people);
        return new SpeedDates(
                sheet.session().id(),
                settings,
                List.copyOf(seatmates.values()),
                Rounds.kept(planned.rounds(), seatmates),
                before.map(SpeedDates::done).orElse(0),
                sheet.plan().map(SpeedDates::state).orElse(SpeedDates.State.PLANNED),
                Proofs.of(planned.certificate()),
                sheet.plan().map(SpeedDates::told).orElse(Map.of()),
                revision.moved(),
                clock.instant(),
                sheet.revision() + 1);
    }

    /** Those who are here, and those who were in a round that was. */
    private static Map<String, Seatmate> seatmates(
            Optional<SpeedDates> before, SpeedDatingSettings settings, List<Participant> people) {
        var seatmates = new LinkedHashMap<String, Seatmate>();
        people.forEach(one -> seatmates.put(
                one.person(), Seatmate.of(one, settings.keepTable().contains(one.person()))));
        before.ifPresent(plan -> plan.people().stream()
                .filter(one -> plan.rounds().stream().limit(plan.done()).anyMatch(round -> round.has(one.person())))
                .forEach(one -> seatmates.putIfAbsent(one.person(), one)));
        return seatmates;
    }

    private static List<Change> changes(Optional<SpeedDates> before, SpeedDates next) {
        var changes = new ArrayList<Change>();
        change("speed-dating-rounds", before.map(plan -> plan.rounds().size()), next.rounds().size(), changes);
        change("speed-dating-people", before.map(plan -> plan.people().size()), next.people().size(), changes);
        change(
                "speed-dating-meetings",
                before.map(plan -> plan.proof().people().made()),
                next.proof().people().made(),
                changes);
        return changes;
    }

    private static void change(String field, Optional<Integer> from, int to, List<Change> changes) {
        Change.between(field, from.map(Object::toString).orElse(""), Integer.toString(to)).ifPresent(changes::add);
    }
}
