package be.leerkring.mailer;

import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What ends a process at a place that the test chooses: an error, which no code here catches. */
final class ProcessDied extends Error {

    private ProcessDied() {
        super("The process died", null, false, false);
    }

    /** Dies when such a request is about to leave. */
    static ExecutionInterceptor before(Predicate<SdkRequest> fatal) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
                if (fatal.test(call.request())) {
                    throw new ProcessDied();
                }
            }
        };
    }
}
