package be.leerkring.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.testing.policies.TableCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Asks DynamoDB Local what each call costs. A transaction is counted from its items' sizes, by the rules of the
 * DynamoDB Developer Guide (two units a started kilobyte of each item), for DynamoDB Local counts equal parts once.
 * What is not there is counted too, for which DynamoDB Local asks nothing: a read of an item that does not exist costs
 * as much as one of a small item that does (the same guide, "DynamoDB read and write operations").
 */
public final class Meter implements ExecutionInterceptor {

    /**
     * One call to the table.
     *
     * @param partitions the kinds of partitions that it is about, as {@code SESSION#*} is
     * @param requested whether a request of the site is answered by it, and no function that runs by itself
     */
    public record Call(String operation, double units, Set<String> partitions, boolean requested) {

        public Call {
            partitions = Set.copyOf(partitions);
        }
    }

    private static final int KILOBYTE = 1024;

    /** What the log calls the number of a request, which each request has. */
    private static final String REQUEST = "requestId";

    /** Null while nobody measures. */
    private static volatile Queue<Call> calls;

    /** What is done while it is measured. */
    public interface Act<E extends Exception> {
        void run() throws E;
    }

    /** What is called until this is done, by whichever thread. */
    public static <E extends Exception> List<Call> during(Act<E> act) throws E {
        var measured = new ConcurrentLinkedQueue<Call>();
        calls = measured;
        try {
            act.run();
        } finally {
            calls = null;
        }
        return List.copyOf(measured);
    }

    /** What they cost together. */
    public static double units(List<Call> calls) {
        return calls.stream().mapToDouble(Call::units).sum();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (calls == null) {
            return context.request();
        }
        return switch (context.request()) {
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var measured = calls;
        if (measured != null) {
            units(context.request(), context.response())
                    .map(units -> new Call(
                            context.request().getClass().getSimpleName().replace("Request", ""),
                            units,
                            partitions(context.request()),
                            MDC.get(REQUEST) != null))
                    .ifPresent(measured::add);
        }
    }

    /** None of a call that was under way when the measuring began, and none of one that is not of these. */
    private static Optional<Double> units(SdkRequest request, SdkResponse response) {
        return switch (request) {
            case QueryRequest query -> reported(((QueryResponse) response).consumedCapacity())
                    .map(units -> Math.max(units, absent(query.consistentRead())));
            case BatchGetItemRequest batch -> ((BatchGetItemResponse) response).consumedCapacity().stream()
                    .findFirst()
                    .flatMap(Meter::reported)
                    .map(units -> units + absent(batch, (BatchGetItemResponse) response));
            case UpdateItemRequest _ -> reported(((UpdateItemResponse) response).consumedCapacity());
            case TransactWriteItemsRequest transaction -> Optional.of(units(transaction));
            case ScanRequest _ -> Optional.of(0.0);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> reported(ConsumedCapacity capacity) {
        return Optional.ofNullable(capacity).map(ConsumedCapacity::capacityUnits);
    }

    private static double absent(BatchGetItemRequest batch, BatchGetItemResponse found) {
        return batch.requestItems().entrySet().stream()
                .mapToDouble(table -> absent(table.getValue().consistentRead()) * (table.getValue().keys().size()
                        - found.responses().getOrDefault(table.getKey(), List.of()).size()
                        - left(found, table.getKey())))
                .sum();
    }

    private static int left(BatchGetItemResponse found, String table) {
        return Optional.ofNullable(found.unprocessedKeys().get(table)).map(rest -> rest.keys().size()).orElse(0);
    }

    /** What a read costs that finds nothing. */
    private static double absent(Boolean consistent) {
        return Boolean.TRUE.equals(consistent) ? 1 : 0.5;
    }

    private static Set<String> partitions(SdkRequest request) {
        return request instanceof ScanRequest
                ? Set.of()
                : TableCall.of(request).parts().stream()
                        .map(TableCall.Part::partition)
                        .collect(Collectors.toSet());
    }

    private static double units(TransactWriteItemsRequest transaction) {
        return transaction.transactItems().stream().mapToDouble(Meter::units).sum();
    }

    /** An update here changes a count in an item of less than a kilobyte. */
    private static double units(TransactWriteItem operation) {
        var size = operation.put() == null ? 1 : size(operation.put().item());
        return 2 * Math.ceilDiv(size, KILOBYTE);
    }

    /** How many bytes an item has, by the rules of the guide. */
    static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> entry.getKey().getBytes(UTF_8).length + size(entry.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArrayUnsafe().length;
            case M -> 3 + value.m().size() + size(value.m());
            case L -> 3 + value.l().size() + value.l().stream().mapToInt(Meter::size).sum();
            default -> throw new IllegalArgumentException("No item here has a value of type " + value.type());
        };
    }
}
