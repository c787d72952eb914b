package be.leerkring.testing;

import be.leerkring.emulator.LocalAccount;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A room's beans on the template's table in an embedded DynamoDB, led there by the SDK's system properties as on the
 * laptop.
 */
public final class StartedRoom implements AutoCloseable {

    private static final String HANDLER = "be.leerkring.platform.web.SiteFunction";

    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("STACK_NAME", "leerkring"),
            Map.entry("TABLE_NAME", TestDatabase.TABLE),
            Map.entry("LANGUAGES", "nl,en"),
            Map.entry("TIME_ZONE", "Europe/Brussels"),
            Map.entry("NETWORK_NAME", "Lerend Netwerk"),
            Map.entry("NETWORK_ARTICLE", "nl=het,en=the"),
            Map.entry("NETWORK_ORGANISER", "Agentschap"),
            Map.entry("NETWORK_ORGANISER_ARTICLE", "nl=het,en=the"),
            Map.entry("NETWORK_ORGANISER_SITE", "https://agentschap.example"),
            Map.entry("CONTACT", "an@example.org"),
            Map.entry("PHONE", "+32 2 123 45 67"),
            Map.entry("PRIVACY_CONTACT", "dpo@example.org"),
            Map.entry("LOG_RETENTION", "30"),
            Map.entry("ORGANISERS", "an@example.org,bo@example.org"),
            Map.entry("SENDING_QUOTA", "10000"),
            Map.entry("FRONT_DOMAIN", ""),
            Map.entry("FRONT_SECRET", ""));

    private final TestDatabase database;
    private final ApplicationContext context;

    private StartedRoom(TestDatabase database, ApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Starts the room of the module whose test this is. */
    public static StartedRoom at(Clock clock) {
        return at(clock, Map.of());
    }

    /**
     * The same.
     *
     * @param environment the variables that this room has besides what all have, or that are different here
     */
    public static StartedRoom at(Clock clock, Map<String, String> environment) {
        var database = TestDatabase.open();
        var variables = new HashMap<String, Object>(ENVIRONMENT);
        variables.putAll(environment);
        System.setProperty("aws.accessKeyId", LocalAccount.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", LocalAccount.SECRET_ACCESS_KEY);
        System.setProperty("aws.region", LocalAccount.REGION.id());
        System.setProperty("aws.endpointUrlDynamoDb", database.endpoint().toString());
        var context = ApplicationContext.builder()
                .banner(false)
                .bootstrapEnvironment(false)
                .singletons(clock)
                .propertySources(PropertySource.of(
                        "template.yaml",
                        variables,
                        PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                        PropertySource.Origin.of("template.yaml")))
                .start();
        context.getBean(DynamoDbClient.class);
        return new StartedRoom(database, context);
    }

    /** The bean of this type. */
    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /** All beans, as the handlers of events take them. */
    public ApplicationContext context() {
        return context;
    }

    /** What the beans' table stands in. */
    public TestDatabase database() {
        return database;
    }

    /**
     * Somebody with a browser.
     *
     * @param cookie what the browser sends of it, or empty
     * @param language the one that the browser asks for
     */
    public Reader reader(String cookie, String language) {
        return new Reader(handler(), cookie, language);
    }

    /** The handler that the template names: it belongs to a room, and none may be used here. */
    @SuppressWarnings("unchecked")
    private RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler() {
        try {
            return (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>) Class.forName(HANDLER)
                    .asSubclass(RequestHandler.class)
                    .getConstructor(ApplicationContext.class)
                    .newInstance(context);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("There is no " + HANDLER, missing);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
