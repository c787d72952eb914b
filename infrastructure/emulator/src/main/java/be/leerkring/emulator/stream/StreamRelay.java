package be.leerkring.emulator.stream;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.dynamodb.WriteSignal;
import be.leerkring.emulator.template.StreamSource;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Lambda's part between a table's stream and a function: reads every shard from its oldest record on, filters, makes
 * batches, and retries or discards what the function fails at. One background thread does all of it.
 *
 * <p>It remembers nothing when it is closed: the next one begins at the stream's oldest record again. A batching window
 * is not waited for.
 */
public final class StreamRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamRelay.class);

    /** How long a relay without news waits for a write before it looks all the same: time to live writes unseen. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How long it waits to see whether a failed batch is due again. */
    private static final Duration RESPITE = Duration.ofMillis(10);

    private final StreamFollower follower;
    private final WriteSignal writes;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roundEnded = lock.newCondition();
    private long rounds;
    private long lastQuietRound;
    private volatile boolean closed;

    /**
     * Starts to hand the table's changes to the function.
     *
     * @param onFailure receives what is discarded
     * @throws IllegalArgumentException if the table has no stream, or a filter pattern is not understood
     */
    public static StreamRelay follow(
            EmbeddedDynamoDb database,
            String tableName,
            StreamSource source,
            Function<DynamodbEvent, StreamsEventResponse> function,
            Consumer<DiscardedBatch> onFailure) {
        var arn = database.client().describeTable(request -> request.tableName(tableName)).table().latestStreamArn();
        if (arn == null) {
            throw new IllegalArgumentException("The table " + tableName + " has no stream to follow");
        }
        return new StreamRelay(database.streams(), arn, database.writes(), source, function, onFailure);
    }

    /**
     * Starts to hand the changes in a stream to the function whose table stands elsewhere. Nobody hears of its writes:
     * they are seen within a second, or when somebody waits for them.
     */
    public static StreamRelay follow(
            DynamoDbStreamsClient streams,
            String streamArn,
            StreamSource source,
            Function<DynamodbEvent, StreamsEventResponse> function,
            Consumer<DiscardedBatch> onFailure) {
        return new StreamRelay(streams, streamArn, new WriteSignal(), source, function, onFailure);
    }

    StreamRelay(
            DynamoDbStreamsClient streams,
            String streamArn,
            WriteSignal writes,
            StreamSource source,
            Function<DynamodbEvent, StreamsEventResponse> function,
            Consumer<DiscardedBatch> onFailure) {
        var patterns = source.filterPatterns().stream().map(EventPattern::parse).toList();
        this.follower = new StreamFollower(
                streams, streamArn, patterns, () -> new ShardDelivery(source, function, onFailure));
        this.writes = writes;
        this.thread = Thread.ofPlatform().daemon().name("stream-relay-" + source.name()).start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                var seen = writes.count();
                writes.await(seen, lookOnce().toNanos());
            }
        } catch (InterruptedException e) {
            LOG.warn("{} was interrupted and delivers no more", Thread.currentThread().getName());
        }
    }

    /** How long there is nothing to do unless something is written. */
    private Duration lookOnce() {
        var round = beginRound();
        try {
            var quiet = follower.advance(() -> closed);
            endRound(round, quiet);
            return quiet ? PATIENCE : follower.hasUndelivered() ? RESPITE : Duration.ZERO;
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("{} could not read its stream and tries again", Thread.currentThread().getName(), e);
            }
            return PATIENCE;
        }
    }

    private long beginRound() {
        lock.lock();
        try {
            return ++rounds;
        } finally {
            lock.unlock();
        }
    }

    private void endRound(long round, boolean quiet) {
        lock.lock();
        try {
            if (quiet) {
                lastQuietRound = round;
            }
            roundEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when everything that was written before this call has been delivered or discarded, and so has whatever
     * the function itself wrote on the way.
     *
     * @throws IllegalStateException if that takes longer than the timeout
     */
    public void awaitIdle(Duration timeout) {
        lock.lock();
        try {
            // A write is in the stream before its writer is answered, so a look that begins from now on sees it.
            var needed = rounds + 1;
            writes.raise();
            var remaining = timeout.toNanos();
            while (lastQuietRound < needed) {
                if (remaining <= 0 || closed) {
                    throw new IllegalStateException(
                            thread.getName() + " still had records to deliver after " + timeout + ", or was closed");
                }
                remaining = roundEnded.awaitNanos(remaining);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + thread.getName(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Lets a running call of the function end; what is not delivered by then is not delivered. */
    @Override
    public void close() {
        closed = true;
        writes.raise();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
