import java.util.function.Supplier;

/** What was right and what was not, a line each; and in the end, whether anything was wrong. */
final class Report {

    /** What a step expects and does not meet. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what);
        }
    }

    private int right;
    private int wrong;
    private int open;

    void title(String address) {
        System.out.println("Looking at " + address);
    }

    /** Takes a step: says how long it took, or what was wrong. What it makes is null if it went wrong. */
    <T> T step(String name, Supplier<T> step) {
        var began = System.nanoTime();
        try {
            var made = step.get();
            right++;
            System.out.printf("  ok           %s (%d ms)%n", name, (System.nanoTime() - began) / 1_000_000);
            return made;
        } catch (Wrong what) {
            wrong++;
            System.out.printf("  WRONG        %s: %s%n", name, what.getMessage());
            return null;
        }
    }

    void step(String name, Runnable step) {
        step(name, () -> {
            step.run();
            return name;
        });
    }

    /** What could not be looked at, and why. */
    void notChecked(String name, String why) {
        open++;
        System.out.printf("  not checked  %s: %s%n", name, why);
    }

    /** The code to exit with. */
    int end() {
        System.out.printf("%d right, %d wrong, %d not checked%n", right, wrong, open);
        return wrong == 0 ? 0 : 1;
    }
}
