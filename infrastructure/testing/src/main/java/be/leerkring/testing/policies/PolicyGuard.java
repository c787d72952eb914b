package be.leerkring.testing.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Stands between the clients of all tests and DynamoDB, and refuses what the function that makes a call may not do. The
 * function is the one whose handler runs, or that the route of the request leads to; what a test does itself, or the
 * laptop's own pages, is nobody's.
 *
 * <p>What was called is written to {@code target/}, for the test that looks whether all that is granted is used.
 */
public final class PolicyGuard implements ExecutionInterceptor {

    /** How the files begin that hold what each process of tests called, beneath its module's {@code target/}. */
    public static final String CALLS = "table-calls-";

    /** Before the line of a call that was refused. */
    public static final String DENIED = "DENIED ";

    /** A function did what it may not do. No code here catches it. */
    public static final class Denied extends Error {

        private static final long serialVersionUID = 1;

        private Denied(String call) {
            super(call);
        }
    }

    private static final Path OWN_CALLS = Path.of("target",
            CALLS + System.getProperty("leerkring.fork", "apart") + ".txt");
    private static final Policies POLICIES = Policies.in(root());

    /** What calls a test is no handler's, and there is much of it in each stack. */
    private static final String BELOW_TESTS = "org.junit.";

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private static boolean begun;

    /** The folder that holds {@code template.yaml}. */
    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        caller().ifPresent(function -> {
            var call = TableCall.of(context.request());
            var allowed = POLICIES.allow(function, call);
            if (SEEN.add(function + call.write())) {
                write((allowed ? "" : DENIED) + function + "\t" + call.write());
            }
            if (!allowed) {
                throw new Denied(function + " may not, by one statement of template.yaml: " + call);
            }
        });
    }

    private static Optional<String> caller() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .takeWhile(name -> !name.startsWith(BELOW_TESTS))
                .map(POLICIES::of)
                .flatMap(Optional::stream)
                .findFirst())
                .or(() -> ServerRequestContext.currentRequest().flatMap(PolicyGuard::caller));
    }

    /** The laptop has the controllers of all rooms; the function that an address leads to has those of its own. */
    private static Optional<String> caller(HttpRequest<?> request) {
        var function = POLICIES.of(request.getMethodName(), request.getPath());
        return RouteAttributes.getRouteInfo(request)
                .map(route -> route.getDeclaringType().getPackageName().split("\\.", -1)[2])
                .filter(room -> !room.equals("platform") && !room.equals(POLICIES.room(function)))
                .isPresent() ? Optional.empty() : Optional.of(function);
    }

    private static synchronized void write(String line) {
        try {
            Files.writeString(OWN_CALLS, line + "\n", UTF_8, StandardOpenOption.CREATE,
                    begun ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
            begun = true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
