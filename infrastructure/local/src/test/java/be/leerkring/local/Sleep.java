package be.leerkring.local;

import java.time.Instant;

/** A laptop that was closed for weeks: its clock goes on, and nothing that was due meanwhile has run. */
public final class Sleep {

    private Sleep() {}

    /** Lets the laptop sleep until this moment. */
    public static void until(Laptop laptop, Instant moment) {
        laptop.context().getBean(LaptopClock.class).moveTo(moment);
    }
}
