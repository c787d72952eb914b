package be.leerkring.mailer;

import be.leerkring.emulator.EmbeddedDynamoDb;
import be.leerkring.emulator.EmbeddedSes;
import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.MovableClock;
import be.leerkring.emulator.TemplateTable;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.mail.MailClaims;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The mailer's functions as Lambda runs them, between an embedded DynamoDB and an embedded SES. */
final class PostOffice implements AutoCloseable {

    static final String SITE = "https://leerkring.example";
    static final String NETWORK = "Lerend Netwerk België";
    static final String SENDER = "netwerk@leerkring.example";

    private static final String TABLE = "leerkring";

    final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    final EmbeddedSes ses = EmbeddedSes.start(clock);
    private final ApplicationContext context;

    PostOffice() {
        TemplateTable.in(Path.of("../../infrastructure/table.yaml")).create(database.client(), TABLE);
        System.setProperty("aws.accessKeyId", LocalAccount.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", LocalAccount.SECRET_ACCESS_KEY);
        System.setProperty("aws.region", LocalAccount.REGION.id());
        System.setProperty("aws.endpointUrlDynamoDb", database.endpoint().toString());
        System.setProperty("aws.endpointUrlSesV2", ses.endpoint().toString());
        context = ApplicationContext.builder()
                .banner(false)
                .singletons(clock)
                .propertySources(PropertySource.of(
                        "template.yaml",
                        Map.<String, Object>of(
                                "TABLE_NAME", TABLE,
                                "LANGUAGES", "nl,en",
                                "TIME_ZONE", "Europe/Brussels",
                                "NETWORK_NAME", NETWORK,
                                "NETWORK_ORGANISER", "Het agentschap",
                                "ORGANISERS", "een@leerkring.example, twee@leerkring.example",
                                "SENDER", SENDER,
                                "SITE_ADDRESS", SITE,
                                "CONFIGURATION_SET", "leerkring",
                                "SENDING_RATE", "1000"),
                        PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                        PropertySource.Origin.of("template.yaml")))
                .start();
        context.getBean(DynamoDbClient.class);
        context.getBean(SesV2Client.class);
    }

    /** Decides a mail to this reader, as a feature does. */
    Key queue(String to) {
        return queue(to, List.of());
    }

    Key queue(String to, List<Mail.Attachment> attachments) {
        var subject = to.substring(0, to.indexOf('@'));
        var letter = new Letter(
                "Bevestig uw inschrijving",
                "Dag Jan",
                List.of(new Letter.Paragraph("Nog één stap."), new Letter.Button("Bevestigen", "/confirm/abc")),
                "Tot dan",
                "U schreef zich in.");
        var mail = new Mail("confirm", subject, 1, to, new Language("nl"), letter, attachments, false, false);
        var outcome = table().write(List.of(context.getBean(Outbox.class).put(mail)));
        if (!(outcome instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("The mail to " + to + " was decided before");
        }
        return new Key("MAIL#" + subject, "confirm#1");
    }

    /** What the stream's function answers to records of these mails, whose sequence numbers count from 1. */
    List<String> deliver(Key... keys) {
        var event = new DynamodbEvent();
        event.setRecords(Arrays.stream(keys)
                .map(key -> record(key, Arrays.asList(keys).indexOf(key) + 1))
                .toList());
        return new OutboxStream(context)
                .execute(event).getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static DynamodbEvent.DynamodbStreamRecord record(Key key, int sequenceNumber) {
        var change = new StreamRecord();
        change.setKeys(Map.of(
                "pk", new AttributeValue().withS(key.partition()),
                "sk", new AttributeValue().withS(key.sort())));
        change.setSequenceNumber(Integer.toString(sequenceNumber));
        var record = new DynamodbEvent.DynamodbStreamRecord();
        record.setEventName("INSERT");
        record.setDynamodb(change);
        return record;
    }

    /** The sweep, so much later. */
    void sweepAfter(Duration duration) {
        clock.forward(duration);
        new OutboxSweep(context).execute(Map.of());
    }

    /** What SES reports, as EventBridge brings it. */
    void report(Map<String, Object> event) {
        new MailEvents(context).execute(event);
    }

    MailClaims claims() {
        return context.getBean(MailClaims.class);
    }

    Table table() {
        return context.getBean(Table.class);
    }

    Mailer mailer() {
        return context.getBean(Mailer.class);
    }

    /** A mailer in a process of its own, whose calls to SES and DynamoDB somebody listens to. */
    Mailer mailerWith(ExecutionInterceptor listener) {
        var dynamoDb = DynamoDbClient.builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(listener))
                .build();
        var sesClient = SesV2Client.builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(listener))
                .build();
        var otherTable = new Table(dynamoDb, TABLE);
        return new Mailer(
                new MailClaims(otherTable, clock),
                new Addresses(otherTable, clock),
                context.getBean(SesMessage.class),
                new SendingRate(otherTable, context.getBean(MailerConfiguration.class), clock),
                new Ses(sesClient, context.getBean(MailerConfiguration.class)),
                context.getBean(MailMetrics.class),
                clock);
    }

    Item item(Key key) {
        return table().read(List.of(key)).get(key);
    }

    String state(Key key) {
        return item(key).required("state");
    }

    @Override
    public void close() {
        context.close();
        ses.close();
        database.close();
    }
}
