package be.leerkring.registration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Asks DynamoDB Local what reading costs. */
public final class Capacity implements ExecutionInterceptor {

    /** One call that reads. */
    public record Read(String operation, double units) {}

    private static final List<Read> READS = new CopyOnWriteArrayList<>();

    /** What was read since the last look. */
    public static List<Read> reads() {
        var reads = List.copyOf(READS);
        READS.clear();
        return reads;
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
            case QueryResponse query ->
                READS.add(new Read("Query", query.consumedCapacity().capacityUnits()));
            case BatchGetItemResponse get ->
                READS.add(new Read("BatchGetItem", get.consumedCapacity().getFirst().capacityUnits()));
            default -> {
            }
        }
    }
}
