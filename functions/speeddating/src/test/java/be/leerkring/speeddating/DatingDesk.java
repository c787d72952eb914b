package be.leerkring.speeddating;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The room on an embedded table, as API Gateway reaches it: with its routes, its guard and its pages. */
public final class DatingDesk implements AutoCloseable {

    private static final String TABLE = "leerkring";

    private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    private final ApplicationContext context;
    private final APIGatewayV2HTTPEventFunction function;

    public DatingDesk(Clock clock) {
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
    }

    public ApplicationContext context() {
        return context;
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

    /** Puts somebody into the table, as the room {@code registration} does. */
    public Participant put(Participant participant) {
        var item = Item.at(Participants.key(participant.session(), participant.person()));
        write(Write.put(participant.writeTo(item)));
        return participant;
    }

    /** Whoever comes for these organisations, so many for each; the first organisation's first person is {@code An 1}. */
    public List<Participant> people(Session session, int organisations, int each) {
        return IntStream.range(0, organisations * each)
                .mapToObj(place -> put(person(session, "An " + (place + 1), "org-" + (place / each + 1))))
                .toList();
    }

    public static Participant person(Session session, String name, String organisation) {
        var email = new EmailAddress(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
        return new Participant(
                session.id(),
                email.personAt(session.id()),
                name,
                email,
                organisation,
                "Organisatie " + organisation,
                Organisation.Kind.SPEARHEAD_CLUSTER,
                "",
                new Language("nl"),
                RegistrationState.CONFIRMED);
    }

    /** A session tomorrow afternoon, from half past one to five in Brussels. */
    public static Session session() {
        return new Session(
                "kennismaking",
                new LocalizedText(Map.of("nl", "Kennismaking", "en", "Meeting")),
                LocalizedText.NONE,
                Instant.parse("2017-01-26T12:30:00Z"),
                Instant.parse("2017-01-26T16:00:00Z"),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of("industrie-4-0", "kennismaking"),
                List.of(),
                false,
                AdmissionRules.NONE,
                Session.Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
    }

    /** The plan as it is kept. */
    public SpeedDates plan() {
        return get(SpeedDatingPlans.class).find("kennismaking").orElseThrow();
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
