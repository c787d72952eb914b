package be.leerkring.testing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Lets transactions conflict, which DynamoDB does in a crowd and DynamoDB Local never. */
public final class Conflicts implements ExecutionInterceptor {

    /** Of a hundred transactions, so many conflict. */
    private static volatile int percent;

    private static final AtomicBoolean NEXT = new AtomicBoolean();

    /** So many of a hundred from now on; 0 for none. */
    public static void of(int aHundred) {
        percent = aHundred;
    }

    /** The next transaction conflicts, and those after it as before. */
    public static void next() {
        NEXT.set(true);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest transaction
                && (NEXT.getAndSet(false) || ThreadLocalRandom.current().nextInt(100) < percent)) {
            throw TransactionCanceledException.builder()
                    .message("Transaction cancelled")
                    .cancellationReasons(transaction.transactItems().stream()
                            .map(operation -> CancellationReason.builder()
                                    .code("TransactionConflict")
                                    .build())
                            .toList())
                    .build();
        }
    }
}
