package be.leerkring.speeddating.planner;

/** The least of the upper bounds on first meetings, two by two. */
final class PairBound {

    private final Crowd crowd;
    private final MeetingGraph fresh;
    private final int rounds;

    PairBound(Crowd crowd, MeetingGraph fresh, int rounds) {
        this.crowd = crowd;
        this.fresh = fresh;
        this.rounds = rounds;
    }

    /** What can be told without search. */
    UpperBound atOnce() {
        UpperBound pairs = new UpperBound.EveryPair(fresh.edges());
        UpperBound seats = new UpperBound.Seats(rounds, crowd.request.room().meetingsInARound(crowd.size()));
        UpperBound simple = least(pairs, seats);
        return least(simple, new BottleneckSearch(fresh, rounds).atOnce(crowd::id));
    }

    /** The same, or less where a bottleneck is found. */
    UpperBound afterSearch() {
        return least(atOnce(), new BottleneckSearch(fresh, rounds).narrowest(crowd::id));
    }

    private static UpperBound least(UpperBound one, UpperBound other) {
        return other.value() < one.value() ? other : one;
    }
}
