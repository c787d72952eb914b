package be.leerkring.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.report.YearJournal.Fate;
import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.MailCounts;
import be.leerkring.testing.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What everybody may read of a year gives away no small group. The attacker knows every figure of the page and adds and
 * subtracts them as linear algebra allows: whichever group of those present can be reckoned so is nobody, or five
 * different people and more.
 */
final class PublicYearTest {

    private static final int FEWEST = 5;
    private static final int MOST_SESSIONS = 3;
    private static final int KINDS = Kind.values().length;

    @Test
    void whateverCanBeReckonedFromThePageTellsOfNobodyOrOfFivePeople() {
        var seed = Proof.seed();
        var random = new Random(seed);
        var told = 0;
        for (int number = 0; number < Proof.of(400, 10_000); number++) {
            var journal = small(random);
            var year = PublicYear.of(figures(journal), true);
            attack(journal, year, "seed " + seed + ", year " + number + ": " + journal);
            told += year.hidden().isEmpty() && !year.isEmpty() ? 1 : 0;
        }
        assertThat(told).as("years of which all kinds are told").isPositive();
    }

    /** Few sessions of few people, so that every group can be tried. */
    private static YearJournal small(Random random) {
        var journal = YearJournal.of(2017, 1 + random.nextInt(MOST_SESSIONS), random);
        var people = new HashSet<>(journal.entries().stream()
                .map(entry -> entry.who().address())
                .filter(address -> random.nextInt(3) > 0)
                .limit(5 + random.nextInt(40))
                .toList());
        return new YearJournal(2017, journal.days(), journal.entries().stream()
                .filter(entry -> entry.fate() == Fate.PRESENT && people.contains(entry.who().address()))
                .toList());
    }

    private static void attack(YearJournal journal, PublicYear year, String which) {
        var sessions = journal.days().size();
        var rows = new ArrayList<double[]>();
        var shown = new HashSet<Integer>();
        for (var line : year.figures().sessions()) {
            var session = Integer.parseInt(line.figures().session());
            shown.add(session);
            rows.add(row(sessions, (one, kind) -> one == session));
        }
        for (var kind : Kind.values()) {
            if (!year.present(kind).hidden()) {
                rows.add(row(sessions, (one, other) -> shown.contains(one) && other == kind));
            }
        }
        rows.add(row(sessions, (one, kind) -> shown.contains(one)));
        var sums = new Sums(rows);
        for (int group = 1; group < 1 << sessions * KINDS; group++) {
            var chosen = group;
            var people = journal.entries().stream()
                    .filter(entry -> (chosen >> (entry.session() * KINDS + entry.who().kind().ordinal()) & 1) == 1)
                    .map(entry -> entry.who().address())
                    .collect(Collectors.toSet());
            if (!people.isEmpty() && people.size() < FEWEST) {
                assertThat(
                        sums.reach(row(sessions, (one, kind) -> (chosen >> (one * KINDS + kind.ordinal()) & 1) == 1)))
                        .as(which + ", group " + people).isFalse();
            }
        }
        attackTheUnique(journal, year, shown, which);
    }

    /** Who came once more than some session had, and how often somebody came back, must not be few either. */
    private static void attackTheUnique(YearJournal journal, PublicYear year, Set<Integer> shown, String which) {
        if (year.unique().hidden()) {
            return;
        }
        var everybody = addresses(journal, -1);
        assertThat(year.unique().value()).hasValue(everybody.size());
        for (var session : shown) {
            var others = new HashSet<>(everybody);
            others.removeAll(addresses(journal, session));
            assertThat(isLarge(others.size())).as(which).isTrue();
        }
        assertThat(isLarge(journal.entries().size() - everybody.size())).as(which).isTrue();
    }

    private static Set<String> addresses(YearJournal journal, int session) {
        return journal.entries().stream()
                .filter(entry -> session < 0 || entry.session() == session)
                .map(entry -> entry.who().address())
                .collect(Collectors.toSet());
    }

    private static boolean isLarge(int people) {
        return people == 0 || people >= FEWEST;
    }

    private interface Cell {
        boolean counts(int session, Kind kind);
    }

    private static double[] row(int sessions, Cell cell) {
        var row = new double[sessions * KINDS];
        for (int session = 0; session < sessions; session++) {
            for (var kind : Kind.values()) {
                row[session * KINDS + kind.ordinal()] = cell.counts(session, kind) ? 1 : 0;
            }
        }
        return row;
    }

    private static YearFigures figures(YearJournal journal) {
        var known = new HashSet<String>();
        var lines = new ArrayList<SessionLine>();
        for (int number = 0; number < journal.days().size(); number++) {
            var here = addresses(journal, number);
            var fresh = (int) here.stream().filter(known::add).count();
            var heads = new EnumMap<Kind, Heads>(Kind.class);
            for (var entry : journal.entries()) {
                if (entry.session() == number) {
                    heads.merge(entry.who().kind(), new Heads(1, 0, 0, 0), Heads::plus);
                }
            }
            lines.add(line(Integer.toString(number), heads, fresh, Optional.empty()));
        }
        return year(lines, 0);
    }

