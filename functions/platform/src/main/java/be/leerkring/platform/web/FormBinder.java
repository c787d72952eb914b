package be.leerkring.platform.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionError;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.bind.binders.PendingRequestBindingResult;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.server.binding.RequestArgumentSatisfier;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Hands a controller method the form that was posted. Wherever Micronaut runs it only brings the bytes: its server and
 * its functions read a form each in a way of their own, and differ in what they refuse.
 */
@Singleton
final class FormBinder implements TypedRequestArgumentBinder<FormText> {

    /** What Micronaut is asked for: the annotation stands with the argument. */
    @Introspected
    record Posted(@Body @Nullable byte[] body) {}

    @SuppressWarnings("unchecked")
    private static final Argument<byte[]> BODY = (Argument<byte[]>) BeanIntrospection
            .getIntrospection(Posted.class)
            .getConstructorArguments()[0];

    private final BeanProvider<RequestArgumentSatisfier> server;

    /** Asks the server for its binders, for on the laptop there are those of Lambda too. */
    FormBinder(BeanProvider<RequestArgumentSatisfier> server) {
        this.server = server;
    }

    @Override
    public Argument<FormText> argumentType() {
        return Argument.of(FormText.class);
    }

    @Override
    public BindingResult<FormText> bind(ArgumentConversionContext<FormText> context, HttpRequest<?> request) {
        return request instanceof ServletHttpRequest<?, ?> gateway
                ? new Whole(gateway)
                : new Arriving(server.get()
                        .getBinderRegistry()
                        .findArgumentBinder(BODY)
                        .orElseThrow()
                        .bind(ConversionContext.of(BODY), request));
    }

    /** Behind API Gateway all of it is there. */
    private record Whole(ServletHttpRequest<?, ?> request) implements BindingResult<FormText> {

        @Override
        public Optional<FormText> getValue() {
            try (var body = request.getInputStream()) {
                return Optional.of(FormText.read(body.readAllBytes()));
            } catch (IOException empty) {
                return Optional.of(FormText.EMPTY);
            }
        }
    }

    /** On a server of Micronaut's own it may be yet to arrive. */
    private record Arriving(BindingResult<byte[]> body) implements PendingRequestBindingResult<FormText> {

        @Override
        public boolean isPending() {
            return body instanceof PendingRequestBindingResult<?> pending && pending.isPending();
        }

        @Override
        public List<ConversionError> getConversionErrors() {
            return body.getConversionErrors();
        }

        @Override
        public Optional<FormText> getValue() {
            return Optional.of(body.getValue().map(FormText::read).orElse(FormText.EMPTY));
        }
    }
}
