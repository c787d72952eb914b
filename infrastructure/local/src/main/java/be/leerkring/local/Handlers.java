package be.leerkring.local;

import be.leerkring.emulator.template.StackFunction;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.micronaut.context.ApplicationContext;
import java.util.function.Function;

/** Makes the handlers of events that the template names, in the context that all functions share here. */
final class Handlers {

    private final ApplicationContext context;

    Handlers(ApplicationContext context) {
        this.context = context;
    }

    /** The function's handler, as something to call. */
    @SuppressWarnings("unchecked")
    <I, O> Function<I, O> of(StackFunction function) {
        try {
            var handler = (RequestHandler<I, O>) Class.forName(function.handler())
                    .asSubclass(RequestHandler.class)
                    .getConstructor(ApplicationContext.class)
                    .newInstance(context);
            return event -> handler.handleRequest(event, null);
        } catch (ReflectiveOperationException | ClassCastException unfit) {
            throw new IllegalStateException(
                    "template.yaml names " + function.handler() + " as the handler of " + function.logicalId()
                            + "; the laptop needs a public constructor there that takes an ApplicationContext",
                    unfit);
        }
    }
}
