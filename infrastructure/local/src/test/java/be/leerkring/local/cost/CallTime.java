package be.leerkring.local.cost;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The processor's time that calls to DynamoDB take of the thread that makes them, the SDK's own work included. */
public final class CallTime implements ExecutionInterceptor {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("begun");
    private static final ThreadLocal<Long> SPENT = ThreadLocal.withInitial(() -> 0L);

    /** What all calls of this thread took so far. */
    public static Duration spent() {
        return Duration.ofNanos(SPENT.get());
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGUN, CLOCK.getCurrentThreadCpuTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SPENT.set(SPENT.get() + CLOCK.getCurrentThreadCpuTime() - attributes.getAttribute(BEGUN));
    }
}
