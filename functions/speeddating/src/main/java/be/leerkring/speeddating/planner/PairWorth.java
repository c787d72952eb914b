package be.leerkring.speeddating.planner;

import java.util.Comparator;

/**
 * What makes one plan two by two better than another: wishes come first, then first meetings, then
 * that people find what they seek, and last that more organisations meet.
 */
final class PairWorth implements Comparator<EdgeColouring> {

    private final Crowd crowd;
    private final MeetingGraph fresh;
    private final MeetingGraph wished;
    private final MeetingGraph organisations;

    PairWorth(Crowd crowd, MeetingGraph fresh, MeetingGraph wished) {
        this.crowd = crowd;
        this.fresh = fresh;
        this.wished = wished;
        organisations = crowd.freshOrganisations();
    }

    @Override
    public int compare(EdgeColouring one, EdgeColouring other) {
        return Comparator.comparingInt(this::wishes)
                .thenComparingInt(this::meetings)
                .thenComparingInt(this::fit)
                .thenComparingInt(this::organisationsMeeting)
                .compare(one, other);
    }

    /** The same, but organisations come before people. */
    Comparator<EdgeColouring> organisationsFirst() {
        return Comparator.comparingInt(this::wishes)
                .thenComparingInt(this::organisationsMeeting)
                .thenComparingInt(this::meetings);
    }

    int wishes(EdgeColouring plan) {
        return count(plan, wished);
    }

    int meetings(EdgeColouring plan) {
        return count(plan, fresh);
    }

    private static int count(EdgeColouring plan, MeetingGraph among) {
        int count = 0;
        for (int one = 0; one < plan.people(); one++) {
            for (int other = 0; other < one; other++) {
                count += among.has(one, other) && plan.colour(one, other) >= 0 ? 1 : 0;
            }
        }
        return count;
    }

    private int fit(EdgeColouring plan) {
        int fit = 0;
        for (int one = 0; one < plan.people(); one++) {
            for (int other = 0; other < one; other++) {
                fit += plan.colour(one, other) >= 0 ? crowd.fit[one][other] : 0;
            }
        }
        return fit;
    }

    int organisationsMeeting(EdgeColouring plan) {
        MeetingGraph meeting = new MeetingGraph(organisations.people());
        for (int one = 0; one < plan.people(); one++) {
            for (int other = 0; other < one; other++) {
                int mine = crowd.organisation[one];
                int theirs = crowd.organisation[other];
                if (plan.colour(one, other) >= 0 && organisations.has(mine, theirs)) {
                    meeting.add(mine, theirs);
                }
            }
        }
        return meeting.edges();
    }
}
