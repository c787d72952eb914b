package be.leerkring.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.leerkring.feedback.report.YearJournal.Entry;
import be.leerkring.feedback.report.YearJournal.Fate;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.session.Session;
import be.leerkring.testing.Proof;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The figures of random years of twelve sessions are those that whoever kept a journal counts. */
final class RecountedReportTest {

    private static final int SESSIONS = 12;
    private static final int FIRST_YEAR = 1990;
    private static final double A_HUNDREDTH = .0101;

    @Test
    void theReportsNumbersAreThoseOfTheJournal() throws IOException {
        var seed = Proof.seed();
        System.out.println("seed " + seed);
        try (var room = new ReportRoom("2030-02-01T08:00:00Z")) {
            var random = new Random(seed);
            for (int number = 0; number < Proof.of(3, 30); number++) {
                var journal = YearJournal.of(FIRST_YEAR + number, SESSIONS, random);
                close(room, journal);
                compare(room, journal, seed);
            }
        }
    }

    /** As closing does it: session after session, each knowing only who was there before. */
    private static void close(ReportRoom room, YearJournal journal) {
        var known = new HashSet<String>();
        var knownOutside = new HashSet<String>();
        for (int number = 0; number < journal.days().size(); number++) {
            var session = ReportRoom.session("s-" + journal.year() + "-" + number, journal.days().get(number));
            var here = number;
            var entries = journal.entries().stream().filter(entry -> entry.session() == here).toList();
            var present = entries.stream().filter(entry -> entry.fate() == Fate.PRESENT).toList();
            var heads = new EnumMap<Kind, Heads>(Kind.class);
            entries.forEach(entry -> heads.merge(entry.who().kind(), head(entry.fate()), Heads::plus));
            var people = present.stream().map(entry -> entry.who().address()).filter(known::add).count();
            var outside = present.stream()
                    .filter(entry -> entry.who().organisation().isEmpty())
                    .map(entry -> entry.who().organisationName())
                    .collect(Collectors.toSet());
            var newOutside = outside.stream().filter(knownOutside::add).count();
            room.publish(session);
            room.close(session, new SessionFigures(
                    session.id(),
                    session.title(),
                    session.start(),
                    session.end(),
                    YearJournal.seats(number),
                    true,
                    heads,
                    present.stream()
                            .map(entry -> entry.who().organisation())
                            .filter(id -> !id.isEmpty())
                            .distinct()
                            .toList(),
                    outside.size(),
                    (int) people,
                    (int) newOutside,
                    PairsMet.NONE));
            entries.stream().filter(Entry::answered).forEach(entry -> answer(room, session, entry));
        }
    }

    private static Heads head(Fate fate) {
        return switch (fate) {
            case PRESENT -> new Heads(1, 0, 0, 0);
            case ABSENT -> new Heads(0, 1, 0, 0);
            case CANCELLED -> new Heads(0, 0, 1, 0);
            case WAITING -> new Heads(0, 0, 0, 1);
        };
    }

    private static void answer(ReportRoom room, Session session, Entry entry) {
        room.answer(session, entry.usefulness(), entry.recommend());
    }

    private static void compare(ReportRoom room, YearJournal journal, long seed) throws IOException {
        var file = room.organiser().get("/organiser/report/" + journal.year() + "/report.json");
        var report = room.get(JsonMapper.class)
                .readValue(file.body(), Argument.mapOf(String.class, Object.class));
        var recount = new Recount(journal);
        @SuppressWarnings("unchecked")
        var figures = (Map<String, Map<String, Object>>) report.get("figures");
        recount.values().forEach((name, value) -> assertThat(number(figures, name, "value"))
                .as("seed %d, year %d, %s", seed, journal.year(), name)
                .isCloseTo(value, within(A_HUNDREDTH)));
        for (var name : Set.of("usefulness", "recommendation", "net-promoter-score")) {
            assertThat(figures.get(name).containsKey("value")).isEqualTo(recount.values().containsKey(name));
        }
        assertThat(number(figures, "no-shows", "of")).isEqualTo(recount.expected());
        if (recount.asked() > 0) {
            assertThat(number(figures, "answers", "of")).isEqualTo(recount.asked());
        }
    }

    private static double number(Map<String, Map<String, Object>> figures, String name, String part) {
        return ((Number) figures.get(name).get(part)).doubleValue();
    }
}
