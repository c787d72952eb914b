package be.leerkring.local.localstack;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.stream.StreamRelay;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.ComingSession;
import be.leerkring.local.LaptopSite;
import be.leerkring.local.Project;
import be.leerkring.local.Site;
import be.leerkring.local.SiteContext;
import be.leerkring.local.Stage;
import be.leerkring.network.session.Session;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The controllers on a server here; their table is the one that LocalStack's CloudFormation makes of
 * {@code infrastructure/table.yaml}, and its stream, through the filters of {@code template.yaml}, wakes the functions
 * that send mail. LocalStack's free edition has no SES of version 2, so mails go to the embedded one.
 */
public final class LocalStackStage implements Stage {

    private static final String SITE = "https://leerkring.test";
    private static final Duration DELIVERY = Duration.ofMinutes(1);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final EmbeddedSes ses;
    private final DynamoDbClient database;
    private final String table;
    private final List<StreamRelay> relays;
    private final Session session;
    private final Site site;

    private LocalStackStage() {
        try {
            ses = opened(EmbeddedSes.start(Clock.systemUTC()));
            var account = opened(LocalStack.start(LocalStackIsHere.found())).account();
            var stack = StackOfTable.create(account, Project.root().resolve("infrastructure/table.yaml"));
            table = stack.table();
            var template = StackTemplate.read(
                    Project.root().resolve("template.yaml"),
                    Map.of("Table.Table", table, "Site.ApiEndpoint", SITE, "Mail.ConfigurationSet", "leerkring"));
            var context = opened(SiteContext.start(template, account, ses));
            database = context.getBean(DynamoDbClient.class);
            session = ComingSession.publish(database, table);
            relays = relays(template, context, streams(account), stack.streamArn());
            site = new LaptopSite(context.getBean(EmbeddedServer.class).start().getURL().toString());
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    /** Starts LocalStack in the way that was found, and the site on it. */
    public static LocalStackStage start() {
        return new LocalStackStage();
    }

    /** Region and credentials are those of the handlers, from the SDK's system properties. */
    private DynamoDbStreamsClient streams(SiteContext.Database account) {
        return opened(DynamoDbStreamsClient.builder()
                .endpointOverride(account.endpoint())
                .httpClient(opened(UrlConnectionHttpClient.create()))
                .build());
    }

    private List<StreamRelay> relays(
            StackTemplate template, ApplicationContext context, DynamoDbStreamsClient streams, String streamArn) {
        return template.functions().stream()
                .flatMap(function -> function.streams().stream()
                        .map(source -> opened(StreamRelay.follow(
                                streams,
                                streamArn,
                                source,
                                SiteContext.handler(context, function),
                                discarded -> System.err.println(function.logicalId() + " gave up: " + discarded)))))
                .toList();
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public DynamoDbClient database() {
        return database;
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public EmbeddedSes ses() {
        return ses;
    }

    @Override
    public void deliver() {
        relays.forEach(relay -> relay.awaitIdle(DELIVERY));
    }

    /** Closes everything, even when one of them doesn't want to. */
    @Override
    public void close() {
        var stuck = new IllegalStateException("Not everything stopped");
        parts.forEach(part -> {
            try {
                part.close();
            } catch (Exception e) {
                stuck.addSuppressed(e);
            }
        });
        if (stuck.getSuppressed().length > 0) {
            throw stuck;
        }
    }
}
