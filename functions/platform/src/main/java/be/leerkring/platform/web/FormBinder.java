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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands a controller method the form that was posted, as Micronaut reads a body wherever it runs. */
@Singleton
final class FormBinder implements TypedRequestArgumentBinder<FormText> {

    /** What Micronaut is asked for: the annotation stands with the argument. */
    @Introspected
    record Posted(@Body @Nullable Map<String, Object> body) {}

    @SuppressWarnings("unchecked")
    private static final Argument<Map<String, Object>> BODY = (Argument<Map<String, Object>>) BeanIntrospection
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
        return new Form(server.get()
                .getBinderRegistry()
                .findArgumentBinder(BODY)
                .orElseThrow()
                .bind(ConversionContext.of(BODY), request));
    }

    /** On a server of Micronaut's own the body may be yet to arrive. */
    private record Form(BindingResult<Map<String, Object>> body) implements PendingRequestBindingResult<FormText> {

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
            return Optional.of(body.getValue().map(FormText::new).orElse(FormText.EMPTY));
        }
    }
}
