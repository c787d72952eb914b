package be.leerkring.local;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code bin/dev}: starts the laptop's site, says where it is, and runs until it is told to stop. */
public final class Main {

    private Main() {}

    /** The lines of metrics are for CloudWatch, and nobody reads them here (platform.log.FunctionLog). */
    public static void main(String... arguments) throws InterruptedException {
        System.setProperty("metrics", "OFF");
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException mistyped) {
            err.println(mistyped.getMessage());
            err.println(Options.USAGE);
            return 2;
        }
        Laptop laptop;
        try {
            laptop = Laptop.start(options);
        } catch (RuntimeException failed) {
            err.println("Leerkring did not start: " + failed.getMessage());
            failed.printStackTrace(err);
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(laptop::close, "stop"));
        out.println("Leerkring is running at " + laptop.address());
        out.println("Its mails arrive at " + laptop.address() + "/local/inbox, its clock stands at " + laptop.address()
                + "/local. Stop it with Ctrl-C.");
        new CountDownLatch(1).await();
        return 0;
    }
}
