package be.leerkring.platform.table;

/** Others kept changing what this would change: nothing was written, and it is worth another try in a while. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1;

    Busy(String message) {
        super(message);
    }
}
