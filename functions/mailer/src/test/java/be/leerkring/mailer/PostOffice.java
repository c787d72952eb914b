package be.leerkring.mailer;

import be.leerkring.emulator.MovableClock;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.ses.SentMail;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.Letters;
import be.leerkring.platform.mail.MailBodies;
import be.leerkring.platform.mail.MailClaims;
import be.leerkring.platform.mail.MailCounts;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.QueuedMail;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.testing.StartedRoom;
import be.leerkring.testing.StreamEvents;
import be.leerkring.testing.TestDatabase;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The mailer's functions as Lambda runs them, between an embedded DynamoDB and an embedded SES. */
final class PostOffice implements AutoCloseable {

    static final String SITE = "https://leerkring.example";
    static final String NETWORK = "Lerend Netwerk België";
    static final String SENDER = "netwerk@leerkring.example";

    private static final Instant BEGINNING = Instant.parse("2017-02-15T08:00:00Z");

    final MovableClock clock;
    final EmbeddedSes ses;
    private final ListAppender<ILoggingEvent> metrics = new ListAppender<>();
    final Features features;
    private final StartedRoom room;

    PostOffice() {
        this(MovableClock.at(BEGINNING), 1000, Optional.empty());
    }

    /** One that hands its mails to a SES of somebody else's. */
    static PostOffice sendingTo(URI ses) {
        return new PostOffice(MovableClock.at(BEGINNING), 1000, Optional.of(ses));
    }

    /** One whose clock runs, and that sends so many mails a second at the most. */
    static PostOffice inRealTime(int sendingRate) {
        return new PostOffice(MovableClock.runningFrom(BEGINNING), sendingRate, Optional.empty());
    }

    private PostOffice(MovableClock clock, int sendingRate, Optional<URI> other) {
        this.clock = clock;
        ses = EmbeddedSes.start(clock);
        metricsLogger().setAdditive(false);
        metricsLogger().detachAndStopAllAppenders();
        metricsLogger().addAppender(metrics);
        metrics.start();
        System.setProperty("aws.endpointUrlSesV2", other.orElse(ses.endpoint()).toString());
        room = StartedRoom.at(clock, Map.of(
                "NETWORK_NAME", NETWORK,
                "ORGANISERS", "een@leerkring.example, twee@leerkring.example",
                "SENDER", SENDER,
                "SITE_ADDRESS", SITE,
                "CONFIGURATION_SET", "leerkring",
                "SENDING_RATE", Integer.toString(sendingRate)));
        features = new Features(room);
        room.get(SesV2Client.class);
    }

    TestDatabase database() {
        return room.database();
    }

    OutboxStream stream() {
        return new OutboxStream(room.context());
    }

    static Key key(DynamodbEvent.DynamodbStreamRecord record) {
        var keys = record.getDynamodb().getKeys();
        return new Key(keys.get("pk").getS(), keys.get("sk").getS());
    }

    /** What the stream's function answers to records of these mails, whose sequence numbers count from 1. */
    List<String> deliver(Key... keys) {
        var changes = IntStream.range(0, keys.length)
                .mapToObj(number -> StreamEvents.change(
                        "INSERT", keys[number].partition(), keys[number].sort(), Integer.toString(number + 1)))
                .toList();
        return new OutboxStream(room.context())
                .execute(StreamEvents.of(changes)).getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    /** The sweep, so much later. */
    void sweepAfter(Duration duration) {
        clock.forward(duration);
        new OutboxSweep(room.context()).execute(Map.of());
    }

    /** What SES reports, as EventBridge brings it. */
    void report(Map<String, Object> event) {
        new MailEvents(room.context()).execute(event);
    }

    /** The mail as SES took it. */
    SentMail sent(Key key) {
        return ses.mails().stream()
                .filter(mail -> MailTag.of(key).equals(mail.tags().get(MailTag.NAME)))
                .findFirst()
                .orElseThrow();
    }

    /** The mail as SES would have taken it, from a sender who has yet to hear of it. */
    SentMail asIfSent(Key key, String to) {
        return new SentMail(
                "early", clock.instant(), SENDER, List.of(to), List.of(), "", "", "", Map.of(), List.of(),
                Map.of(MailTag.NAME, MailTag.of(key)));
    }

    /** Lets a mail be tried again, as an organiser does. */
    void again(Key key) {
        table().write(List.of(room.get(QueuedMails.class).again(key)));
    }

    QueuedMail held(Key key) {
        return ((MailClaims.Claim.Held) claims().claim(key)).mail();
    }

    Addresses addresses() {
        return room.get(Addresses.class);
    }

    <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    MailRecords records() {
        return room.get(MailRecords.class);
    }

    /** How often SES took this mail. */
    long taken(Key key) {
        return ses.mails().stream()
                .filter(mail -> MailTag.of(key).equals(mail.tags().get(MailTag.NAME)))
                .count();
    }

    /** The lines of metrics that the functions wrote so far. */
    String printed() {
        return List.copyOf(metrics.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.joining("\n"));
    }

    private static Logger metricsLogger() {
        return (Logger) LoggerFactory.getLogger("metrics");
    }

    MailClaims claims() {
        return room.get(MailClaims.class);
    }

    /** This year's. */
    MailCounts.Year counts() {
        var counts = room.get(MailCounts.class);
        var year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        return counts.in(table().read(List.of(counts.key(year))), year);
    }

    Table table() {
        return room.get(Table.class);
    }

    Mailer mailer() {
        return room.get(Mailer.class);
    }

    /** A mailer in a process of its own, whose calls to SES and DynamoDB somebody listens to. */
    Mailer mailerWith(ExecutionInterceptor listener) {
        var dynamoDb = DynamoDbClient.builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(listener))
                .build();
        var sesClient = SesV2Client.builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(listener))
                .build();
        var otherTable = new Table(dynamoDb, TestDatabase.TABLE, clock);
        return new Mailer(
                new MailClaims(otherTable, room.get(MailBodies.class), clock),
                new Addresses(otherTable, clock),
                room.get(SesMessage.class),
                new SendingRate(otherTable, room.get(MailerConfiguration.class), clock),
                new Ses(sesClient, room.get(MailerConfiguration.class)),
                new SentMails(new MailCounts(otherTable, room.get(NetworkTime.class), clock)),
                room.get(MailMetrics.class),
                clock);
    }

    /** The turns at SES, in a process of its own. */
    SendingRate rateWith(ExecutionInterceptor listener) {
        var dynamoDb = DynamoDbClient.builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(listener))
                .build();
        return new SendingRate(new Table(dynamoDb, TestDatabase.TABLE, clock), room.get(MailerConfiguration.class),
                clock);
    }

    Item item(Key key) {
        return table().read(List.of(key)).get(key);
    }

    /** The plain text of a mail that is yet to be sent. */
    String text(Key key) {
        var mail = item(key);
        return room.get(Letters.class).plainText(
                room.get(MailBodies.class).in(mail).letter(), new Language(mail.required("language")),
                Optional.empty());
    }

    String state(Key key) {
        return item(key).required("state");
    }

    @Override
    public void close() {
        room.close();
        ses.close();
    }
}
