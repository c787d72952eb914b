package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints what the planner reaches, and how far from the best possible that is, as a Markdown table.
 *
 * <p>{@code bin/benchmark} runs it.
 *
 * <p>A row of the other tool is what good-enough-golfers, unmodified, reached at best in ten runs.
 */
public final class Benchmark {

    private record Row(String instance, PlanRequest request, String otherTool) {}

    private Benchmark() {}

    /** Plans every instance once to warm up, and once for the table. */
    public static void main(String[] arguments) {
        System.out.println(
                "| instance | bound | reached | repeats | other tool: repeats | rounds until all met "
                        + "| time on a core |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Row row : rows()) {
            Planner.plan(row.request());
            ProcessorTime<Plan> planning = ProcessorTime.of(() -> Planner.plan(row.request()));
            Plan plan = planning.result();
            Certificate certificate = plan.certificate();
            boolean organisations = row.request().aim() == Aim.ORGANISATIONS;
            Tally tally = organisations ? certificate.organisations() : certificate.people();
            FewestRounds fewest = tally.fewestRounds();
            System.out.printf(
                    "| %s | %d (%s) | %d%s | %d | %s | %s | %d ms |%n",
                    row.instance(),
                    tally.bound().value(),
                    reason(tally.bound()),
                    tally.made(),
                    tally.noPlanCanDoBetter() ? ", no plan can do better" : "",
                    certificate.repeats(),
                    row.otherTool(),
                    fewest.lower() == fewest.upper() ? fewest.lower() : fewest.lower() + " to " + fewest.upper(),
                    planning.duration().toMillis());
            if (!PlanChecker.problems(row.request(), plan).isEmpty()) {
                throw new IllegalStateException(row.instance() + ": " + PlanChecker.problems(row.request(), plan));
            }
        }
    }

    private static String reason(UpperBound bound) {
        return switch (bound) {
            case UpperBound.EveryPair pairs -> "every pair";
            case UpperBound.Seats seats -> "seats";
            case UpperBound.Partners partners -> "partners";
            case UpperBound.Bottleneck bottleneck -> "bottleneck";
            case UpperBound.ThirtySixOfficers officers -> "thirty-six officers";
            case UpperBound.Exhausted exhausted -> "all tried";
        };
    }

    private static List<Row> rows() {
        PlanRequest network = new PlanRequest(Networks.uniform(18, 2), 9, new Room(18, 2));
        return List.of(
                new Row("2017: pairs of organisations in 9 rounds", network.withAim(Aim.ORGANISATIONS), ""),
                new Row("2017: pairs of people in 9 rounds", network, ""),
                new Row("2017: pairs of people in 34 rounds", pairs(18, 2, 34, 18), ""),
                new Row("2017: 9 rounds with 10 tables for two", pairs(18, 2, 9, 10), ""),
                new Row("15 organisations of 3, 8 rounds", pairs(15, 3, 8, 22), ""),
                new Row("31 people, 12 rounds, 12 tables", pairs(31, 1, 12, 12), ""),
                new Row("60 people at random, with history", random(60), ""),
                new Row("26 people of 4 organisations, 18 rounds", fourOrganisations(), ""),
                new Row("200 people, 12 rounds, no history", Sessions.ofTwoHundred(0), ""),
                new Row("200 people, 12 rounds, ten sessions of history", Sessions.ofTwoHundred(10), ""),
                new Row("4×4×5", tables(16, 1, 4, 4, 5), "0"),
                new Row("5×3×7", tables(15, 1, 5, 3, 7), "6"),
                new Row("6×3×8", tables(18, 1, 6, 3, 8), "5"),
                new Row("6×4×7", tables(24, 1, 6, 4, 7), "14"),
                new Row("7×4×9", tables(28, 1, 7, 4, 9), "28"),
                new Row("8×4×10", tables(32, 1, 8, 4, 10), "30"),
                new Row("9×4×11", tables(36, 1, 9, 4, 11), "30"),
                new Row("9×2×17", tables(18, 1, 9, 2, 17), "0"),
                new Row("18 organisations of 2: 9×4×10", tables(18, 2, 9, 4, 10), "21"),
                new Row("18 organisations of 2: 6×6×4", tables(18, 2, 6, 6, 4), ""),
                new Row("18 organisations of 2: 6×6×5", tables(18, 2, 6, 6, 5), "23"),
                new Row("18 organisations of 2: 18×2×8", tables(18, 2, 18, 2, 8), "0"),
                new Row("18 organisations of 2: 12×3×8", tables(18, 2, 12, 3, 8), "0"),
                new Row("18 organisations of 2: 9×4×6", tables(18, 2, 9, 4, 6), "0"),
                new Row("18 organisations of 2: 6×6×3", tables(18, 2, 6, 6, 3), "0"),
                new Row("40 organisations of 3: 20×6×6", tables(40, 3, 20, 6, 6), ""),
                new Row("17 organisations of 2: 9×4×6", tables(17, 2, 9, 4, 6), ""),
                new Row("22 people of 3 organisations: 8×7×11", fewOrganisations(), ""));
    }

    private static PlanRequest pairs(int organisations, int people, int rounds, int tables) {
        return tables(organisations, people, tables, 2, rounds);
    }

    private static PlanRequest tables(int organisations, int people, int tables, int seats, int rounds) {
        return new PlanRequest(Networks.uniform(organisations, people), rounds, new Room(tables, seats));
    }

    private static PlanRequest fourOrganisations() {
        List<Guest> people = new ArrayList<>();
        for (char organisation : "23001011222313002130313331".toCharArray()) {
            people.add(new Guest("p" + people.size(), "organisation " + organisation));
        }
        return new PlanRequest(people, 18, Room.ofPairsFor(26));
    }

    private static PlanRequest fewOrganisations() {
        List<Guest> people = new ArrayList<>();
        for (int person = 0; person < 22; person++) {
            people.add(new Guest("p" + person, "organisation " + (person < 11 ? 0 : person < 19 ? 1 : 2)));
        }
        return new PlanRequest(people, 11, new Room(8, 7));
    }

    private static PlanRequest random(int people) {
        Random random = new Random(2017);
        PlanRequest request = Networks.ofPairs(random, people);
        while (request.participants().size() < people || request.earlier().isEmpty() || request.rounds() > 20) {
            request = Networks.ofPairs(random, people);
        }
        return request;
    }
}
