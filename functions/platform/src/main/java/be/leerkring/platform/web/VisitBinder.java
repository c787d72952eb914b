package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.head.PageAddress;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.request.RequestNumber;
import be.leerkring.platform.request.Source;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds a reader's language: the one just chosen, the one chosen before, or the best of those the browser asks for. */
@Singleton
public final class VisitBinder implements TypedRequestArgumentBinder<Visit> {

    private final Languages languages;

    VisitBinder(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Argument<Visit> argumentType() {
        return Argument.of(Visit.class);
    }

    @Override
    public BindingResult<Visit> bind(ArgumentConversionContext<Visit> context, HttpRequest<?> request) {
        var visit = visit(request);
        return () -> Optional.of(visit);
    }

    /** The visit that this request is. */
    public Visit visit(HttpRequest<?> request) {
        var chosen = chosen(request);
        var language = chosen
                .orElseGet(() -> languages.negotiate(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE)));
        var secure = "https".equals(request.getHeaders().get("X-Forwarded-Proto")) || request.isSecure();
        return new Visit(
                address(request, secure),
                language,
                chosen.isPresent(),
                secure,
                Source.of(source(request)),
                RequestNumber.of(request));
    }

    private PageAddress address(HttpRequest<?> request, boolean secure) {
        var host = Optional.ofNullable(request.getHeaders().get(HttpHeaders.HOST)).orElse("localhost");
        return new PageAddress(
                (secure ? "https://" : "http://") + host,
                request.getPath(),
                request.getMethod() == HttpMethod.GET ? query(request.getParameters()) : "",
                choosing(request).isPresent());
    }

    private static String query(HttpParameters parameters) {
        return parameters.names().stream()
                .filter(name -> !name.equals(PageAddress.LANGUAGE))
                .sorted()
                .flatMap(name -> parameters.getAll(name).stream().map(value -> encoded(name) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Behind API Gateway the event says it, for the connection is the gateway’s; clients write the headers. */
    private static String source(HttpRequest<?> request) {
        return request instanceof ServletHttpRequest<?, ?> gateway
                && gateway.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
                        ? Optional.ofNullable(event.getRequestContext().getHttp().getSourceIp()).orElse("")
                        : request.getRemoteAddress().getAddress().getHostAddress();
    }

    /** The language just chosen, by the switch at the head of every page. */
    Optional<Language> choosing(HttpRequest<?> request) {
        // Behind API Gateway the fields of a posted form are among the parameters, and one of them has the same name.
        if (request.getMethod() != HttpMethod.GET) {
            return Optional.empty();
        }
        return request.getParameters().getFirst(PageAddress.LANGUAGE).flatMap(languages::withCode);
    }

    private Optional<Language> chosen(HttpRequest<?> request) {
        return choosing(request)
                .or(() -> request.getCookies()
                        .findCookie(PageAddress.LANGUAGE)
                        .map(Cookie::getValue)
                        .flatMap(languages::withCode));
    }
}
