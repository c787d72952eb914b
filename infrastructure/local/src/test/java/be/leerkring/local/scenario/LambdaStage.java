package be.leerkring.local.scenario;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.stream.StreamRelay;
import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.local.ComingSession;
import be.leerkring.local.Project;
import be.leerkring.local.Site;
import be.leerkring.local.Stage;
import be.leerkring.network.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Functions of the template, each in a process of its own, from the zip that would be deployed. */
public final class LambdaStage implements Stage {

    private static final String TABLE = "leerkring";
    private static final String DOMAIN = "leerkring.execute-api.eu-west-1.amazonaws.com";
    private static final Duration DELIVERY = Duration.ofMinutes(2);

    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private final EmbeddedDynamoDb database = opened(EmbeddedDynamoDb.inMemory());
    private final EmbeddedSes ses = opened(EmbeddedSes.start(Clock.systemUTC()));
    private final StackTemplate template = StackTemplate.read(
            Project.root().resolve("template.yaml"),
            Map.of("Table.Table", TABLE, "Site.ApiEndpoint", "https://" + DOMAIN, "Mail.ConfigurationSet",
                    "leerkring"));
    private final BiFunction<StackFunction, Map<String, String>, LambdaFunction> starting;
    private final Map<String, LambdaFunction> functions = new ConcurrentSkipListMap<>();
    private final List<StreamRelay> relays;
    private final Map<String, String> rehearsed = new ConcurrentHashMap<>();
    private final Session session;
    private final boolean untouched;
    private final LambdaSite site;

    /** Starts those functions for which this holds, from their zips, some at once. */
    public LambdaStage(Predicate<StackFunction> started) {
        this(started, LambdaStage::fromZip, Stream::parallel);
    }

    /**
     * Starts those functions for which this holds, one after the other.
     *
     * @param starting makes one of them run, with the variables that lead it to this stage
     */
    public LambdaStage(
            Predicate<StackFunction> started,
            BiFunction<StackFunction, Map<String, String>, LambdaFunction> starting) {
        this(started, starting, Stream::sequential);
    }

    private LambdaStage(
            Predicate<StackFunction> started,
            BiFunction<StackFunction, Map<String, String>, LambdaFunction> starting,
            UnaryOperator<Stream<StackFunction>> order) {
        this.starting = starting;
        TemplateTable.in(template.nested("Table")).create(database.client(), TABLE);
        session = ComingSession.publish(database.client(), TABLE);
        var published = items();
        order.apply(template.functions().stream().filter(started))
                .forEach(function -> functions.put(function.logicalId(), start(function)));
        untouched = items().equals(published) && ses.mails().isEmpty();
        var routes = new HashMap<HttpRoute, Function<String, String>>();
        for (var function : functions.values()) {
            function.routes().forEach(route -> routes.put(route, function::invoke));
        }
        site = new LambdaSite(DOMAIN, routes);
        relays = template.functions().stream()
                .filter(started)
                .flatMap(function -> function.streams().stream()
                        .map(source -> opened(StreamRelay.follow(
                                database,
                                TABLE,
                                source,
                                event -> StreamEvent.read(invoke(function.logicalId(), StreamEvent.write(event))),
                                discarded -> System.err.println(discarded)))))
                .toList();
    }

    private static LambdaFunction fromZip(StackFunction function, Map<String, String> account) {
        var started = new LambdaFunction(function, unpacked(function), Command.ofZip(function), account);
        started.awaitReady();
        started.wake();
        return started;
    }

    private LambdaFunction start(StackFunction function) {
        var started = opened(starting.apply(function, account(database, ses)));
        if (!function.routes().isEmpty()) {
            rehearsed.put(function.logicalId(), started.log());
            var routes = new HashMap<HttpRoute, Function<String, String>>();
            routes.put(new HttpRoute("ANY", "$default"), started::invoke);
            new LambdaSite(DOMAIN, routes).get(function.routes().getFirst().path().replaceAll("\\{[^}]+}", "unknown"));
        } else if (!function.streams().isEmpty()) {
            started.invoke("{\"Records\":[]}");
        } else {
            started.invoke("{}");
        }
        return started;
    }

    private List<Map<String, AttributeValue>> items() {
        return database.client().scan(request -> request.tableName(TABLE)).items();
    }

    /** What leads a function's clients to the stand-ins. */
    public static Map<String, String> account(EmbeddedDynamoDb database, EmbeddedSes ses) {
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString(),
                "AWS_ENDPOINT_URL_SESV2", ses.endpoint().toString(),
                "AWS_REGION", LocalAccount.REGION.id(),
                "AWS_ACCESS_KEY_ID", LocalAccount.ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY", LocalAccount.SECRET_ACCESS_KEY);
    }

    /** In target/, where its log can be read afterwards, and apart from what other tests unpack at the same time. */
    public static Path unpacked(StackFunction function) {
        var folder = Project.root()
                .resolve("infrastructure/local/target/lambda")
                .resolve(System.getProperty("leerkring.fork", "apart"))
                .resolve(function.logicalId());
        try (var zip = new ZipFile(Project.root().resolve(function.codeUri()).toFile())) {
            Files.createDirectories(folder.resolve("lib"));
            empty(folder.resolve("lib"));
            for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, folder.resolve(entry.getName()));
                }
            }
            return folder;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't unpack " + function.codeUri(), unreadable);
        }
    }

    /** Jars of an older build would be on the class path too. */
    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    public StackTemplate template() {
        return template;
    }

    public EmbeddedDynamoDb store() {
        return database;
    }

    /** What each function behind the site had written to its log before its first request. */
    public Map<String, String> rehearsed() {
        return Map.copyOf(rehearsed);
    }

    /** Whether the table was as it had been, and no mail had left, when all functions had started. */
    public boolean isUntouched() {
        return untouched;
    }

    /** What each function wrote to its log until now. */
    public Map<String, String> log() {
        return functions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, function -> function.getValue().log()));
    }

    /** What a function answers to an event. */
    public String invoke(String function, String event) {
        return functions.get(function).invoke(event);
    }

    @Override
    public Site site() {
        return site;
    }

    /** The site for somebody whose requests no limit has counted yet. */
    public Site siteForStrangers() {
        return site.from("192.0.2.2");
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public DynamoDbClient database() {
        return database.client();
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public EmbeddedSes ses() {
        return ses;
    }

    @Override
    public void deliver() {
        relays.forEach(relay -> relay.awaitIdle(DELIVERY));
    }

    @Override
    public void close() {
        parts.forEach(part -> {
            try {
                part.close();
            } catch (Exception stuck) {
                throw new IllegalStateException(part + " did not stop", stuck);
            }
        });
    }
}
