package be.leerkring.emulator.dynamodb;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The table of operations that all stores of a JVM share.
 *
 * <p>DynamoDB Local keeps it in static maps, and each new store replaces them by empty ones and fills these again:
 * whoever asks another store meanwhile is told that the operation does not exist.
 */
final class Operations {

    private static final ReadWriteLock TABLE = new ReentrantReadWriteLock();

    private Operations() {}

    /** Makes what fills the table while no store of this JVM answers a request. */
    static <T> T whileNoneIsAsked(Supplier<T> filling) {
        TABLE.writeLock().lock();
        try {
            return filling.get();
        } finally {
            TABLE.writeLock().unlock();
        }
    }

    /** Lets a request wait for a store that is being made, and a store for the requests that are being answered. */
    static Handler heldStillAround(Handler store) {
        return new Handler.Wrapper(store) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                TABLE.readLock().lock();
                try {
                    return super.handle(request, response, callback);
                } finally {
                    TABLE.readLock().unlock();
                }
            }
        };
    }
}
