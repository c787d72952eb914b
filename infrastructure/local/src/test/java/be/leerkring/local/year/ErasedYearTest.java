package be.leerkring.local.year;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.year.LivedYear.Entry;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.testing.Proof;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A year that was lived on the whole site, its sessions closed by the button and answered by the form, is reported as
 * the journal of it counts; also after half of the people erased themselves, and when everything has expired that does.
 */
final class ErasedYearTest {

    private static final Pattern FIGURE = Pattern.compile(
            "\"([a-z.-]+)\":\\{\"chapter\":\"[a-z]+\",\"value\":([0-9.-]+)");

    @Test
    void aReportIsWhatWasSeenAndStaysSoWithoutThePeople() {
        var seed = Proof.seed();
        var random = new Random(seed);
        for (int number = 0; number < Proof.of(1, 5); number++) {
            try (var year = new LivedYear(random)) {
                var expected = recount(year.journal());
                var report = year.report();
                assertThat(figures(report)).as("seed %d, year %d", seed, number).containsAllEntriesOf(expected);
                year.eraseHalf();
                assertThat(year.report()).isEqualTo(report);
                assertThat(year.expire()).isGreaterThan(year.journal().size() / 2);
                assertThat(year.report()).isEqualTo(report.replace("\"complete\":false", "\"complete\":true"));
            }
        }
    }

    private static Map<String, String> figures(String report) {
        var figures = new TreeMap<String, String>();
        FIGURE.matcher(report).results().forEach(found -> figures.put(
                found.group(1), number(Double.parseDouble(found.group(2)))));
        return figures;
    }

    private static Map<String, String> recount(List<Entry> journal) {
        var expected = new TreeMap<String, String>();
        expected.put("sessions-held", number(12));
        expected.put("present", count(journal, is(RegistrationState.ATTENDED)));
        expected.put("no-shows", count(journal, is(RegistrationState.CONFIRMED)));
        expected.put("cancelled", count(journal, is(RegistrationState.CANCELLED)));
        expected.put("waiting", count(journal, is(RegistrationState.WAITING)));
        expected.put("registered", count(journal, is(RegistrationState.PENDING).negate()));
        expected.put("unique-people", different(journal, entry -> true, entry -> entry.who().email().text()));
        expected.put("organisations", different(
                journal, entry -> !entry.who().organisationId().isEmpty(), entry -> entry.who().organisationId()));
        expected.put("organisations-unlisted", different(
                journal, entry -> entry.who().organisationId().isEmpty(), entry -> entry.who().organisation()));
        for (var kind : Kind.values()) {
            expected.put("present." + kind.code(), count(
                    journal, is(RegistrationState.ATTENDED).and(entry -> entry.who().kind() == kind)));
        }
        var marks = new ArrayList<Integer>();
        for (int session = 0; session < 12; session++) {
            var id = "sessie-" + session;
            var given = journal.stream()
                    .filter(entry -> entry.who().session().equals(id) && entry.useful() > 0)
                    .map(Entry::useful)
                    .toList();
            if (given.size() >= 5) {
                marks.addAll(given);
            }
        }
        expected.put("answers", number(marks.size()));
        var sum = 0;
        for (var mark : marks) {
            sum += mark;
        }
        expected.put("usefulness", number(1.0 * sum / marks.size()));
        return expected;
    }

    private static Predicate<Entry> is(RegistrationState state) {
        return entry -> entry.state() == state;
    }

    private static String count(List<Entry> journal, Predicate<Entry> such) {
        return number(journal.stream().filter(such).count());
    }

    private static String different(List<Entry> journal, Predicate<Entry> such, Function<Entry, String> what) {
        var seen = new HashSet<String>();
        for (var entry : journal) {
            if (entry.state() == RegistrationState.ATTENDED && such.test(entry)) {
                seen.add(what.apply(entry));
            }
        }
        return number(seen.size());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
