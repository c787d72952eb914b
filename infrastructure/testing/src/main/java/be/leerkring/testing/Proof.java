package be.leerkring.testing;

/**
 * How much the heavy proofs try. The system property {@code leerkring.proof} says it: {@code small}, also where nobody
 * says anything, tries enough to find a fault that is made, and the same at every run; {@code full} tries all, and
 * other things at each run.
 */
public final class Proof {

    private static final boolean FULL = isFull(System.getProperty("leerkring.proof", "small"));

    private Proof() {}

    /** Whether everything is tried. */
    public static boolean isFull() {
        return FULL;
    }

    /** One of two numbers. */
    public static int of(int small, int full) {
        return FULL ? full : small;
    }

    /** Where random numbers start; whoever asks prints it with what is found. */
    public static long seed() {
        return FULL ? System.nanoTime() : 2017;
    }

    private static boolean isFull(String proof) {
        return switch (proof) {
            case "small", "" -> false;
            case "full" -> true;
            default -> throw new IllegalArgumentException(
                    "The system property leerkring.proof is '" + proof + "'; it is small or full");
        };
    }
}
