package be.leerkring.speeddating.planner;

/** What a meeting of two people costs a plan at tables, so that annealing has something to lower. */
final class MeetingCost {

    /** What a first meeting is worth, and so what a repeat costs in its place. */
    static final int MEETING = 100;

    private static final int MEETS_BARRED = 80 * MEETING;
    private static final int SPREAD = 20;
    private static final int FRESH = 0;
    private static final int OLD = 1;
    private static final int MUST = 2;
    private static final int MUST_AGAIN = 3;
    private static final int BARRED = 4;

    private final int people;
    private final byte[] kind;
    private final byte[] bonus;
    private final int[][] step;

    /**
     * Prepares the costs for a plan of so many rounds.
     *
     * @param emphasis how much dearer a wish is
     * @param credit what every meeting is worth: 0 where all plans have as many of them
     */
    MeetingCost(Crowd crowd, int rounds, Emphasis emphasis, int credit) {
        people = crowd.size();
        kind = new byte[people * people];
        bonus = new byte[people * people];
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < people; other++) {
                int pair = one * people + other;
                kind[pair] = kind(crowd, one, other);
                bonus[pair] = (byte) (kind[pair] == OLD
                        ? -3 * Math.min(9, crowd.before[one][other])
                        : crowd.fit[one][other]);
            }
        }
        step = new int[5][rounds + 1];
        for (int times = 0; times <= rounds; times++) {
            int again = times == 0 ? 0 : MEETING + SPREAD * (times - 1);
            step[FRESH][times] = again - credit;
            step[OLD][times] = MEETING + SPREAD * times - credit;
            step[MUST][times] = (times == 0 ? -emphasis.ofWish() : again) - credit;
            step[MUST_AGAIN][times] = (times == 0 ? MEETING - emphasis.ofWish() : again) - credit;
            step[BARRED][times] = MEETS_BARRED;
        }
    }

    private static byte kind(Crowd crowd, int one, int other) {
        if (crowd.barred[one][other]) {
            return BARRED;
        }
        boolean again = crowd.before[one][other] > 0;
        if (crowd.must[one][other]) {
            return again ? (byte) MUST_AGAIN : MUST;
        }
        return again ? (byte) OLD : FRESH;
    }

    /** What it costs when two who met so many times in the plan meet once more. */
    int ofMeeting(int one, int other, int times) {
        int pair = one * people + other;
        return step[kind[pair]][times] - (times == 0 ? bonus[pair] : 0);
    }
}
