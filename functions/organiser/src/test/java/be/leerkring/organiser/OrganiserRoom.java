package be.leerkring.organiser;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The room on an embedded table, as API Gateway reaches it, and an organiser at the desk. */
public final class OrganiserRoom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2017-02-15T08:00:00Z");

    private static final String TABLE = "leerkring";

    private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    private final ApplicationContext context;
    private final APIGatewayV2HTTPEventFunction function;
    private final String cookie;

    public OrganiserRoom() {
        TemplateTable.in(Path.of("../../infrastructure/table.yaml")).create(database.client(), TABLE);
        System.setProperty("aws.accessKeyId", LocalAccount.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", LocalAccount.SECRET_ACCESS_KEY);
        System.setProperty("aws.region", LocalAccount.REGION.id());
        System.setProperty("aws.endpointUrlDynamoDb", database.endpoint().toString());
        context = ApplicationContext.builder()
                .banner(false)
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC))
                .propertySources(PropertySource.of(
                        "template.yaml",
                        Map.<String, Object>of(
                                "TABLE_NAME", TABLE,
                                "LANGUAGES", "nl,en",
                                "TIME_ZONE", "Europe/Brussels",
                                "NETWORK_NAME", "Lerend Netwerk",
                                "NETWORK_ORGANISER", "Het agentschap",
                                "ORGANISERS", "an@example.org,bo@example.org"),
                        PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                        PropertySource.Origin.of("template.yaml")))
                .start();
        context.getBean(DynamoDbClient.class);
        function = new APIGatewayV2HTTPEventFunction(context);
        var begun = get(SignIns.class).issue("organiser.an", new Organiser("an@example.org"));
        write(begun.write());
        cookie = "__Host-desk=" + begun.token().text();
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public void write(Write... writes) {
        if (!(get(Table.class).write(List.of(writes)) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + List.of(writes));
        }
    }

    public OrganisationList list() {
        return get(Organisations.class).read();
    }

    public Optional<Organisation> organisation(String id) {
        return list().find(id);
    }

    /** Starts the list anew. */
    public void put(Organisation... organisations) {
        write(get(Organisations.class).put(list().with(Arrays.asList(organisations))));
    }

    /** A published session in so many days, with free seats. */
    public Session session(String id, int days, AdmissionRules rules) {
        var start = NOW.plus(Duration.ofDays(days));
        var session = new Session(
                id,
                new LocalizedText(Map.of("nl", "Sessie " + id, "en", "Session " + id)),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                rules,
                Session.Edition.announced(NOW));
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(id, 40, 0));
        return session;
    }

    public Seats seats(String session) {
        var counts = get(SeatCounts.class);
        return counts.in(get(Table.class).read(List.of(counts.key(session))), session);
    }

    /** The network's log, the latest first. */
    public List<LogEntry> log() {
        return get(ChangeLog.class).read(ChangeLog.NETWORK, Optional.empty()).entries();
    }

    /** The same, one line for each change. */
    public List<String> told() {
        return log().stream()
                .flatMap(entry -> entry.changes().stream().map(change -> entry.what() + " " + words(change)))
                .toList();
    }

    private static String words(Change change) {
        return change.field() + ": " + change.from() + " > " + change.to();
    }

    /** What came back. */
    public record Answer(int status, String location, String body) {}

    public Answer get(String path) {
        return send("GET", path, "", new byte[0]);
    }

    public Answer post(String path, Map<String, String> fields) {
        return send(
                "POST",
                path,
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))
                        .getBytes(UTF_8));
    }

    /** Sends a form with a file, as browsers do. */
    public Answer upload(String path, byte[] file, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leden.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));
        return send("POST", path, "multipart/form-data; boundary=edge", body.toByteArray());
    }

    /** API Gateway hands on in Base64 what is no text to it. */
    private Answer send(String method, String address, String type, byte[] body) {
        var parts = (address + "?").split("\\?", -1);
        var headers = new HashMap<>(Map.of(
                "Host", "leerkring.example",
                "Accept-Language", "nl",
                "Cookie", cookie,
                "X-Leerkring-Source", "192.0.2.1",
                "Content-Length", Integer.toString(body.length)));
        if (method.equals("POST")) {
            headers.put("Content-Type", type);
        }
        var query = Arrays.stream(parts[1].split("&"))
                .filter(parameter -> parameter.contains("="))
                .collect(Collectors.toMap(
                        parameter -> parameter.split("=")[0], parameter -> parameter.split("=", 2)[1]));
        var response = function.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(method + " " + parts[0])
                        .withRawPath(parts[0])
                        .withRawQueryString(parts[1])
                        .withQueryStringParameters(query)
                        .withHeaders(headers)
                        .withBody(Base64.getEncoder().encodeToString(body))
                        .withIsBase64Encoded(true)
                        .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                        .withMethod(method)
                                        .withPath(parts[0])
                                        .withProtocol("HTTP/1.1")
                                        .withSourceIp("192.0.2.1")
                                        .build())
                                .build())
                        .build(),
                null);
        return new Answer(
                response.getStatusCode(),
                response.getHeaders() == null ? "" : response.getHeaders().getOrDefault("Location", ""),
                response.getBody() == null ? "" : response.getBody());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
