package be.leerkring.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Lets items be as hot as DynamoDB has them, for DynamoDB Local does one thing after the other and has no limits. An
 * item that a transaction writes or checks is held while the transaction goes on, 12 to 30 milliseconds here, and a
 * third of one longer for each of its items; whoever else would write it meanwhile is refused, alone or in another
 * transaction (Amazon DynamoDB Developer Guide, "Transaction conflict handling in DynamoDB"). Each partition of the
 * table takes 1,000 write units a second, a new table on demand has four of them, and a transaction pays twice ("Quotas
 * in Amazon DynamoDB", "On-demand capacity mode"). What a cancelled one costs is not said there: here it has paid for
 * its first half.
 *
 * <p>It stands where each try of the SDK begins, so that the SDK tries again what it tries again in life.
 */
public final class HotItems implements ExecutionInterceptor {

    private static final Duration HELD_LEAST = Duration.ofMillis(12);
    private static final Duration HELD_MOST = Duration.ofMillis(30);
    private static final Duration HELD_EACH = Duration.ofNanos(333_333);

    private static final ExecutionAttribute<List<WriteUnits.Part>> HOLDS = new ExecutionAttribute<>(
            "be.leerkring.testing.HotItems");

    /** Null while nothing is hot. */
    private static volatile HotTable table;

    /** How often somebody met what. */
    public record Met(int conflicts, int limits) {}

    /** Does this while items are hot. */
    public static <E extends Exception> Met during(Meter.Act<E> act) throws E {
        var hot = new HotTable();
        table = hot;
        try {
            act.run();
        } finally {
            table = null;
        }
        return hot.met();
    }

    /** What a write costs that stands alone, DynamoDB Local says. */
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (table == null) {
            return context.request();
        }
        return switch (context.request()) {
            case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var hot = table;
        var cost = switch (context.response()) {
            case PutItemResponse put -> put.consumedCapacity();
            case UpdateItemResponse update -> update.consumedCapacity();
            case DeleteItemResponse delete -> delete.consumedCapacity();
            default -> null;
        };
        if (hot != null && cost != null) {
            WriteUnits.of(context.request()).forEach(part -> hot.pay(part, cost.capacityUnits()));
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var hot = table;
        if (hot == null) {
            return;
        }
        var parts = WriteUnits.of(context.request());
        if (context.request() instanceof TransactWriteItemsRequest) {
            transact(hot, parts, attributes);
        } else {
            parts.forEach(part -> alone(hot, part));
        }
    }

    private static void alone(HotTable hot, WriteUnits.Part part) {
        switch (hot.write(part)) {
            case WRITTEN -> {
                // Nothing holds it, and there is room.
            }
            case HELD -> throw TransactionConflictException.builder()
                    .message("Transaction is ongoing for the item")
                    .awsErrorDetails(error("TransactionConflictException"))
                    .statusCode(400)
                    .build();
            case THROTTLED -> throw ProvisionedThroughputExceededException.builder()
                    .message("Throughput exceeds the current capacity of the partition")
                    .awsErrorDetails(error("ProvisionedThroughputExceededException"))
                    .statusCode(400)
                    .build();
        }
    }

    private static AwsErrorDetails error(String code) {
        return AwsErrorDetails.builder().errorCode(code).build();
    }

    private static void transact(HotTable hot, List<WriteUnits.Part> parts, ExecutionAttributes attributes) {
        var answers = hot.hold(parts);
        if (answers.stream().anyMatch(Predicate.not(HotTable.Answer.WRITTEN::equals))) {
            throw TransactionCanceledException.builder()
                    .message("Transaction cancelled")
                    .awsErrorDetails(error("TransactionCanceledException"))
                    .cancellationReasons(answers.stream().map(HotItems::reason).toList())
                    .statusCode(400)
                    .build();
        }
        attributes.putAttribute(HOLDS, parts);
        var held = HELD_LEAST.plusNanos(
                ThreadLocalRandom.current().nextLong(HELD_MOST.minus(HELD_LEAST).toNanos()));
        LockSupport.parkNanos(held.plus(HELD_EACH.multipliedBy(parts.size())).toNanos());
    }

    private static CancellationReason reason(HotTable.Answer answer) {
        return CancellationReason.builder()
                .code(switch (answer) {
                    case WRITTEN -> "None";
                    case HELD -> "TransactionConflict";
                    case THROTTLED -> "ThrottlingError";
                })
                .build();
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        release(attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        release(attributes);
    }

    private static void release(ExecutionAttributes attributes) {
        var hot = table;
        var held = attributes.getAttribute(HOLDS);
        if (hot != null && held != null) {
            hot.release(held);
            attributes.putAttribute(HOLDS, null);
        }
    }
}
