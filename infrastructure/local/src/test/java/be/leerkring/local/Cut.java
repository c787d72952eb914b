package be.leerkring.local;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Cuts one of the calls to DynamoDB or SES, before it or before its answer is read: the process dies there, or it goes on
 * and is told that the call failed.
 */
public final class Cut implements ExecutionInterceptor {

    /** The process is gone: nothing that follows in it runs. */
    static final class Died extends Error {

        private static final long serialVersionUID = 1;

        private Died(String where) {
            super(where);
        }
    }

    enum Side {
        BEFORE,
        AFTER
    }

    /** What becomes of the process. */
    enum Process {
        DIES,
        GOES_ON
    }

    /** Bound while the test itself looks. */
    private static final ScopedValue<Boolean> ASIDE = ScopedValue.newInstance();

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static volatile int point;
    private static volatile Side side = Side.BEFORE;
    private static volatile Process process = Process.DIES;
    private static volatile SdkRequest cut;

    /** From now on, no call is cut. */
    static void nowhere() {
        at(0, Side.BEFORE, Process.DIES);
    }

    /** From now on, the call with this number is cut. */
    static void at(int number, Side when, Process then) {
        process = then;
        CALLS.set(0);
        cut = null;
        side = when;
        point = number;
    }

    /** What the test itself reads is no part of the way. */
    static <T> T aside(Supplier<T> look) {
        return ScopedValue.where(ASIDE, true).call(look::get);
    }

    /** Whether the cut was made. */
    static boolean happened() {
        return cut != null;
    }

    /** Whether it was made between SES's acceptance and the mark in the table: the one point where a mail doubles. */
    static boolean canDouble() {
        return (cut instanceof SendEmailRequest && side == Side.AFTER)
                || (cut instanceof UpdateItemRequest update
                        && side == Side.BEFORE
                        && update.expressionAttributeNames().containsValue("messageId"));
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (point > 0 && !ASIDE.isBound() && CALLS.incrementAndGet() == point && side == Side.BEFORE) {
            die(context.request());
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (point > 0 && !ASIDE.isBound() && CALLS.get() == point && side == Side.AFTER && cut == null) {
            die(context.request());
        }
    }

    private static void die(SdkRequest request) {
        cut = request;
        var where = side + " " + request.getClass().getSimpleName();
        switch (process) {
            case DIES -> throw new Died(where);
            case GOES_ON -> throw SdkClientException.create("The connection broke " + where);
        }
    }
}
