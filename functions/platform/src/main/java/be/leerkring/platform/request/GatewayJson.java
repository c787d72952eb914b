package be.leerkring.platform.request;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Reads a request as API Gateway sends it, and writes what it is answered (AWS: "Create AWS Lambda proxy integrations
 * for HTTP APIs", payload format 2.0). Lambda's runtime client would do the same by a JSON library of its own, which
 * takes as long to load as all of the table's client.
 */
@Singleton
public final class GatewayJson {

    private final JsonMapper mapper;

    GatewayJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The request, with all of it that anything here reads. */
    public APIGatewayV2HTTPEvent read(InputStream json) throws IOException {
        var event = mapper.readValue(json, JsonNode.class);
        var cookies = event.get("cookies");
        var encoded = event.get("isBase64Encoded");
        return APIGatewayV2HTTPEvent.builder()
                .withVersion(text(event, "version"))
                .withRouteKey(text(event, "routeKey"))
                .withRawPath(text(event, "rawPath"))
                .withRawQueryString(text(event, "rawQueryString"))
                .withCookies(cookies == null ? null : texts(cookies))
                .withHeaders(map(event.get("headers")))
                .withQueryStringParameters(map(event.get("queryStringParameters")))
                .withBody(text(event, "body"))
                .withIsBase64Encoded(encoded != null && encoded.isBoolean() && encoded.getBooleanValue())
                .withRequestContext(context(event.get("requestContext")))
                .build();
    }

    private static RequestContext context(JsonNode context) {
        return context == null
                ? null
                : RequestContext.builder()
                        .withRequestId(text(context, "requestId"))
                        .withDomainName(text(context, "domainName"))
                        .withStage(text(context, "stage"))
                        .withHttp(http(context.get("http")))
                        .build();
    }

    private static RequestContext.Http http(JsonNode http) {
        return http == null
                ? null
                : RequestContext.Http.builder()
                        .withMethod(text(http, "method"))
                        .withPath(text(http, "path"))
                        .withProtocol(text(http, "protocol"))
                        .withSourceIp(text(http, "sourceIp"))
                        .withUserAgent(text(http, "userAgent"))
                        .build();
    }

    private static String text(JsonNode of, String name) {
        var value = of.get(name);
        return value == null || value.isNull() ? null : value.coerceStringValue();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.values().spliterator(), false)
                .map(JsonNode::coerceStringValue)
                .toList();
    }

    private static Map<String, String> map(JsonNode object) {
        if (object == null) {
            return null;
        }
        var map = new HashMap<String, String>();
        object.entries().forEach(entry -> map.put(entry.getKey(), entry.getValue().coerceStringValue()));
        return map;
    }

    /** Writes the answer, and closes nothing. */
    public void write(APIGatewayV2HTTPResponse answer, OutputStream json) throws IOException {
        var fields = new LinkedHashMap<String, JsonNode>();
        fields.put("statusCode", JsonNode.createNumberNode(answer.getStatusCode()));
        fields.put("isBase64Encoded", JsonNode.createBooleanNode(answer.getIsBase64Encoded()));
        if (answer.getHeaders() != null) {
            var headers = new LinkedHashMap<String, JsonNode>();
            answer.getHeaders().forEach((name, value) -> headers.put(name, JsonNode.createStringNode(value)));
            fields.put("headers", JsonNode.createObjectNode(headers));
        }
        if (answer.getCookies() != null) {
            fields.put(
                    "cookies",
                    JsonNode.createArrayNode(
                            answer.getCookies().stream().map(JsonNode::createStringNode).toList()));
        }
        if (answer.getBody() != null) {
            fields.put("body", JsonNode.createStringNode(answer.getBody()));
        }
        json.write(mapper.writeValueAsBytes(JsonNode.createObjectNode(fields)));
    }
}
