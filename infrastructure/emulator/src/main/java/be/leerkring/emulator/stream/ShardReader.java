package be.leerkring.emulator.stream;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard from its oldest record on, each record once. */
final class ShardReader {

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final Shard shard;
    private String iterator;
    private String lastSequenceNumber;
    private boolean finished;

    ShardReader(DynamoDbStreamsClient streams, String streamArn, Shard shard) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.shard = shard;
    }

    String parent() {
        return shard.parentShardId();
    }

    /** Whether the shard is closed and read to its end. */
    boolean isFinished() {
        return finished;
    }

    /** The records since the last call; none when there is no news. */
    List<Record> read() {
        try {
            if (iterator == null) {
                iterator = newIterator();
            }
            var answer = streams.getRecords(request -> request.shardIterator(iterator));
            iterator = answer.nextShardIterator();
            finished = iterator == null;
            if (!answer.records().isEmpty()) {
                lastSequenceNumber = answer.records().getLast().dynamodb().sequenceNumber();
            }
            return answer.records();
        } catch (ExpiredIteratorException e) {
            // An iterator lives for a quarter of an hour; a laptop sleeps longer.
            iterator = null;
            return read();
        } catch (TrimmedDataAccessException e) {
            iterator = null;
            lastSequenceNumber = null;
            return read();
        } catch (ResourceNotFoundException e) {
            // The shard's day is over and it is gone, or its table is.
            finished = true;
            return List.of();
        }
    }

    private String newIterator() {
        return streams.getShardIterator(request -> {
            request.streamArn(streamArn).shardId(shard.shardId());
            if (lastSequenceNumber == null) {
                request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
            } else {
                request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .sequenceNumber(lastSequenceNumber);
            }
        })
                .shardIterator();
    }
}
