package be.leerkring.programme;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The room on an embedded table, as API Gateway reaches it: with its routes, its guard and its pages. */
public final class Desk implements AutoCloseable {

    private static final String TABLE = "leerkring";

    private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    private final ApplicationContext context;
    private final APIGatewayV2HTTPEventFunction function;

    public Desk(Clock clock) {
        this(clock, "nl,en");
    }

    public Desk(Clock clock, String languages) {
        TemplateTable.in(Path.of("../../infrastructure/table.yaml")).create(database.client(), TABLE);
        System.setProperty("aws.accessKeyId", LocalAccount.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", LocalAccount.SECRET_ACCESS_KEY);
        System.setProperty("aws.region", LocalAccount.REGION.id());
        System.setProperty("aws.endpointUrlDynamoDb", database.endpoint().toString());
        context = ApplicationContext.builder()
                .banner(false)
                .singletons(clock)
                .propertySources(PropertySource.of(
                        "template.yaml",
                        Map.<String, Object>of(
                                "TABLE_NAME", TABLE,
                                "LANGUAGES", languages,
                                "TIME_ZONE", "Europe/Brussels",
                                "NETWORK_NAME", "Lerend Netwerk",
                                "NETWORK_ORGANISER", "Het agentschap",
                                "ORGANISERS", "an@example.org,bo@example.org"),
                        PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                        PropertySource.Origin.of("template.yaml")))
                .start();
        context.getBean(DynamoDbClient.class);
        function = new APIGatewayV2HTTPEventFunction(context);
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public void write(Write... writes) {
        if (!(get(Table.class).write(List.of(writes)) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + List.of(writes));
        }
    }

    /** Puts a session into the table, with free seats. */
    public Session put(Session session, int capacity) {
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(session.id(), capacity, 0));
        return session;
    }

    public Session session(String id) {
        return get(Sessions.class).findAny(id).orElseThrow();
    }

    public Seats seats(String id) {
        var counts = get(SeatCounts.class);
        return counts.in(get(Table.class).read(List.of(counts.key(id))), id);
    }

    /** What a log says, the latest first. */
    public List<LogEntry> log(String which) {
        return get(ChangeLog.class).read(which, Optional.empty()).entries();
    }

    /** Somebody who reads Dutch and has not signed in. */
    public Reader stranger() {
        return new Reader("", "nl");
    }

    /** An organiser at the desk. */
    public Reader organiser(String name) {
        return organiser(name, "nl");
    }

    public Reader organiser(String name, String language) {
        var begun = get(SignIns.class).issue("organiser." + name, new Organiser(name + "@example.org"));
        write(begun.write());
        return new Reader("__Host-desk=" + begun.token().text(), language);
    }

    /** Somebody with a browser. */
    public final class Reader {

        private final String cookie;
        private final String language;

        private Reader(String cookie, String language) {
            this.cookie = cookie;
            this.language = language;
        }

        public Answer get(String path) {
            return send("GET", path, "");
        }

        public Answer post(String path, Map<String, String> form) {
            return send(
                    "POST",
                    path,
                    form.entrySet().stream()
                            .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                                    + URLEncoder.encode(field.getValue(), UTF_8))
                            .collect(Collectors.joining("&")));
        }

        private Answer send(String method, String path, String body) {
            var parts = (path + "?").split("\\?", -1);
            var headers = new HashMap<>(Map.of(
                    "Host", "leerkring.example",
                    "Accept-Language", language,
                    "X-Leerkring-Source", "192.0.2.1"));
            if (!cookie.isEmpty()) {
                headers.put("Cookie", cookie);
            }
            if (method.equals("POST")) {
                headers.put("Content-Type", "application/x-www-form-urlencoded");
                headers.put("Content-Length", Integer.toString(body.getBytes(UTF_8).length));
            }
            var query = parts[1].isEmpty()
                    ? Map.<String, String>of()
                    : Map.of(parts[1].split("=")[0], parts[1].split("=")[1]);
            var event = APIGatewayV2HTTPEvent.builder()
                    .withRouteKey(method + " " + parts[0])
                    .withRawPath(parts[0])
                    .withRawQueryString(parts[1])
                    .withQueryStringParameters(query)
                    .withHeaders(headers)
                    .withBody(body)
                    .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                            .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                    .withMethod(method)
                                    .withPath(parts[0])
                                    .withProtocol("HTTP/1.1")
                                    .withSourceIp("192.0.2.1")
                                    .build())
                            .build())
                    .build();
            var response = function.handleRequest(event, null);
            return new Answer(
                    response.getStatusCode(),
                    response.getHeaders() == null ? "" : response.getHeaders().getOrDefault("Location", ""),
                    response.getBody() == null ? "" : response.getBody());
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
