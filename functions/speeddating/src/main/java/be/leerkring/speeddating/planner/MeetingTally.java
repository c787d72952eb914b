package be.leerkring.speeddating.planner;

/** Counts how often people meet in a plan at tables, and keeps what that costs and what it is worth. */
final class MeetingTally {

    private static final long BARRED = -TableWorth.of(100, 0, 0, 0);

    private final int people;
    private final int organisations;
    private final int[] organisation;
    private final boolean byOrganisation;
    private final MeetingCost costs;
    private final int ofOrganisations;
    private final byte[] met;
    private final long[] gain;
    private final int[] organisationsMet;
    private final boolean[] organisationsFresh;
    private long cost;
    private long worth;

    MeetingTally(Crowd crowd, int rounds, Emphasis emphasis) {
        people = crowd.size();
        organisations = crowd.organisations.size();
        organisation = crowd.organisation;
        byOrganisation = crowd.request.aim() == Aim.ORGANISATIONS;
        costs = new MeetingCost(crowd, rounds, emphasis, MeetingCost.MEETING);
        ofOrganisations = emphasis.ofOrganisations();
        met = new byte[people * people];
        gain = new long[people * people];
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < people; other++) {
                gain[one * people + other] = crowd.barred[one][other]
                        ? BARRED
                        : TableWorth.of(crowd.must[one][other] ? 1 : 0, 0, crowd.before[one][other] == 0 ? 1 : 0, 0);
            }
        }
        organisationsMet = new int[organisations * organisations];
        organisationsFresh = new boolean[organisations * organisations];
        MeetingGraph freshOrganisations = crowd.freshOrganisations();
        for (int pair = 0; pair < organisationsFresh.length; pair++) {
            organisationsFresh[pair] = freshOrganisations.has(pair / organisations, pair % organisations);
        }
    }

    long cost() {
        return cost;
    }

    /** What {@link TableWorth} says, but for how well people fit. */
    long worth() {
        return worth;
    }

    boolean countsOrganisations() {
        return byOrganisation;
    }

    /** What it costs if two meet once more, not counting organisations. */
    int ofOnceMore(int one, int other) {
        return costs.ofMeeting(one, other, met[one * people + other]);
    }

    /** What it saves if two meet once less, not counting organisations. */
    int ofOnceLess(int one, int other) {
        return costs.ofMeeting(one, other, met[one * people + other] - 1);
    }

    void meet(int one, int other) {
        int pair = one * people + other;
        cost += costs.ofMeeting(one, other, met[pair]);
        worth += met[pair] == 0 ? gain[pair] : 0;
        met[pair]++;
        met[other * people + one]++;
        if (byOrganisation && count(one, other, 1) == 1) {
            cost -= ofOrganisations;
            worth += TableWorth.of(0, 1, 0, 0);
        }
    }

    void part(int one, int other) {
        int pair = one * people + other;
        met[pair]--;
        met[other * people + one]--;
        cost -= costs.ofMeeting(one, other, met[pair]);
        worth -= met[pair] == 0 ? gain[pair] : 0;
        if (byOrganisation && count(one, other, -1) == 0) {
            cost += ofOrganisations;
            worth -= TableWorth.of(0, 1, 0, 0);
        }
    }

    /** How often the organisations of the two meet now, if they count; else −1. */
    private int count(int one, int other, int change) {
        int pair = organisation[one] * organisations + organisation[other];
        if (!organisationsFresh[pair]) {
            return -1;
        }
        organisationsMet[pair] += change;
        organisationsMet[organisation[other] * organisations + organisation[one]] = organisationsMet[pair];
        return organisationsMet[pair];
    }
}
