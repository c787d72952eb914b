package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Writes the certificate of a plan from its rounds, whichever way they came about. */
final class Certifier {

    private final Crowd crowd;
    private final int rounds;
    private final MeetingGraph fresh;
    private final MeetingGraph organisations;
    private final int seats;
    private final int inARound;
    private final int inARoundEach;

    /**
     * Prepares a certificate about so many rounds.
     *
     * @param crowd with the meetings before these rounds
     */
    Certifier(Crowd crowd, int rounds) {
        this.crowd = crowd;
        this.rounds = rounds;
        fresh = crowd.fresh();
        organisations = crowd.freshOrganisations();
        Room room = crowd.request.room();
        // A table holds one person per organisation at most.
        seats = Math.max(2, Math.min(room.seats(), crowd.organisations.size()));
        inARound = new Room(room.tables(), seats).meetingsInARound(crowd.size());
        inARoundEach = seats - 1;
    }

    /** How many people can share a table. */
    int seats() {
        return seats;
    }

    /** The bound on first meetings of people, at tables of more than two. */
    UpperBound peopleBound() {
        UpperBound least = bound(fresh);
        return areThirtySixOfficers() ? least(least, new UpperBound.ThirtySixOfficers(rounds)) : least;
    }

    /** No plan grants more wishes than this. */
    int mostWishes() {
        return bound(crowd.wished()).value();
    }

    private UpperBound bound(MeetingGraph pairs) {
        int sum = 0;
        for (int person = 0; person < crowd.size(); person++) {
            sum += Math.min(pairs.degree(person), rounds * inARoundEach);
        }
        return least(
                new UpperBound.EveryPair(pairs.edges()),
                new UpperBound.Seats(rounds, inARound),
                new UpperBound.Partners(rounds, inARoundEach, sum));
    }

    private boolean areThirtySixOfficers() {
        return crowd.size() == UpperBound.ThirtySixOfficers.PEOPLE
                && crowd.request.room().seats() == UpperBound.ThirtySixOfficers.SEATS
                && rounds > UpperBound.ThirtySixOfficers.FREE_OF_REPEATS;
    }

    /** The bound on first meetings of organisations. */
    UpperBound organisationsBound() {
        int[] delegations = crowd.delegations();
        int sum = 0;
        for (int one = 0; one < delegations.length; one++) {
            sum += Math.min(organisations.degree(one), rounds * inARoundEach * delegations[one]);
        }
        return least(
                new UpperBound.EveryPair(organisations.edges()),
                new UpperBound.Seats(rounds, inARound),
                new UpperBound.Partners(rounds, inARoundEach, sum));
    }

    private static UpperBound least(UpperBound... bounds) {
        UpperBound least = bounds[0];
        for (UpperBound bound : bounds) {
            least = bound.value() < least.value() ? bound : least;
        }
        return least;
    }

    /**
     * The certificate.
     *
     * @param done the rounds that were; only who sat out in them counts
     * @param planned the rounds that it speaks about
     */
    Certificate certify(List<Round> done, List<Round> planned, UpperBound people) {
        Map<String, Integer> sittingOut = new HashMap<>();
        crowd.people.forEach(one -> sittingOut.put(one.id(), 0));
        done.forEach(round -> round.sittingOut().forEach(id -> sittingOut.computeIfPresent(id, (k, v) -> v + 1)));
        planned.forEach(round -> round.sittingOut().forEach(id -> sittingOut.merge(id, 1, Integer::sum)));
        MeetingGraph met = new MeetingGraph(crowd.size());
        MeetingGraph organisationsMet = new MeetingGraph(organisations.people());
        int repeats = 0;
        int made = 0;
        int organisationsMade = 0;
        for (Round round : planned) {
            for (Table table : round.tables()) {
                int[] sitting = table.people().stream().mapToInt(crowd::numberOf).toArray();
                for (int i = 0; i < sitting.length; i++) {
                    for (int j = 0; j < i; j++) {
                        int one = sitting[i];
                        int other = sitting[j];
                        if (met.has(one, other) || crowd.before[one][other] > 0) {
                            repeats++;
                        } else {
                            made++;
                        }
                        met.add(one, other);
                        int mine = crowd.organisation[one];
                        int theirs = crowd.organisation[other];
                        if (organisations.has(mine, theirs) && !organisationsMet.has(mine, theirs)) {
                            organisationsMet.add(mine, theirs);
                            organisationsMade++;
                        }
                    }
                }
            }
        }
        return new Certificate(
                done.size(),
                new Tally(made, people, fewestRoundsOfPeople().witnessed(made == fresh.edges(), rounds)),
                new Tally(
                        organisationsMade,
                        organisationsBound(),
                        fewestRoundsOfOrganisations()
                                .witnessed(organisationsMade == organisations.edges(), rounds)),
                repeats,
                sittingOut,
                notIn(met, fresh),
                notIn(met, wished()));
    }

    private MeetingGraph wished() {
        MeetingGraph wished = new MeetingGraph(crowd.size());
        for (int one = 0; one < crowd.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (crowd.must[one][other]) {
                    wished.add(one, other);
                }
            }
        }
        return wished;
    }

    private List<Pair> notIn(MeetingGraph met, MeetingGraph among) {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < crowd.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (among.has(one, other) && !met.has(one, other)) {
                    pairs.add(crowd.pair(one, other));
                }
            }
        }
        pairs.sort(null);
        return pairs;
    }

    private FewestRounds fewestRoundsOfPeople() {
        LowerBound busiest = new LowerBound.NobodyLeft();
        if (inARoundEach == 1) {
            busiest = Tournament.lowerBound(fresh, crowd::id);
        } else {
            for (int person = 0; person < crowd.size(); person++) {
                busiest = greater(
                        busiest, new LowerBound.Busiest(crowd.id(person), fresh.degree(person), inARoundEach));
            }
        }
        EdgeColouring twoByTwo = Tournament.of(fresh, new SplittableRandom(crowd.request.seed())).rounds();
        int[] people = new int[crowd.size()];
        Arrays.setAll(people, person -> person);
        return fewestRounds(busiest, fresh, twoByTwo, people);
    }

    private FewestRounds fewestRoundsOfOrganisations() {
        LowerBound busiest = new LowerBound.NobodyLeft();
        int[] delegations = crowd.delegations();
        for (int one = 0; one < delegations.length; one++) {
            busiest = greater(
                    busiest,
                    new LowerBound.Busiest(
                            crowd.organisations.get(one), organisations.degree(one), delegations[one] * inARoundEach));
        }
        RandomGenerator random = new SplittableRandom(crowd.request.seed());
        EdgeColouring twoByTwo = new OrganisationPlanner(crowd, random).tournament();
        return fewestRounds(busiest, organisations, twoByTwo, crowd.organisation);
    }

    private FewestRounds fewestRounds(
            LowerBound busiest, MeetingGraph graph, EdgeColouring twoByTwo, int[] group) {
        if (graph.edges() == 0) {
            return new FewestRounds(0, new LowerBound.NobodyLeft(), 0);
        }
        LowerBound lower = greater(busiest, new LowerBound.Capacity(graph.edges(), inARound));
        int tables = Math.min(crowd.request.room().tables(), crowd.size() / 2);
        int upper = Math.max(twoByTwo.colours(), Math.ceilDiv(twoByTwo.size(), tables));
        if (inARoundEach > 1) {
            upper = new GreedyCover(crowd, graph, group).rounds(upper);
        }
        return new FewestRounds(lower.value(), lower, upper);
    }

    private static LowerBound greater(LowerBound one, LowerBound other) {
        return other.value() > one.value() ? other : one;
    }
}
