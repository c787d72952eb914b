package be.leerkring.speeddating.planner;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What a call costs on one core, however busy the machine is.
 *
 * @param result what the call returned
 * @param duration the time for which its thread ran
 */
record ProcessorTime<T>(T result, Duration duration) {

    static <T> ProcessorTime<T> of(Supplier<T> call) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = call.get();
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return new ProcessorTime<>(result, Duration.ofNanos(end - start));
    }
}
