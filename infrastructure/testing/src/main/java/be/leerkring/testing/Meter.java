package be.leerkring.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.SdkRequest;
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
 */
public final class Meter implements ExecutionInterceptor {

    /** One call to the table. */
    public record Call(String operation, double units) {}

    private static final int KILOBYTE = 1024;

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
            call(context).ifPresent(measured::add);
        }
    }

    private static Optional<Call> call(Context.AfterExecution context) {
        return switch (context.response()) {
            case QueryResponse query -> call("Query", query.consumedCapacity());
            case BatchGetItemResponse get -> get.consumedCapacity().stream()
                    .findFirst()
                    .flatMap(capacity -> call("BatchGetItem", capacity));
            case UpdateItemResponse update -> call("UpdateItem", update.consumedCapacity());
            default -> switch (context.request()) {
                case TransactWriteItemsRequest transaction ->
                    Optional.of(new Call("TransactWriteItems", units(transaction)));
                case ScanRequest scan -> Optional.of(new Call("Scan", 0));
                default -> Optional.empty();
            };
        };
    }

    /** None of a call that was under way when the measuring began. */
    private static Optional<Call> call(String operation, ConsumedCapacity capacity) {
        return Optional.ofNullable(capacity).map(consumed -> new Call(operation, consumed.capacityUnits()));
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
            case M -> 3 + value.m().size() + size(value.m());
            case L -> 3 + value.l().size() + value.l().stream().mapToInt(Meter::size).sum();
            default -> throw new IllegalArgumentException("No item here has a value of type " + value.type());
        };
    }
}
