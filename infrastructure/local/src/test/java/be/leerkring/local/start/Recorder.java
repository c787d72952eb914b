package be.leerkring.local.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Writes down what DynamoDB answers, while it is asked to; the SDK finds it by the class path. */
public final class Recorder implements ExecutionInterceptor {

    private static volatile List<String> answers;

    /** All that is answered while this is done. */
    static synchronized List<String> during(Runnable work) {
        var heard = new ArrayList<String>();
        answers = heard;
        try {
            work.run();
            return heard;
        } finally {
            answers = null;
        }
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        var heard = answers;
        if (heard == null || context.responseBody().isEmpty()) {
            return context.responseBody();
        }
        try {
            var body = context.responseBody().get().readAllBytes();
            heard.add(new String(body, UTF_8));
            return Optional.of(new ByteArrayInputStream(body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
