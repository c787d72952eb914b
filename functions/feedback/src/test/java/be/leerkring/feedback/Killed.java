package be.leerkring.feedback;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Ends the process at a call to DynamoDB that the test chooses, before it or after it. */
public final class Killed implements ExecutionInterceptor {

    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);
    private static volatile boolean after;

    /** What no code catches. */
    static final class Process extends Error {

        private static final long serialVersionUID = 1;

        private Process() {
            super("The process was killed", null, false, false);
        }
    }

    /** Kills it at so many calls from now. */
    static void in(int calls, boolean afterTheCall) {
        after = afterTheCall;
        LEFT.set(calls);
    }

    static void never() {
        LEFT.set(Integer.MAX_VALUE);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (LEFT.decrementAndGet() == 0 && !after) {
            throw new Process();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (LEFT.get() == 0 && after) {
            LEFT.decrementAndGet();
            throw new Process();
        }
    }
}
