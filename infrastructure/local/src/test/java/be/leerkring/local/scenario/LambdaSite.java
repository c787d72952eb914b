package be.leerkring.local.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.local.Site;
import be.leerkring.testing.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The functions behind an API Gateway HTTP API: turns a request into an event of payload format 2.0, gives it to the
 * function that API Gateway would choose, and turns what that answers into an answer.
 */
public final class LambdaSite implements Site {

    /** What API Gateway hands on as it is; whatever else, a form among it, comes in Base64. */
    private static final Pattern TEXT = Pattern.compile("^(text/|application/(json|xml|javascript))");

    private static final String DEFAULT = "$default";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String domain;
    private final Map<HttpRoute, Function<String, String>> routes;
    private final String source;

    public LambdaSite(String domain, Map<HttpRoute, Function<String, String>> routes) {
        this(domain, routes, "192.0.2.1");
    }

    private LambdaSite(String domain, Map<HttpRoute, Function<String, String>> routes, String source) {
        this.domain = domain;
        this.routes = Map.copyOf(routes);
        this.source = source;
    }

    /** The same site, for somebody at another address. */
    LambdaSite from(String elsewhere) {
        return new LambdaSite(domain, routes, elsewhere);
    }

    @Override
    public Answer send(String method, String path, Map<String, String> headers, String body) {
        var route = HttpRoute.choose(routes.keySet(), method, decoded(path.split("\\?")[0])).orElseThrow();
        var event = event(route, method, path, headers, body.getBytes(UTF_8));
        return answer(read(routes.get(route).apply(event.toString())));
    }

    private ObjectNode event(HttpRoute route, String method, String target, Map<String, String> headers, byte[] body) {
        var question = target.indexOf('?');
        var path = decoded(question < 0 ? target : target.substring(0, question));
        var key = route.path().equals(DEFAULT) ? DEFAULT : route.method() + " " + route.path();
        var event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", key);
        event.put("rawPath", path);
        event.put("rawQueryString", question < 0 ? "" : target.substring(question + 1));
        var received = event.putObject("headers");
        headers.forEach((name, value) -> {
            if (name.equalsIgnoreCase("cookie")) {
                Stream.of(value.split("; *")).forEach(event.withArray("cookies")::add);
            } else {
                received.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        received.put("host", domain);
        received.put("x-forwarded-for", source);
        received.put("x-forwarded-port", "443");
        received.put("x-forwarded-proto", "https");
        received.put("content-length", Integer.toString(body.length));
        if (question >= 0) {
            var parameters = event.putObject("queryStringParameters");
            for (var parameter : target.substring(question + 1).split("&")) {
                var pair = parameter.split("=", 2);
                var name = decoded(pair[0].replace('+', ' '));
                var value = pair.length > 1 ? decoded(pair[1].replace('+', ' ')) : "";
                parameters.put(name, parameters.has(name) ? parameters.get(name).asText() + "," + value : value);
            }
        }
        var context = event.putObject("requestContext");
        context.put("accountId", "123456789012");
        context.put("apiId", "leerkring");
        context.put("domainName", domain);
        context.put("domainPrefix", "leerkring");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", key);
        context.put("stage", "$default");
        context.put("time", "23/Mar/2017:13:30:00 +0000");
        context.put("timeEpoch", 1490275800000L);
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", source)
                .put("userAgent", "scenario");
        var text = headers.entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("content-type")
                        && TEXT.matcher(header.getValue()).find());
        if (body.length > 0) {
            event.put("body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
        return event;
    }

    /** Every path reaches a function decoded, as recorded requests show; what is no encoding stays. */
    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException none) {
            return encoded;
        }
    }

    /** As API Gateway reads it: cookies from their own field, nothing from the headers of payload format 1.0. */
    private static Answer answer(JsonNode response) {
        var headers = new HashMap<String, List<String>>();
        response.path("headers").properties().forEach(header -> headers.put(
                header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue().asText())));
        var cookies = new ArrayList<String>();
        response.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", List.copyOf(cookies));
        }
        var text = response.path("body").asText("");
        var body = response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(UTF_8);
        headers.put("content-length", List.of(Integer.toString(body.length)));
        return new Answer(
                response.path("statusCode").asInt(),
                headers,
                new String(headers.containsKey("content-encoding") ? unpacked(body) : body, UTF_8));
    }

    private static byte[] unpacked(byte[] body) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(json, unreadable);
        }
    }

    @Override
    public String toString() {
        return routes.keySet().stream().map(HttpRoute::toString).collect(Collectors.joining(", "));
    }
}
