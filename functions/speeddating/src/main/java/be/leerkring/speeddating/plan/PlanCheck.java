package be.leerkring.speeddating.plan;

import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.time.TypedTimes;
import be.leerkring.platform.web.FieldCheck;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.speeddating.PlanSheet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what is wrong with the form of a plan, and reads it where nothing is. */
@Singleton
final class PlanCheck {

    private static final int MOST_ROUNDS = 40;
    private static final int MOST_MINUTES = 120;
    private static final int MOST_AVAILABLE = 600;
    private static final int MOST_SEATS = 12;
    private static final int MOST_TABLES = 300;

    /** More than that, and a plan takes longer than a request may. */
    static final int MOST_PEOPLE = 300;

    private static final String TEXTS = "speed-dating.form.";

    private final NetworkTime time;

    PlanCheck(NetworkTime time) {
        this.time = time;
    }

    /** What the fields themselves tell to be wrong. */
    FormErrors.Found check(PlanForm form, PlanSheet sheet) {
        var found = new FormErrors.Found();
        if (form.text("rounds").isEmpty() && form.text("available").isEmpty()) {
            found.add("rounds", TEXTS + "rounds.missing");
        }
        within(form, "rounds", 1, MOST_ROUNDS, found);
        within(form, "available", 1, MOST_AVAILABLE, found);
        within(form, "minutes", 1, MOST_MINUTES, found).required(TEXTS + "minutes.wrong");
        within(form, "change", 0, MOST_MINUTES, found).required(TEXTS + "change.wrong");
        within(form, "seats", 2, MOST_SEATS, found).required(TEXTS + "seats.wrong");
        within(form, "tables", 1, MOST_TABLES, found);
        if (!form.text("start").isEmpty() && start(form, sheet.session()).isEmpty()) {
            found.add("start", "time.hour.wrong");
        }
        if (found.isEmpty() && rounds(form) < 1) {
            found.add("available", TEXTS + "available.short");
        }
        if (found.isEmpty() && rounds(form) > MOST_ROUNDS) {
            found.add("available", TEXTS + "rounds.wrong");
        }
        return found;
    }

    private static FieldCheck within(PlanForm form, String field, int least, int most, FormErrors.Found found) {
        return found.field(field, form.text(field)).within(least, most, TEXTS + field + ".wrong");
    }

    /** As many rounds as were asked for, or as there is time for: no change follows the last. */
    static int rounds(PlanForm form) {
        return form.text("rounds").isEmpty()
                ? (form.number("available") + form.number("change")) / (form.number("minutes") + form.number("change"))
                : form.number("rounds");
    }

    private Optional<Instant> start(PlanForm form, Session session) {
        var day = time.local(session.start()).toLocalDate();
        return TypedTimes.hour(form.text("start")).flatMap(hour -> time.instant(day.atTime(hour)));
    }

    /** What the form says; nothing in it is wrong by itself. */
    SpeedDatingSettings settings(PlanForm form, PlanSheet sheet, long seed) {
        return new SpeedDatingSettings(
                rounds(form),
                form.number("minutes"),
                form.number("change"),
                start(form, sheet.session()),
                form.number("tables"),
                form.number("seats"),
                form.text("aim").equals("organisations"),
                form.text("who").equals("here"),
                couples(form, PlanForm.Wish.MEET),
                couples(form, PlanForm.Wish.APART),
                form.keeps(),
                form.out(),
                seed);
    }

    private static List<SpeedDatingSettings.Couple> couples(PlanForm form, String kind) {
        return form.wishes().stream()
                .filter(wish -> wish.kind().equals(kind))
                .filter(wish -> !wish.one().isEmpty() && !wish.other().isEmpty())
                .map(PlanForm.Wish::couple)
                .toList();
    }

    /** What only the people tell to be wrong, and the rounds that were. */
    FormErrors.Found check(PlanForm form, SpeedDatingSettings settings, PlanSheet sheet) {
        var found = new FormErrors.Found();
        var people = sheet.taking(settings);
        if (people.size() < 2) {
            found.add("who", TEXTS + "who.few");
        } else if (people.size() > MOST_PEOPLE) {
            found.add("who", TEXTS + "who.many");
        }
        sheet.plan().filter(plan -> plan.done() > 0).ifPresent(plan -> continued(settings, plan, found));
        wishes(form, sheet.people(), found);
        var keeping = people.stream().filter(one -> settings.keepTable().contains(one.person())).count();
        var room = Brief.room(settings, people.size());
        if (keeping > (long) room.tables() * (settings.inPairs() ? 1 : settings.seats())) {
            found.add("tables", TEXTS + "tables.keeping");
        }
        return found;
    }

    private static void continued(SpeedDatingSettings settings, SpeedDates plan, FormErrors.Found found) {
        if (settings.rounds() < plan.done()) {
            found.add("rounds", TEXTS + "rounds.done");
        }
        if (settings.seats() != plan.settings().seats()) {
            found.add("seats", TEXTS + "seats.done");
        }
    }

    private static void wishes(PlanForm form, List<Participant> people, FormErrors.Found found) {
        var known = people.stream().collect(Collectors.toMap(Participant::person, Function.identity()));
        for (int row = 0; row < form.wishes().size(); row++) {
            var error = error(form.wishes().get(row), known, form.wishes().subList(0, row));
            if (!error.isEmpty()) {
                found.add("wish-" + row + "-one", TEXTS + "wish." + error);
            }
        }
    }

    private static String error(PlanForm.Wish wish, Map<String, Participant> known, List<PlanForm.Wish> before) {
        if (!wish.kind().equals(PlanForm.Wish.MEET) && !wish.kind().equals(PlanForm.Wish.APART)) {
            return "kind.missing";
        }
        var one = known.get(wish.one());
        var other = known.get(wish.other());
        if (one == null || other == null || one.equals(other)) {
            return "two";
        }
        if (wish.kind().equals(PlanForm.Wish.MEET) && one.organisationKey().equals(other.organisationKey())) {
            return "organisation";
        }
        return before.stream().anyMatch(earlier -> !earlier.kind().equals(wish.kind()) && isSame(earlier, wish))
                ? "contradiction"
                : "";
    }

    private static boolean isSame(PlanForm.Wish one, PlanForm.Wish other) {
        return Set.of(one.one(), one.other()).equals(Set.of(other.one(), other.other()));
    }

    /** All fields, from top to bottom. */
    static List<String> fields(PlanForm form) {
        var fields = new ArrayList<>(PlanForm.FIELDS);
        for (int row = 0; row < form.wishes().size(); row++) {
            fields.add("wish-" + row + "-one");
        }
        return fields;
    }
}
