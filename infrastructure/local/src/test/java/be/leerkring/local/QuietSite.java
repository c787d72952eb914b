package be.leerkring.local;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.MovableClock;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole site on a clock that stands still, with an empty table, where nothing happens by itself. */
public final class QuietSite implements AutoCloseable {

    public static final String TABLE = "leerkring";

    private final MovableClock clock;
    private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    private final EmbeddedSes ses;
    private final StackTemplate template;
    private final ApplicationContext context;
    private final Site site;

    public QuietSite(Instant now) {
        this(now, Map.of());
    }

    /** The same, with values for the template's parameters. */
    public QuietSite(Instant now, Map<String, String> parameters) {
        clock = MovableClock.at(now);
        ses = EmbeddedSes.start(clock);
        var values = new HashMap<>(parameters);
        values.putAll(Map.of(
                "Table.Table", TABLE, "Site.ApiEndpoint", "https://leerkring.test", "Mail.ConfigurationSet", "l"));
        template = StackTemplate.read(Project.root().resolve("template.yaml"), values);
        TemplateTable.in(template.nested("Table")).create(database.client(), TABLE);
        context = SiteContext.start(
                template,
                new SiteContext.Database(
                        database.endpoint(),
                        LocalAccount.ACCESS_KEY_ID,
                        LocalAccount.SECRET_ACCESS_KEY,
                        LocalAccount.REGION.id()),
                ses,
                clock);
        site = new LaptopSite(context.getBean(EmbeddedServer.class).start().getURL().toString());
    }

    public StackTemplate template() {
        return template;
    }

    public MovableClock clock() {
        return clock;
    }

    public EmbeddedDynamoDb database() {
        return database;
    }

    public EmbeddedSes ses() {
        return ses;
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public Site site() {
        return site;
    }

    public void write(Write... writes) {
        if (!(get(Table.class).write(List.of(writes)) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + List.of(writes));
        }
    }

    @Override
    public void close() {
        context.close();
        ses.close();
        database.close();
    }
}
