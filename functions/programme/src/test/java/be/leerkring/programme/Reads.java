package be.leerkring.programme;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Counts what is read, in the units that DynamoDB Local reports. */
public final class Reads implements ExecutionInterceptor {

    private record Read(String operation, double units) {}

    private static final List<Read> READS = new CopyOnWriteArrayList<>();
    private static volatile List<Read> last = List.of();

    /** What was read since the last look. */
    public static double units() {
        last = List.copyOf(READS);
        READS.clear();
        return last.stream().mapToDouble(Read::units).sum();
    }

    /** The calls of the last look. */
    public static String calls() {
        return last.stream().map(read -> read.operation() + " " + read.units()).collect(Collectors.joining(", "));
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case QueryResponse query -> READS.add(new Read("Query", query.consumedCapacity().capacityUnits()));
            case BatchGetItemResponse get ->
                READS.add(new Read("BatchGetItem", get.consumedCapacity().getFirst().capacityUnits()));
            default -> {
            }
        }
    }
}
