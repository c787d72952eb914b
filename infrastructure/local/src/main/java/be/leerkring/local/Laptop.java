package be.leerkring.local;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.dynamodb.TimeToLive;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.stream.StreamRelay;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.mailer.MailEvents;
import be.leerkring.platform.mail.QueuedMails;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * The site that the template describes, in one JVM: its table in embedded DynamoDB, its mails in an embedded SES, its
 * controllers behind one server, and its stream and its schedules on a clock that can be moved.
 */
public final class Laptop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Laptop.class);
    private static final String TABLE = "leerkring";

    /** The stand-in for SES takes mails as fast as they come; a clock that moves by weeks need not wait for turns. */
    private static final String SENDING_RATE = "1000";

    /** The inbox has all of them, packed. */
    private static final int KEPT_BY_SES = 500;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final String address;
    private final EmbeddedDynamoDb database;
    private final EmbeddedSes ses;
    private final StackTemplate template;
    private final ApplicationContext context;

    private Laptop(Options options) {
        var port = options.port() == 0 ? freePort() : options.port();
        address = "http://localhost:" + port;
        template = StackTemplate.read(
                Project.root().resolve("template.yaml"),
                Map.of("Table.Table", TABLE, "Site.ApiEndpoint", address, "Mail.ConfigurationSet", "leerkring",
                        "SendingRate", SENDING_RATE));
        database = opened(options.data().map(EmbeddedDynamoDb::in).orElseGet(EmbeddedDynamoDb::inMemory));
        var isNew = createTable();
        var memory = new Memory(options.data());
        var clock = new LaptopClock(Clock.systemUTC(), memory.time().orElseGet(() -> beginning(options)));
        ses = opened(EmbeddedSes.start(clock));
        ses.keep(KEPT_BY_SES);
        var inbox = new Inbox(memory);
        ses.onMail(inbox::receive);
        var sesSwitch = new SesSwitch(ses);
        context = opened(context(port, clock, inbox, sesSwitch));
        if (isNew) {
            new SampleWorld(context).load();
        }
        var timeToLive = new TimeToLive(database.client(), TABLE, database::writeCount);
        context.registerSingleton(timeToLive);
        context.registerSingleton(timeline(clock, memory, sesSwitch, timeToLive));
        context.getBean(EmbeddedServer.class).start();
    }

    /** Starts it; when this returns, it answers. */
    public static Laptop start(Options options) {
        return new Laptop(options);
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return address;
    }

    /** The stand-in for SES, for tests that make it misbehave. */
    public EmbeddedSes ses() {
        return ses;
    }

    /** The stand-in for DynamoDB. */
    EmbeddedDynamoDb database() {
        return database;
    }

    /** The beans of all functions. */
    public ApplicationContext context() {
        return context;
    }

    /** The template that is running. */
    public StackTemplate template() {
        return template;
    }

    /** Returns when every mail that was decided before this call has been handed to SES. */
    public void settle(Duration timeout) {
        context.getBean(Timeline.class).settle(timeout);
    }

    /** The table's name. */
    String table() {
        return TABLE;
    }

    private Instant beginning(Options options) {
        return options.asOf().atZone(zone()).toInstant();
    }

    private ZoneId zone() {
        return ZoneId.of(template.parameters().get("TimeZone").toString());
    }

    private boolean createTable() {
        try {
            TemplateTable.in(template.nested("Table")).create(database.client(), TABLE);
            return true;
        } catch (ResourceInUseException kept) {
            return false;
        }
    }

    /** The handlers' own SDK clients, unmodified: the SDK's system properties lead them to the stand-ins. */
    private ApplicationContext context(int port, Clock clock, Inbox inbox, SesSwitch sesSwitch) {
        var environment = new HashMap<String, Object>();
        template.functions().forEach(function -> environment.putAll(function.environment()));
        synchronized (Laptop.class) {
            System.setProperty("aws.accessKeyId", LocalAccount.ACCESS_KEY_ID);
            System.setProperty("aws.secretAccessKey", LocalAccount.SECRET_ACCESS_KEY);
            System.setProperty("aws.region", LocalAccount.REGION.id());
            System.setProperty("aws.endpointUrlDynamoDb", database.endpoint().toString());
            System.setProperty("aws.endpointUrlSesV2", ses.endpoint().toString());
            var started = ApplicationContext.builder()
                    .banner(false)
                    .singletons(clock, inbox, sesSwitch)
                    .properties(Map.of(
                            "micronaut.server.port", port,
                            "micronaut.server.host", "localhost",
                            // as much as API Gateway takes; what we take, BodyLimit says on either
                            "micronaut.server.max-request-size", "10MB",
                            "micronaut.server.netty.max-initial-line-length", 10_240,
                            // nor does API Gateway unpack what it is sent
                            "micronaut.server.netty.request-decompression-enabled", false,
                            // our pages send no referrer, so a browser says their forms come from "null"
                            "micronaut.server.cors.localhost-pass-through", true,
                            "micronaut.serde.serialization.inclusion", "ALWAYS"))
                    .propertySources(PropertySource.of(
                            "template.yaml",
                            environment,
                            PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                            PropertySource.Origin.of("template.yaml")))
                    .start();
            started.getBean(DynamoDbClient.class);
            started.getBean(SesV2Client.class);
            return started;
        }
    }

    private Timeline timeline(LaptopClock clock, Memory memory, SesSwitch sesSwitch, TimeToLive timeToLive) {
        var handlers = new Handlers(context);
        var relays = template.functions().stream()
                .flatMap(function -> function.streams().stream()
                        .map(source -> opened(StreamRelay.follow(
                                database,
                                TABLE,
                                source,
                                stream(handlers, function),
                                discarded -> LOG.error("{} gave up: {}", function.logicalId(), discarded)))))
                .toList();
        var schedules = Schedules.of(template.functions(), handlers);
        Runnable reports = () -> sesSwitch.bring(reports(handlers));
        return opened(new Timeline(clock, schedules, relays, reports, context.getBean(QueuedMails.class),
                database::writeCount,
                new QuietTimes(database.client(), TABLE, zone(), database::writeCount),
                timeToLive,
                memory));
    }

    /** The function that takes what SES reports; its rule is of EventBridge, which has no stand-in here. */
    private Consumer<Map<String, Object>> reports(Handlers handlers) {
        var function = template.functions().stream()
                .filter(each -> each.handler().equals(MailEvents.class.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("template.yaml has no function for SES's reports"));
        Function<Map<String, Object>, Object> handler = handlers.of(function);
        return event -> {
            var _ = handler.apply(event);
        };
    }

    private static Function<DynamodbEvent, StreamsEventResponse> stream(Handlers handlers, StackFunction function) {
        return handlers.<DynamodbEvent, StreamsEventResponse>of(function);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        parts.forEach(part -> {
            try {
                part.close();
            } catch (Exception stuck) {
                LOG.warn("{} did not stop", part, stuck);
            }
        });
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("There is no free port", none);
        }
    }
}
