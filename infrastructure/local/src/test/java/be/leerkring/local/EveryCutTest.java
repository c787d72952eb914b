package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.MovableClock;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.ses.SentMail;
import be.leerkring.emulator.ses.SesEvents;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.feedback.ask.FeedbackRequestSchedule;
import be.leerkring.mailer.MailEvents;
import be.leerkring.mailer.OutboxStream;
import be.leerkring.mailer.OutboxSweep;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.testing.Cut;
import be.leerkring.testing.StreamEvents;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * One run for every call to DynamoDB and SES on the way of a registration, a confirmation, a cancellation and a request
 * for feedback, cut before it, and one cut after it. The person presses again where the page said that something went
 * wrong; the stream, the schedules and the reports come again as they do on Lambda.
 *
 * <p>Where the process dies, SES reports nothing, and a mail may double at the one point that is documented. Where it
 * goes on and only the call is lost, SES reports what it took, and no mail doubles at all.
 */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCutTest {

    private static final String TABLE = "leerkring";
    /** As many as can follow each other, and one more. */
    private static final int DAYS_OFF = 6;

    private static final int SERVER_ERROR = 500;
    private static final Instant BEGINNING = Instant.parse("2017-02-15T08:00:00Z");

    private final MovableClock clock = MovableClock.at(BEGINNING);
    private final EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
    private final EmbeddedSes ses = EmbeddedSes.start(clock);
    private final ApplicationContext context;
    private final Site site;
    private int runs;
    private boolean reports;

    EveryCutTest() {
        var template = StackTemplate.read(
                Project.root().resolve("template.yaml"),
                Map.of("Table.Table", TABLE, "Site.ApiEndpoint", "https://leerkring.test", "Mail.ConfigurationSet",
                        "l"));
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
        write(context.getBean(Organisations.class)
                .putFirst(NetworkFile.read("/network-2017.yaml").organisations()));
    }

    @AfterAll
    void close() {
        Cut.nowhere();
        context.close();
        ses.close();
        database.close();
    }

    @Test
    void whoRegistersConfirmsAndCancelsIsToldEachOnceWhereverTheProcessDies() {
        everywhere(
                run -> {
                    registerAndConfirm(run);
                    var mine = link(run, "/my/");
                    press(mine + "/cancel", "");
                    deliver(run);
                },
                RegistrationState.CANCELLED,
                "Bevestig uw inschrijving",
                "U bent ingeschreven",
                "Uw inschrijving is geannuleerd");
    }

    @Test
    void whoWasThereIsAskedOnceWhereverTheProcessDies() {
        everywhere(
                run -> {
                    registerAndConfirm(run);
                    clock.moveTo(run.session().end().plus(Duration.ofHours(17)));
                    for (int day = 0; day < DAYS_OFF; day++) {
                        alive(() -> new FeedbackRequestSchedule(context).handleRequest(Map.of(), null));
                        clock.forward(Duration.ofDays(1));
                    }
                    deliver(run);
                },
                RegistrationState.CONFIRMED,
                "Bevestig uw inschrijving",
                "U bent ingeschreven",
                "Wat bracht de sessie u?");
    }

    private record Run(Session session, String address) {}

    private interface Story {
        void play(Run run);
    }

    private void everywhere(Story story, RegistrationState state, String... subjects) {
        for (var fate : Cut.Fate.values()) {
            reports = fate == Cut.Fate.GOES_ON;
            var points = 0;
            for (var side : Cut.Side.values()) {
                points += everywhere(story, side, fate, state, List.of(subjects));
            }
            System.out.printf("%d points at which the call was cut and the process %s%n", points, fate);
        }
    }

    /** The number of points. */
    private int everywhere(
            Story story, Cut.Side side, Cut.Fate fate, RegistrationState state, List<String> subjects) {
        for (int number = 1;; number++) {
            var run = begin();
            Cut.at(number, side, fate);
            story.play(run);
            var happened = Cut.happened();
            var canDouble = canDouble() && !reports;
            Cut.nowhere();
            check(run, state, canDouble, subjects, fate + " " + side + " call " + number);
            if (!happened) {
                return number - 1;
            }
        }
    }

    private Run begin() {
        var announced = NetworkFile.read("/network-2017.yaml").sessions().getLast().session();
        runs++;
        clock.moveTo(BEGINNING.plus(Duration.ofDays(60L * runs)));
        var start = clock.instant().plus(Duration.ofDays(30)).plus(Duration.ofHours(4));
        var moved = announced.moved(start, start.plus(Duration.ofHours(3)), announced.venue(), clock.instant());
        var session = new Session(
                "run-" + runs,
                moved.title(),
                moved.summary(),
                moved.start(),
                moved.end(),
                moved.venue(),
                moved.audience(),
                moved.themes(),
                moved.programme(),
                false,
                moved.admission(),
                Session.Edition.announced(moved.changed()));
        write(
                context.getBean(Sessions.class).put(session),
                context.getBean(SeatCounts.class).open(session.id(), 3, 0));
        return new Run(session, "person" + runs + "@example.org");
    }

    private void registerAndConfirm(Run run) {
        press(
                run.session().path() + "/register",
                "name=Noor&email=" + run.address().replace("@", "%40") + "&organisation=vil&language=nl&consent=yes");
        deliver(run);
        press(link(run, "/confirm/"), "");
        deliver(run);
    }

    /** Whoever is told that something went wrong goes back and presses again. */
    private void press(String path, String form) {
        var headers = Map.of("content-type", "application/x-www-form-urlencoded");
        var answer = site.send("POST", path, headers, form);
        if (answer.status() >= SERVER_ERROR) {
            clock.forward(Duration.ofMinutes(1));
            answer = site.send("POST", path, headers, form);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    /** What the stream and the sweep do, until nothing is left to do. */
    private void deliver(Run run) {
        alive(() -> new SessionStream(context)
                .handleRequest(event("MODIFY", List.of(new Key(Sessions.partition(run.session().id()), "#SEATS"))),
                        null));
        var entered = event("INSERT", unsent());
        alive(() -> new OutboxStream(context).handleRequest(entered, null));
        report(run);
        for (int sweep = 0; sweep < 2; sweep++) {
            clock.forward(Duration.ofMinutes(7));
            alive(() -> new OutboxSweep(context).handleRequest(Map.of(), null));
            report(run);
        }
        assertThat(unsent()).isEmpty();
    }

    /** What SES reports of the mails that it has, each time of all of them. */
    private void report(Run run) {
        if (reports) {
            for (var mail : mails(run)) {
                var event = SesEvents.send(mail);
                if (!alive(() -> new MailEvents(context).handleRequest(event, null))) {
                    alive(() -> new MailEvents(context).handleRequest(event, null));
                }
            }
        }
    }

    private List<Key> unsent() {
        return Cut.aside(
                () -> context.getBean(QueuedMails.class).unsent(clock.instant()).toList());
    }

    /** The process may die, or its call fail; the next call finds another. Whether it came to its end. */
    private static boolean alive(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Cut.Died | SdkClientException cut) {
            assertThat(Cut.happened()).isTrue();
            return false;
        }
    }

    private static DynamodbEvent event(String name, List<Key> keys) {
        return StreamEvents.of(keys.stream()
                .map(key -> StreamEvents.change(name, key.partition(), key.sort(), "1"))
                .toList());
    }

    /** Whether the cut was between SES's acceptance and the mark in the table: the one point where a mail doubles. */
    private static boolean canDouble() {
        return Cut.happened(Cut.Side.AFTER, SendEmailRequest.class::isInstance)
                || Cut.happened(
                        Cut.Side.BEFORE,
                        call -> call instanceof UpdateItemRequest update
                                && update.expressionAttributeNames().containsValue("messageId"));
    }

    private List<SentMail> mails(Run run) {
        return ses.mails().stream().filter(mail -> mail.to().contains(run.address())).toList();
    }

    private String link(Run run, String path) {
        var matcher = Pattern.compile("https?://[^/\\s]+(" + path + "[A-Za-z0-9._~-]+)")
                .matcher(mails(run).getLast().text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void check(Run run, RegistrationState state, boolean canDouble, List<String> subjects, String where) {
        var person = new EmailAddress(run.address()).personAt(run.session().id());
        var participants = context.getBean(Participants.class).of(run.session().id()).toList();
        assertThat(participants).as(where).singleElement().satisfies(participant -> {
            assertThat(participant.person()).isEqualTo(person);
            assertThat(participant.state()).as(where).isEqualTo(state);
        });
        var counts = context.getBean(SeatCounts.class);
        var seats = counts.in(
                context.getBean(Table.class).read(List.of(counts.key(run.session().id()))),
                run.session().id());
        assertThat(seats.taken()).as(where).isEqualTo(state == RegistrationState.CONFIRMED ? 1 : 0);
        var told = mails(run).stream()
                .collect(Collectors.groupingBy(
                        mail -> subjects.stream()
                                .filter(mail.subject()::startsWith)
                                .findFirst()
                                .orElse(mail.subject()),
                        Collectors.counting()));
        assertThat(told.keySet()).as(where).containsExactlyInAnyOrderElementsOf(subjects);
        var doubled = told.values().stream().mapToLong(count -> count - 1).sum();
        assertThat(doubled).as(where + ": mails doubled").isLessThanOrEqualTo(canDouble ? 1 : 0);
    }

    private void write(Write... writes) {
        assertThat(context.getBean(Table.class).write(List.of(writes))).isInstanceOf(WriteOutcome.Written.class);
    }
}
