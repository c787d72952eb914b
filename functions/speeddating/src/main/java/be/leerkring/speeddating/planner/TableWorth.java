package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.List;

/** What makes one plan at tables better than another. */
final class TableWorth {

    private final Crowd crowd;
    private final MeetingGraph organisations;

    TableWorth(Crowd crowd) {
        this.crowd = crowd;
        organisations = crowd.freshOrganisations();
    }

    /** Wishes come before meetings of organisations, if those come first, then people's, then the fit. */
    static long of(int wishes, int ofOrganisations, int ofPeople, int fit) {
        return ((wishes * 100_000L + ofOrganisations) * 100_000L + ofPeople) * 1_000L + Math.min(999, fit);
    }

    /** The worth of a plan that gives everybody's table in every round, or −1. */
    long of(int[][] tables) {
        MeetingGraph met = new MeetingGraph(crowd.size());
        MeetingGraph organisationsMet = new MeetingGraph(organisations.people());
        int wishes = 0;
        int made = 0;
        int fit = 0;
        for (int[] round : tables) {
            for (int[] group : groups(round)) {
                for (int one : group) {
                    for (int other : group) {
                        if (one < other && !met.has(one, other)) {
                            met.add(one, other);
                            fit += crowd.fit[one][other];
                            made += crowd.before[one][other] == 0 ? 1 : 0;
                            wishes += crowd.must[one][other] ? 1 : 0;
                            if (organisations.has(crowd.organisation[one], crowd.organisation[other])) {
                                organisationsMet.add(crowd.organisation[one], crowd.organisation[other]);
                            }
                        }
                    }
                }
            }
        }
        int ofOrganisations = crowd.request.aim() == Aim.ORGANISATIONS ? organisationsMet.edges() : 0;
        return of(wishes, ofOrganisations, made, fit);
    }

    /** Those who share a table in a round, without those who sit alone. */
    static List<int[]> groups(int[] table) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int person = 0; person < table.length; person++) {
            while (groups.size() <= table[person]) {
                groups.add(new ArrayList<>());
            }
            if (table[person] >= 0) {
                groups.get(table[person]).add(person);
            }
        }
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().mapToInt(person -> person).toArray())
                .toList();
    }
}
