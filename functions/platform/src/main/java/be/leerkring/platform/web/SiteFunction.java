package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.language.Languages;
import be.leerkring.platform.metrics.Metrics;
import be.leerkring.platform.metrics.Metrics.Unit;
import be.leerkring.platform.request.Address;
import be.leerkring.platform.request.Front;
import be.leerkring.platform.request.GatewayJson;
import be.leerkring.platform.request.Gzip;
import be.leerkring.platform.request.Priming;
import be.leerkring.platform.request.RequestNumber;
import be.leerkring.platform.request.Waking;
import be.leerkring.platform.table.Rehearsal;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.Environment;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.MDC;

/**
 * Answers the requests that API Gateway sends to a room, and every one of them with a page of ours. In payload format
 * 2.0 cookies travel both ways in a list of their own (AWS: "Create AWS Lambda proxy integrations for HTTP APIs"),
 * where Micronaut 4.10 looks for headers. The path arrives decoded, as requests that were recorded show; Micronaut
 * takes it for one that is not, so it is encoded here again.
 */
public final class SiteFunction extends APIGatewayV2HTTPEventFunction implements RequestStreamHandler, Resource {

    /** What these bring nothing reads, and Micronaut would. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    /** How Lambda calls the start of an environment for the event that waits there. */
    private static final String START = "on-demand";

    /** How this environment began, until somebody has come or it was woken: all who come after meet warm classes. */
    private String start = "init";

    /** As Lambda makes it. With no snapshot to come it is primed at once, for a start has more of a processor. */
    public SiteFunction() {
        knowIcons();
        if (isAwaited()) {
            priming().once(this::rehearsed);
        } else {
            Core.getGlobalContext().register(this);
        }
    }

    /** The same on beans that were made before. */
    public SiteFunction(ApplicationContext context) {
        super(context);
        knowIcons();
    }

    /** Whether an event waits for this start, and no snapshot is taken after it. */
    private static boolean isAwaited() {
        return START.equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    /** Micronaut makes every singleton at the start of a function; where somebody waits, those that are needed do. */
    @Override
    protected ApplicationContextBuilder newApplicationContextBuilder() {
        return isAwaited()
                ? ApplicationContext.builder(Environment.FUNCTION, "lambda")
                : super.newApplicationContextBuilder();
    }

    /** Pictures leave in Base64, and Micronaut knows PNG but not this. */
    private void knowIcons() {
        applicationContext.getBean(BinaryTypeConfiguration.class).setAdditionalTypes(List.of(Assets.ICON));
    }

    private Priming priming() {
        return new Priming(getApplicationContext().getProperty("PRIMED", String.class).orElse(""), this::rehearsal);
    }

    /** What was recorded for this function, if anything was: its lines. */
    private List<String> rehearsal() {
        var name = getApplicationContext().getProperty("REHEARSAL", String.class).orElse("none");
        try (var file = SiteFunction.class.getResourceAsStream("/rehearsal/" + name + ".txt")) {
            return file == null ? List.of() : new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The rehearsal of " + name + " can't be read", unreadable);
        }
    }

    /** As a visitor's request is answered, but for the start, which is not counted. */
    private void rehearsed(String request) {
        try {
            var json = applicationContext.getBean(GatewayJson.class);
            var event = json.read(new ByteArrayInputStream(request.getBytes(UTF_8)));
            try (var _ = MDC.putCloseable(RequestNumber.NAME, RequestNumber.of(event))) {
                json.write(answer(event), OutputStream.nullOutputStream());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(request, unreadable);
        }
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        priming().rehearse(this::rehearsed);
        Rehearsal.of(List.of(), this::countStart);
    }

    /** Has little to do: clocks and randomness are read anew each time, and so is a connection that is gone. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        start = "restore";
    }

    /** What Lambda calls: its runtime client prefers this one of the two, and then reads and writes no JSON itself. */
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var json = applicationContext.getBean(GatewayJson.class);
        json.write(handleRequest(json.read(event), context), answer);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (Waking.is(event)) {
            if (start.equals("init")) {
                priming().woken(this::rehearsed);
            }
            start = "";
            return Waking.answer();
        }
        try (var _ = MDC.putCloseable(RequestNumber.NAME, RequestNumber.of(event))) {
            countStart();
            return answer(event);
        }
    }

    private void countStart() {
        if (!start.isEmpty()) {
            applicationContext.getBean(Metrics.class).write("ColdStarts", Unit.COUNT, 1, Map.of("Start", start));
            start = "";
        }
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        try {
            prepare(event);
            // Micronaut would make beans of Lambda's context, which nothing here asks for.
            var response = super.handleRequest(event, null);
            return Gzip.pack(event, isEmptyFailure(response) ? failure(event) : withCookies(response));
        } catch (RuntimeException | StackOverflowError surprise) {
            applicationContext.getBean(Surprises.class).log(surprise, path(event));
            return failure(event);
        }
    }

    private void prepare(APIGatewayV2HTTPEvent event) {
        var http = event.getRequestContext().getHttp();
        http.setPath(Address.encoded(path(event)));
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Optional.ofNullable(event.getHeaders()).orElse(Map.of()));
        if (event.getCookies() != null) {
            headers.put(HttpHeaders.COOKIE, String.join("; ", event.getCookies()));
        }
        applicationContext.getBean(Front.class).undo(event, headers);
        var body = WITHOUT_BODY.contains(http.getMethod()) ? new byte[0] : body(event);
        event.setBody(Base64.getEncoder().encodeToString(body));
        event.setIsBase64Encoded(true);
        headers.put(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        event.setHeaders(headers);
    }

    private static String path(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRawPath()).orElse("");
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        var body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    }

    /** What Micronaut answers where it could not even show what went wrong. */
    private static boolean isEmptyFailure(APIGatewayV2HTTPResponse response) {
        return response.getStatusCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode() && response.getBody() == null;
    }

    private static APIGatewayV2HTTPResponse withCookies(APIGatewayV2HTTPResponse response) {
        response.setCookies(setCookies(response.getMultiValueHeaders()));
        response.setMultiValueHeaders(null);
        response.getHeaders().keySet().removeIf(HttpHeaders.SET_COOKIE::equalsIgnoreCase);
        return response;
    }

    private static List<String> setCookies(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HttpHeaders.SET_COOKIE))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    /** The page that says so, for a request that there is no telling much about. */
    private APIGatewayV2HTTPResponse failure(APIGatewayV2HTTPEvent event) {
        var asked = Optional.ofNullable(event.getHeaders()).map(headers -> headers.get("accept-language")).orElse("");
        var visit = new Visit("/", applicationContext.getBean(Languages.class).negotiate(asked), false, true, "",
                RequestNumber.of(event));
        var pages = applicationContext.getBean(Pages.class);
        var page = pages.problem(HttpStatus.INTERNAL_SERVER_ERROR, pages.view(visit), "problem.ours");
        Headers.add(page.getHeaders());
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(page.code())
                .withHeaders(new HashMap<>(page.getHeaders().asMap().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()))))
                .withBody(page.body())
                .build();
    }
}
