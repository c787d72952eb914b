package be.leerkring.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with a browser, whose requests reach a room as API Gateway hands them on. */
public final class Reader {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SOURCE = "192.0.2.1";

    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
    private final String cookie;
    private final String language;

    Reader(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function, String cookie, String language) {
        this.function = function;
        this.cookie = cookie;
        this.language = language;
    }

    /** Opens a page. */
    public Answer get(String path) {
        return send("GET", path, "", new byte[0]);
    }

    /** Sends a form. */
    public Answer post(String path, Map<String, String> fields) {
        return send(
                "POST",
                path,
                FORM,
                fields.entrySet().stream()
                        .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))
                        .getBytes(UTF_8));
    }

    /** Sends a form with a file, as browsers do. */
    public Answer upload(String path, byte[] file, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                (head("name=\"" + name + "\"\r\n") + value + "\r\n").getBytes(UTF_8)));
        body.writeBytes(head("name=\"file\"; filename=\"leden.csv\"\r\nContent-Type: text/csv\r\n").getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));
        return send("POST", path, "multipart/form-data; boundary=edge", body.toByteArray());
    }

    private static String head(String rest) {
        return "--edge\r\nContent-Disposition: form-data; " + rest + "\r\n";
    }

    /** API Gateway decodes the path, and hands on in Base64 what is no text to it. */
    private Answer send(String method, String address, String type, byte[] body) {
        var parts = (address + "?").split("\\?", -1);
        var path = decoded(parts[0]);
        var request = APIGatewayV2HTTPEvent.builder()
                .withRouteKey(method + " " + path)
                .withRawPath(path)
                .withRawQueryString(parts[1])
                .withQueryStringParameters(parameters(parts[1]))
                .withHeaders(headers(method, type, body))
                .withCookies(cookie.isEmpty() ? null : List.of(cookie.split("; ")))
                .withBody(body.length == 0 ? null : Base64.getEncoder().encodeToString(body))
                .withIsBase64Encoded(body.length > 0)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(path)
                                .withProtocol("HTTP/1.1")
                                .withSourceIp(SOURCE)
                                .build())
                        .build())
                .build();
        return answer(function.handleRequest(request, null));
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
    }

    /** Decoded, and the values of one name joined by commas. */
    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.contains("="))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> URLDecoder.decode(parameter[0], UTF_8),
                        parameter -> URLDecoder.decode(parameter[1], UTF_8),
                        (first, second) -> first + "," + second));
    }

    private Map<String, String> headers(String method, String type, byte[] body) {
        var headers = new HashMap<>(Map.of(
                "host", "leerkring.example",
                "accept-language", language));
        if (method.equals("POST")) {
            headers.put("content-type", type);
            headers.put("content-length", Integer.toString(body.length));
        }
        return headers;
    }

    private static Answer answer(APIGatewayV2HTTPResponse response) {
        var headers = new HashMap<String, List<String>>();
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        }
        if (response.getCookies() != null) {
            headers.put("set-cookie", response.getCookies());
        }
        return new Answer(response.getStatusCode(), headers, response.getBody() == null ? "" : response.getBody());
    }
}
