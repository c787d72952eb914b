package be.leerkring.local;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The beans of all functions, with a server, and with nothing that happens by itself. */
public final class SiteContext {

    private SiteContext() {}

    /** A DynamoDB, and what gives access to it. */
    public record Database(URI endpoint, String accessKey, String secretKey, String region) {}

    /** The handlers' own clients, led by the SDK's system properties as on the laptop. */
    public static ApplicationContext start(
            StackTemplate template, Database database, EmbeddedSes ses, Object... singletons) {
        var environment = new HashMap<String, Object>();
        template.functions().forEach(function -> environment.putAll(function.environment()));
        synchronized (Laptop.class) {
            System.setProperty("aws.accessKeyId", database.accessKey());
            System.setProperty("aws.secretAccessKey", database.secretKey());
            System.setProperty("aws.region", database.region());
            System.setProperty("aws.endpointUrlDynamoDb", database.endpoint().toString());
            System.setProperty("aws.endpointUrlSesV2", ses.endpoint().toString());
            var started = ApplicationContext.builder()
                    .banner(false)
                    .singletons(singletons)
                    .properties(Map.of(
                            "micronaut.server.port", -1,
                            "micronaut.server.host", "localhost",
                            "micronaut.server.max-request-size", "10MB",
                            "micronaut.server.netty.max-initial-line-length", 10_240,
                            "micronaut.server.netty.request-decompression-enabled", false,
                            "micronaut.server.cors.localhost-pass-through", true))
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

    /** The handler of events that the template names for the function, in that context. */
    public static <I, O> Function<I, O> handler(ApplicationContext context, StackFunction function) {
        return new Handlers(context).of(function);
    }
}
