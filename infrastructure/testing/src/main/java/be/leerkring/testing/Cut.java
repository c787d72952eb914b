package be.leerkring.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Cuts one of the calls to DynamoDB or SES, before it or before its answer is read: the process dies there, or it goes
 * on and is told that the call failed. The SDK puts it between every client of the tests and its service.
 */
public final class Cut implements ExecutionInterceptor {

    /** The process is gone: no code here catches it, and nothing that follows runs. */
    public static final class Died extends Error {

        private static final long serialVersionUID = 1;

        private Died(String where) {
            super(where, null, false, false);
        }
    }

    /** On which side of the call. */
    public enum Side {
        BEFORE,
        AFTER
    }

    /** What becomes of the process. */
    public enum Fate {
        DIES,
        GOES_ON
    }

    /** One way to cut a call, and at which it is tried: the first of them, from 1, and each so many further on. */
    public record Way(Side side, Fate fate, int first, int step) {

        @Override
        public String toString() {
            return fate + " " + side;
        }
    }

    /** Something that is done while a call may be cut. */
    @FunctionalInterface
    public interface Play {

        /** Does it from its beginning, with this call, from 1, cut in this way; whether it made that call. */
        boolean isCut(int call, Way way);
    }

    /**
     * Plays this with one call after the other cut, until it makes no more, and in one way after the other.
     *
     * @return the number of the last call that was cut, in the way in which that was the lowest
     */
    public static int everywhere(Play play) {
        return ways().stream().mapToInt(way -> {
            var call = way.first();
            while (play.isCut(call, way)) {
                call += way.step();
            }
            System.out.printf("%s: one of the first %d calls%n", way, call - way.step());
            return call - way.step();
        }).min().orElseThrow();
    }

    /**
     * All, at all calls, where everything is to be proven. Else they take turns, and nobody dies after a call, for that
     * leaves what dying before the next one does.
     */
    private static List<Way> ways() {
        return Proof.isFull()
                ? Stream.of(Fate.values())
                        .flatMap(fate -> Stream.of(Side.values()).map(side -> new Way(side, fate, 1, 1)))
                        .toList()
                : List.of(
                        new Way(Side.BEFORE, Fate.DIES, 1, 3),
                        new Way(Side.AFTER, Fate.GOES_ON, 2, 3),
                        new Way(Side.BEFORE, Fate.GOES_ON, 3, 3));
    }

    /** The call with this number, from 1, of those that are counted; 0 for none. */
    private record Place(Predicate<SdkRequest> counted, int number, Side side, Fate fate) {}

    private static final Place NOWHERE = new Place(call -> false, 0, Side.BEFORE, Fate.DIES);
    private static final ExecutionAttribute<Place> CHOSEN = new ExecutionAttribute<>("be.leerkring.testing.Cut");

    /** Bound while the test itself looks. */
    private static final ScopedValue<Boolean> ASIDE = ScopedValue.newInstance();

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static volatile Place place = NOWHERE;
    private static volatile SdkRequest cut;

    /** From now on, no call is cut. */
    public static void nowhere() {
        at(NOWHERE);
    }

    /** The call with this number, from 1, is not made, and the process dies. */
    public static void before(int number) {
        at(number, Side.BEFORE, Fate.DIES);
    }

    /** The call with this number, from 1, is made and not answered, and the process dies. */
    public static void after(int number) {
        at(number, Side.AFTER, Fate.DIES);
    }

    /** The first such call is not made, and the process dies. */
    public static void before(Predicate<SdkRequest> call) {
        at(new Place(call, 1, Side.BEFORE, Fate.DIES));
    }

    /** The call with this number, from 1, is cut in this way. */
    public static void at(int number, Way way) {
        at(number, way.side(), way.fate());
    }

    /** The call with this number, from 1, is cut on this side, and the process meets this fate. */
    public static void at(int number, Side side, Fate fate) {
        at(new Place(call -> true, number, side, fate));
    }

    private static void at(Place next) {
        place = NOWHERE;
        CALLS.set(0);
        cut = null;
        place = next;
    }

    /** What the test itself reads is not counted. */
    public static <T> T aside(Supplier<T> look) {
        return ScopedValue.where(ASIDE, true).call(look::get);
    }

    /** Whether the cut was made. */
    public static boolean happened() {
        return cut != null;
    }

    /** Whether the cut was made on this side of such a call. */
    public static boolean happened(Side side, Predicate<SdkRequest> call) {
        return cut != null && place.side() == side && call.test(cut);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var here = place;
        if (here.number() == 0 || ASIDE.isBound() || !here.counted().test(context.request())
                || CALLS.incrementAndGet() != here.number()) {
            return;
        }
        if (here.side() == Side.BEFORE) {
            cut(context.request(), here);
        } else {
            attributes.putAttribute(CHOSEN, here);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var here = attributes.getAttribute(CHOSEN);
        if (here != null) {
            cut(context.request(), here);
        }
    }

    /** Of a call that was refused, the answer is lost as well. */
    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        var here = attributes.getAttribute(CHOSEN);
        if (here != null && context.exception() instanceof AwsServiceException) {
            cut(context.request(), here);
        }
        return context.exception();
    }

    private static void cut(SdkRequest request, Place here) {
        cut = request;
        var where = here.side() + " " + request.getClass().getSimpleName();
        switch (here.fate()) {
            case DIES -> throw new Died(where);
            case GOES_ON -> throw SdkClientException.create("The connection broke " + where);
        }
    }
}
