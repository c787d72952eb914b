package be.leerkring.registration;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Lets the process die at one of its calls to DynamoDB: before the call, or before its answer is read. */
public final class Death implements ExecutionInterceptor {

    /** Nothing that follows in the process runs. */
    public static final class Died extends Error {

        private static final long serialVersionUID = 1;
    }

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static volatile int before;
    private static volatile int after;

    /** The call with this number, from 1, is not made. */
    public static void beforeCall(int number) {
        CALLS.set(0);
        after = 0;
        before = number;
    }

    /** The call with this number, from 1, is made and not answered. */
    public static void afterCall(int number) {
        CALLS.set(0);
        before = 0;
        after = number;
    }

    /** From now on nothing happens. */
    public static void never() {
        before = 0;
        after = 0;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (before + after > 0 && CALLS.incrementAndGet() == before) {
            throw new Died();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (after > 0 && CALLS.get() == after) {
            throw new Died();
        }
    }
}
