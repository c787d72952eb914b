package be.leerkring.emulator.dynamodb;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Wakes who follows a stream when a write has come in, so that nobody has to ask the store many times a second whether
 * there is news: one such question costs a few milliseconds of processor time.
 */
public final class WriteSignal {

    private static final Set<String> WRITES = Set.of(
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "BatchWriteItem",
            "TransactWriteItems",
            "ExecuteStatement",
            "ExecuteTransaction",
            "BatchExecuteStatement");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private final AtomicLong requests = new AtomicLong();
    private long count;

    /**
     * Raises the signal around every request that may write: before it, for the answer may reach its reader before
     * anything that follows here is done; after it, for those who looked in between.
     */
    Handler around(Handler store) {
        return new Handler.Wrapper(store) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                var writes = isWrite(request.getHeaders().get("X-Amz-Target"));
                if (writes) {
                    requests.incrementAndGet();
                    raise();
                }
                try {
                    return super.handle(request, response, callback);
                } finally {
                    if (writes) {
                        raise();
                    }
                }
            }
        };
    }

    private static boolean isWrite(String target) {
        return target != null && WRITES.contains(target.substring(target.indexOf('.') + 1));
    }

    /** How many requests came in that may write, each counted before its answer. */
    long requests() {
        return requests.get();
    }

    public void raise() {
        lock.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it has been raised; ask before looking at the store, and hand to {@link #await}. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns as soon as it has been raised more often than {@code seen}, or after so many nanoseconds. */
    public void await(long seen, long nanoseconds) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var remaining = nanoseconds;
            while (count <= seen && remaining > 0) {
                remaining = raised.awaitNanos(remaining);
            }
        } finally {
            lock.unlock();
        }
    }
}