    private static SessionLine line(String id, Map<Kind, Heads> heads, int fresh, Optional<AnswerTally> tally) {
        return new SessionLine(
                new SessionFigures(
                        id, LocalizedText.NONE, Instant.EPOCH, Instant.EPOCH, 40, true, heads, List.of("org-1"), 0,
                        fresh, 0, PairsMet.NONE),
                tally);
    }

    private static YearFigures year(List<SessionLine> lines, int contacts) {
        return new YearFigures(2017, lines, new OrganisationList(0, ReportRoom.ORGANISATIONS), 0, contacts, 0,
                new Around(Map.of(), 0, 0, 0, new MailCounts.Year(0, 0, 0)));
    }

    private static Map<Kind, Heads> heads(int spearhead, int innovative, int other) {
        return Map.of(
                Kind.SPEARHEAD_CLUSTER, new Heads(spearhead, 0, 0, 0),
                Kind.INNOVATIVE_BUSINESS_NETWORK, new Heads(innovative, 0, 0, 0),
                Kind.OTHER, new Heads(other, 0, 0, 0));
    }

    private static Set<Kind> hidden(Map<Kind, Heads> heads) {
        return PublicYear.of(year(List.of(line("0", heads, 0, Optional.empty())), 0), true).hidden();
    }

    @Test
    void aKindOfFewPeopleIsHiddenAndAnotherWithIt() {
        assertThat(hidden(heads(5, 10, 7))).isEmpty();
        assertThat(hidden(heads(8, 10, 0))).isEmpty();
        assertThat(hidden(heads(8, 10, 2))).containsExactlyInAnyOrder(Kind.OTHER, Kind.SPEARHEAD_CLUSTER);
        assertThat(hidden(heads(1, 10, 2))).hasSize(KINDS);
        assertThat(hidden(heads(2, 10, 4))).containsExactlyInAnyOrder(Kind.OTHER, Kind.SPEARHEAD_CLUSTER);
    }

    @Test
    void onePersonWhoCameFiveTimesIsNotFivePeople() {
        var lines = new ArrayList<SessionLine>();
        for (int number = 0; number < FEWEST; number++) {
            lines.add(line(Integer.toString(number), heads(9, 9, 1), number == 0 ? 19 : 0, Optional.empty()));
        }
        assertThat(PublicYear.of(year(lines, 0), true).hidden()).contains(Kind.OTHER);
    }

    @Test
    void aSessionOfFewPeopleCountsForNothing() {
        var year = PublicYear.of(
                year(
                        List.of(
                                line("0", heads(8, 9, 7), 24, Optional.empty()),
                                line("1", heads(1, 2, 1), 4, Optional.empty())),
                        0),
                true);
        assertThat(year.present()).isEqualTo(24);
        assertThat(year.figures().held()).isEqualTo(1);
        assertThat(year.unique().hidden()).isTrue();
    }

    @Test
    void whatChangesPersonByPersonWaitsUntilNothingOfItChanges() {
        var tally = new AnswerTally(
                "0", Instant.EPOCH, 14, new TreeMap<>(Map.of(4, 14)), new TreeMap<>(Map.of(9, 14)));
        var figures = year(List.of(line("0", heads(8, 9, 7), 24, Optional.of(tally))), 2);
        var running = PublicYear.of(figures, false);
        var settled = PublicYear.of(figures, true);
        assertThat(running.answers().hidden()).isTrue();
        assertThat(running.unique().hidden()).isTrue();
        assertThat(running.present(Kind.OTHER).hidden()).isTrue();
        assertThat(running.satisfaction().usefulness()).isEmpty();
        assertThat(running.present()).isEqualTo(24);
        assertThat(settled.answers()).isEqualTo(Reading.part(14, 24));
        assertThat(settled.satisfaction().usefulness()).hasValue(4);
        assertThat(settled.unique()).isEqualTo(Reading.of(24));
        assertThat(settled.contacts().hidden()).isTrue();
    }

    @Test
    void allButAFewWhoAnsweredWouldTellOfThoseFew() {
        var tally = new AnswerTally(
                "0", Instant.EPOCH, 22, new TreeMap<>(Map.of(4, 22)), new TreeMap<>(Map.of(9, 22)));
        var year = PublicYear.of(year(List.of(line("0", heads(8, 9, 7), 24, Optional.of(tally))), 5), true);
        assertThat(year.answers().hidden()).isTrue();
        assertThat(year.contacts()).isEqualTo(Reading.of(5));
    }
}
