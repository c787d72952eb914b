package be.leerkring.emulator.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Follows a stream through all its shards, those that begin later included, and delivers what passes the filter. */
final class StreamFollower {

    private record Followed(ShardReader reader, ShardDelivery delivery) {

        boolean isDone() {
            return reader.isFinished() && delivery.isDone();
        }
    }

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final List<EventPattern> patterns;
    private final Supplier<ShardDelivery> deliveries;
    private final Map<String, Followed> shards = new LinkedHashMap<>();

    StreamFollower(
            DynamoDbStreamsClient streams,
            String streamArn,
            List<EventPattern> patterns,
            Supplier<ShardDelivery> deliveries) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.patterns = patterns;
        this.deliveries = deliveries;
    }

    /**
     * Reads what is new and delivers what is due.
     *
     * @return whether there was nothing to read and nothing is left to deliver
     */
    boolean advance(BooleanSupplier stopped) {
        if (mayHaveNewShards()) {
            discoverShards();
        }
        var quiet = true;
        for (var shard : shards.values()) {
            // A shard continues its parent: order is kept only when that one is done first.
            var parent = shards.get(shard.reader().parent());
            if (!shard.isDone() && (parent == null || parent.isDone())) {
                quiet &= advance(shard, stopped);
            }
        }
        return quiet;
    }

    /** Whether a failed batch waits to be tried again. */
    boolean hasUndelivered() {
        return shards.values().stream().anyMatch(shard -> !shard.delivery().isDone());
    }

    /** Only a shard that came to its end is continued elsewhere; asking each time would double a look's cost. */
    private boolean mayHaveNewShards() {
        return shards.isEmpty()
                || shards.entrySet().stream()
                        .anyMatch(shard -> shard.getValue().isDone() && !isContinued(shard.getKey()));
    }

    private boolean isContinued(String shardId) {
        return shards.values().stream().anyMatch(shard -> shardId.equals(shard.reader().parent()));
    }

    private void discoverShards() {
        String last = null;
        do {
            var from = last;
            var stream = streams.describeStream(request -> request.streamArn(streamArn).exclusiveStartShardId(from))
                    .streamDescription();
            stream.shards().forEach(shard -> shards.computeIfAbsent(shard.shardId(), name -> follow(shard)));
            last = stream.lastEvaluatedShardId();
        } while (last != null);
    }

    private Followed follow(Shard shard) {
        return new Followed(new ShardReader(streams, streamArn, shard), deliveries.get());
    }

    private boolean advance(Followed shard, BooleanSupplier stopped) {
        var delivery = shard.delivery();
        var quiet = delivery.isDone();
        if (quiet && !shard.reader().isFinished()) {
            var records = shard.reader().read();
            delivery.add(records.stream()
                    .filter(this::passes)
                    .map(record -> StreamRecords.toEvent(record, streamArn))
                    .toList());
            // A shard that has just come to its end goes on in another one.
            quiet = records.isEmpty() && !shard.reader().isFinished();
        }
        while (delivery.isDue() && !stopped.getAsBoolean()) {
            delivery.attempt();
        }
        return quiet;
    }

    private boolean passes(Record record) {
        if (patterns.isEmpty()) {
            return true;
        }
        var document = RecordDocument.of(record);
        return patterns.stream().anyMatch(pattern -> pattern.matches(document));
    }
}
