package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * A proper edge colouring under construction: every colour is a round, and a person has at most one
 * partner in it.
 *
 * <p>Edges are put in by the method of Misra and Gries (A constructive proof of Vizing's theorem,
 * 1992), which never fails with one colour more than the largest degree. With fewer colours the same
 * steps are tried as far as they go, after Kempe's exchange of two colours along a path.
 */
final class EdgeColouring {

    private static final int NOBODY = -1;

    private final int[][] partner;
    private final int[][] colourOf;
    private final int[] degree;
    private final int[] classSize;
    private int size;

    EdgeColouring(int people, int colours) {
        partner = new int[colours][people];
        for (int[] round : partner) {
            Arrays.fill(round, NOBODY);
        }
        colourOf = new int[people][people];
        for (int[] row : colourOf) {
            Arrays.fill(row, NOBODY);
        }
        degree = new int[people];
        classSize = new int[colours];
    }

    int colours() {
        return partner.length;
    }

    int people() {
        return degree.length;
    }

    int size() {
        return size;
    }

    int classSize(int colour) {
        return classSize[colour];
    }

    int degree(int person) {
        return degree[person];
    }

    /** The partner in that round, or −1. */
    int partner(int colour, int person) {
        return partner[colour][person];
    }

    /** The round in which the two meet, or −1. */
    int colour(int one, int other) {
        return colourOf[one][other];
    }

    boolean free(int colour, int person) {
        return partner[colour][person] == NOBODY;
    }

    void put(int one, int other, int colour) {
        partner[colour][one] = other;
        partner[colour][other] = one;
        colourOf[one][other] = colour;
        colourOf[other][one] = colour;
        degree[one]++;
        degree[other]++;
        classSize[colour]++;
        size++;
    }

    void take(int one, int other) {
        int colour = colourOf[one][other];
        partner[colour][one] = NOBODY;
        partner[colour][other] = NOBODY;
        colourOf[one][other] = NOBODY;
        colourOf[other][one] = NOBODY;
        degree[one]--;
        degree[other]--;
        classSize[colour]--;
        size--;
    }

    /** Puts in as many of the graph's edges as find a colour; those that have one keep an edge. */
    void insertAll(MeetingGraph graph) {
        for (int one = 0; one < people(); one++) {
            for (int other = one + 1; other < people(); other++) {
                if (graph.has(one, other) && colourOf[one][other] < 0) {
                    insert(one, other);
                }
            }
        }
    }

    /** Gives the edge a colour, recolouring others where that helps; tells whether it could. */
    boolean insert(int one, int other) {
        if (degree[one] == colours() || degree[other] == colours()) {
            return false;
        }
        for (int colour = 0; colour < colours(); colour++) {
            if (free(colour, one) && free(colour, other)) {
                put(one, other, colour);
                return true;
            }
        }
        return byExchange(one, other) || byFan(one, other) || byFan(other, one);
    }

    private boolean byExchange(int one, int other) {
        for (int mine = 0; mine < colours(); mine++) {
            if (!free(mine, one)) {
                continue;
            }
            for (int theirs = 0; theirs < colours(); theirs++) {
                if (free(theirs, other) && endOfPath(one, theirs, mine) != other) {
                    exchange(one, theirs, mine);
                    put(one, other, theirs);
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the path ends that leaves a person by the first colour and then alternates. */
    int endOfPath(int person, int first, int second) {
        int colour = first;
        while (partner[colour][person] != NOBODY) {
            person = partner[colour][person];
            colour = first + second - colour;
        }
        return person;
    }

    /** Exchanges the two colours along the path that leaves a person by the first of them. */
    void exchange(int person, int first, int second) {
        int[] path = new int[people() + 1];
        int length = 0;
        int colour = first;
        for (int at = person; at != NOBODY; at = partner[colour][at], colour = first + second - colour) {
            path[length++] = at;
            if (length == path.length) {
                throw new IllegalArgumentException("The path from " + person + " is a circle");
            }
        }
        for (int i = 1; i < length; i++) {
            take(path[i - 1], path[i]);
        }
        for (int i = 1; i < length; i++) {
            put(path[i - 1], path[i], i % 2 == 1 ? second : first);
        }
    }

    /** Turns a fan of the first person's partners, as Misra and Gries do. */
    private boolean byFan(int hub, int tip) {
        int[] fan = new int[degree[hub] + 1];
        int length = fanFrom(hub, tip, fan);
        int mine = aFreeColour(hub);
        int theirs = aFreeColour(fan[length - 1]);
        if (theirs < 0) {
            return false;
        }
        if (!free(theirs, hub)) {
            exchange(hub, theirs, mine);
        }
        for (int i = 0; i < length; i++) {
            if (i > 0 && !free(colourOf[hub][fan[i]], fan[i - 1])) {
                return false;
            }
            if (free(theirs, fan[i])) {
                turn(hub, fan, i);
                put(hub, fan[i], theirs);
                return true;
            }
        }
        return false;
    }

    /** The longest run of the hub's partners of whom each lacks the colour of the next. */
    private int fanFrom(int hub, int tip, int[] fan) {
        boolean[] inFan = new boolean[people()];
        int length = 0;
        for (int next = tip; next != NOBODY;) {
            fan[length++] = next;
            inFan[next] = true;
            int last = next;
            next = NOBODY;
            for (int colour = 0; colour < colours() && next == NOBODY; colour++) {
                int candidate = partner[colour][hub];
                if (candidate != NOBODY && !inFan[candidate] && free(colour, last)) {
                    next = candidate;
                }
            }
        }
        return length;
    }

    private void turn(int hub, int[] fan, int last) {
        for (int i = 0; i < last; i++) {
            int colour = colourOf[hub][fan[i + 1]];
            take(hub, fan[i + 1]);
            put(hub, fan[i], colour);
        }
    }

    private int aFreeColour(int person) {
        for (int colour = 0; colour < colours(); colour++) {
            if (free(colour, person)) {
                return colour;
            }
        }
        return NOBODY;
    }
}
