package be.leerkring.speeddating.planner;

/**
 * Tries every way to fill the rounds two by two, person after person, for a handful of people.
 *
 * <p>Rounds are interchangeable, so the first person meets partners in rising order; a branch ends
 * when more people are bound to be idle than the target leaves room for.
 */
final class ExhaustiveSearch {

    private final MeetingGraph graph;
    private final EdgeColouring rounds;
    private int idleLeft;
    private long nodesLeft;

    /** What came of it. */
    sealed interface Outcome {

        /** Rounds that hold as many meetings as was asked. */
        record Found(EdgeColouring rounds) implements Outcome {}

        /** There are no such rounds. */
        record Impossible() implements Outcome {}

        /** Too many possibilities to try them all. */
        record GaveUp() implements Outcome {}
    }

    private ExhaustiveSearch(MeetingGraph graph, int rounds, int target, long nodes) {
        this.graph = graph;
        this.rounds = new EdgeColouring(graph.people(), rounds);
        idleLeft = graph.people() * rounds - 2 * target;
        nodesLeft = nodes;
    }

    /** Looks for so many different meetings in so many rounds, in at most so many steps. */
    static Outcome search(MeetingGraph graph, int rounds, int target, long nodes) {
        ExhaustiveSearch search = new ExhaustiveSearch(graph, rounds, target, nodes);
        if (search.fill(0, 0, 0)) {
            return new Outcome.Found(search.rounds);
        }
        return search.nodesLeft > 0 ? new Outcome.Impossible() : new Outcome.GaveUp();
    }

    private boolean fill(int person, int round, int firstPartner) {
        if (--nodesLeft <= 0) {
            return false;
        }
        if (person == graph.people()) {
            return true;
        }
        if (round == rounds.colours()) {
            return boundToIdle(person + 1) <= idleLeft && fill(person + 1, 0, 0);
        }
        if (!rounds.free(round, person)) {
            return fill(person, round + 1, firstPartner);
        }
        for (int other = Math.max(person + 1, firstPartner); other < graph.people(); other++) {
            if (graph.has(person, other) && rounds.colour(person, other) < 0 && rounds.free(round, other)) {
                rounds.put(person, other, round);
                if (fill(person, round + 1, person == 0 ? other + 1 : 0)) {
                    return true;
                }
                rounds.take(person, other);
            }
        }
        if (idleLeft > 0) {
            idleLeft--;
            if (fill(person, round + 1, person == 0 ? graph.people() : 0)) {
                return true;
            }
            idleLeft++;
        }
        return false;
    }

    /** How many times the people from here on are idle at least, for want of partners or by parity. */
    private int boundToIdle(int from) {
        int wanting = 0;
        for (int person = from; person < graph.people(); person++) {
            int open = 0;
            for (int other = from; other < graph.people(); other++) {
                if (graph.has(person, other) && rounds.colour(person, other) < 0) {
                    open++;
                }
            }
            wanting += Math.max(0, rounds.colours() - rounds.degree(person) - open);
        }
        int odd = 0;
        for (int round = 0; round < rounds.colours(); round++) {
            int free = 0;
            for (int person = from; person < graph.people(); person++) {
                free += rounds.free(round, person) ? 1 : 0;
            }
            odd += free % 2;
        }
        return Math.max(wanting, odd);
    }
}
