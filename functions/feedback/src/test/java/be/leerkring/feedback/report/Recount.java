package be.leerkring.feedback.report;

import be.leerkring.feedback.report.YearJournal.Entry;
import be.leerkring.feedback.report.YearJournal.Fate;
import be.leerkring.network.organisation.Organisation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts a journal anew, without a line of the code that it checks. */
final class Recount {

    private static final double HUNDREDTHS = 100;

    private final YearJournal journal;

    Recount(YearJournal journal) {
        this.journal = journal;
    }

    /** What the report's file has to say, by name. */
    Map<String, Double> values() {
        var values = new TreeMap<String, Double>();
        values.put("sessions-held", (double) journal.days().size());
        var seats = 0;
        for (int session = 0; session < journal.days().size(); session++) {
            seats += YearJournal.seats(session);
        }
        values.put("seats", (double) seats);
        values.put("registered", (double) journal.entries().size());
        values.put("present", count(entry -> entry.fate() == Fate.PRESENT));
        values.put("no-shows", count(entry -> entry.fate() == Fate.ABSENT));
        values.put("cancelled", count(entry -> entry.fate() == Fate.CANCELLED));
        values.put("waiting", count(entry -> entry.fate() == Fate.WAITING));
        values.put("unique-people", different(entry -> true, entry -> entry.who().address()));
        values.put(
                "organisations",
                different(entry -> !entry.who().organisation().isEmpty(), entry -> entry.who().organisation()));
        values.put(
                "organisations-unlisted",
                different(entry -> entry.who().organisation().isEmpty(), entry -> entry.who().organisationName()));
        for (var kind : Kind.values()) {
            values.put(
                    "present." + kind.code(),
                    count(entry -> entry.fate() == Fate.PRESENT && entry.who().kind() == kind));
            values.put(
                    "organisations." + kind.code(),
                    different(
                            entry -> entry.who().kind() == kind && !entry.who().organisation().isEmpty(),
                            entry -> entry.who().organisation()));
        }
        if (asked() > 0) {
            values.put("answers", toldAbout(Entry::answered));
        }
        mean(marks(Entry::usefulness)).ifPresent(mean -> values.put("usefulness", mean));
        var recommend = marks(Entry::recommend);
        mean(recommend).ifPresent(mean -> values.put("recommendation", mean));
        if (!recommend.isEmpty()) {
            var promoters = recommend.stream().filter(mark -> mark == 9 || mark == 10).count();
            var detractors = recommend.stream().filter(mark -> mark <= 6).count();
            values.put("net-promoter-score", rounded(100.0 * promoters / recommend.size()
                    - 100.0 * detractors / recommend.size()));
        }
        return values;
    }

    /** Who had a seat and who was there: what the no-shows and the answers are parts of. */
    double expected() {
        return count(entry -> entry.fate() == Fate.PRESENT || entry.fate() == Fate.ABSENT);
    }

    /** Who was at the sessions of which answers are told. */
    double asked() {
        return toldAbout(entry -> entry.fate() == Fate.PRESENT);
    }

    /** At the sessions about which five people or more answered. */
    private double toldAbout(Predicate<Entry> such) {
        var count = 0;
        for (int session = 0; session < journal.days().size(); session++) {
            var here = session;
            if (count(entry -> entry.session() == here && entry.answered()) >= 5) {
                count += (int) count(entry -> entry.session() == here && such.test(entry));
            }
        }
        return count;
    }

    private double count(Predicate<Entry> such) {
        var count = 0;
        for (var entry : journal.entries()) {
            count += such.test(entry) ? 1 : 0;
        }
        return count;
    }

    /** Of those who were there. */
    private double different(Predicate<Entry> such, Function<Entry, String> what) {
        var seen = new HashSet<String>();
        for (var entry : journal.entries()) {
            if (entry.fate() == Fate.PRESENT && such.test(entry)) {
                seen.add(what.apply(entry));
            }
        }
        return seen.size();
    }

    /** The marks of the sessions with five answers or more, of which five or more have this mark. */
    private List<Integer> marks(Function<Entry, OptionalInt> scale) {
        var all = new ArrayList<Integer>();
        for (int session = 0; session < journal.days().size(); session++) {
            var answers = 0;
            var marks = new ArrayList<Integer>();
            for (var entry : journal.entries()) {
                if (entry.session() == session && entry.answered()) {
                    answers++;
                    scale.apply(entry).ifPresent(marks::add);
                }
            }
            if (answers >= 5 && marks.size() >= 5) {
                all.addAll(marks);
            }
        }
        return all;
    }

    private static Optional<Double> mean(List<Integer> marks) {
        var sum = 0;
        for (var mark : marks) {
            sum += mark;
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(rounded(1.0 * sum / marks.size()));
    }

    /** As the file has them: to two decimals, a half up from zero. */
    private static double rounded(double value) {
        return Math.copySign(Math.floor(Math.abs(value) * HUNDREDTHS + .5) / HUNDREDTHS, value);
    }
}
