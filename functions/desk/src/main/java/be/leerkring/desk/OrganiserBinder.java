package be.leerkring.desk;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Hands the organiser whom the guard let through to the controller. */
@Singleton
final class OrganiserBinder implements TypedRequestArgumentBinder<Organiser> {

    static final String ATTRIBUTE = "be.leerkring.organiser";

    @Override
    public Argument<Organiser> argumentType() {
        return Argument.of(Organiser.class);
    }

    @Override
    public BindingResult<Organiser> bind(ArgumentConversionContext<Organiser> context, HttpRequest<?> request) {
        return () -> request.getAttribute(ATTRIBUTE, Organiser.class);
    }
}
