package be.leerkring.local.rehearsal;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import java.io.IOException;
import java.net.URI;

/** Starts the laptop, gives its first page and stops: {@code bin/dev} has the JVM note which classes that takes. */
public final class Rehearsal {

    private Rehearsal() {}

    /** Ends with 0 where the page came, and with 1 where something failed, whatever threads are left of it. */
    public static void main(String... none) {
        System.setProperty("metrics", "OFF");
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var page = URI.create(laptop.address() + "/").toURL().openStream()) {
            page.readAllBytes();
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }
}
