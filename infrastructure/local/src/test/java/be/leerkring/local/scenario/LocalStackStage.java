package be.leerkring.local.scenario;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.local.ComingSession;
import be.leerkring.local.LaptopSite;
import be.leerkring.local.Project;
import be.leerkring.local.Site;
import be.leerkring.local.SiteContext;
import be.leerkring.local.Stage;
import be.leerkring.mailer.OutboxStream;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.testing.StreamEvents;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The controllers on a server here, their table in LocalStack. Its free edition has no SES of version 2, so mails go to
 * the embedded one; and no relay follows its streams, so a delivery hands the outbox to the mailer.
 */
final class LocalStackStage implements Stage {

    private static final String IMAGE = "localstack/localstack:4.4.0";
    private static final String TABLE = "leerkring";
    private static final String SITE = "https://leerkring.test";

    private final AutoCloseable container;
    private final EmbeddedSes ses = EmbeddedSes.start(Clock.systemUTC());
    private final ApplicationContext context;
    private final DynamoDbClient database;
    private final Session session;
    private final Site site;

    private LocalStackStage(AutoCloseable container, SiteContext.Database local) {
        this.container = container;
        var template = StackTemplate.read(
                Project.root().resolve("template.yaml"),
                Map.of("Table.Table", TABLE, "Site.ApiEndpoint", SITE, "Mail.ConfigurationSet", "leerkring"));
        context = SiteContext.start(template, local, ses);
        database = context.getBean(DynamoDbClient.class);
        TemplateTable.in(template.nested("Table")).create(database, TABLE);
        database.waiter().waitUntilTableExists(table -> table.tableName(TABLE));
        session = ComingSession.publish(database, TABLE);
        site = new LaptopSite(context.getBean(EmbeddedServer.class).start().getURL().toString());
    }

    static LocalStackStage start() {
        var container = new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb");
        container.start();
        return new LocalStackStage(
                container,
                new SiteContext.Database(
                        container.getEndpoint(),
                        container.getAccessKey(),
                        container.getSecretKey(),
                        container.getRegion()));
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
        return TABLE;
    }

    @Override
    public EmbeddedSes ses() {
        return ses;
    }

    @Override
    public void deliver() {
        var looks = new DynamodbEvent();
        looks.setRecords(List.of(StreamEvents.change("MODIFY", Sessions.partition(session.id()), "#SEATS", "1")));
        deliver(new SessionStream(context).handleRequest(looks, null));
        var now = context.getBean(Clock.class).instant();
        var records = context.getBean(QueuedMails.class)
                .unsent(now)
                .map(key -> StreamEvents.change("INSERT", key.partition(), key.sort(), key.partition()))
                .toList();
        deliver(new OutboxStream(context).handleRequest(StreamEvents.of(records), null));
    }

    private static void deliver(StreamsEventResponse response) {
        if (!response.getBatchItemFailures().isEmpty()) {
            throw new IllegalStateException("A function put off " + response);
        }
    }

    @Override
    public void close() {
        for (var part : List.<AutoCloseable>of(context, ses, container)) {
            try {
                part.close();
            } catch (Exception stuck) {
                throw new IllegalStateException(part + " did not stop", stuck);
            }
        }
    }
}
