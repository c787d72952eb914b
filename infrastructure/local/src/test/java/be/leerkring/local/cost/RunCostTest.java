package be.leerkring.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SesEvents;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.feedback.ask.FeedbackRequestSchedule;
import be.leerkring.local.ComingSession;
import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.mailer.MailEvents;
import be.leerkring.mailer.OutboxSweep;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.registration.events.RegistrationSchedule;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.testing.Meter;
import be.leerkring.testing.StreamEvents;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the functions cost that run by themselves, held against the chart in infrastructure/README.md. */
final class RunCostTest {

    static final String LOOK = "a look at a session whose seats changed";
    static final String REPORT = "what SES reports of a mail, once";
    static final String REMINDER = "a reminder, decided";
    static final String FEEDBACK = "a request for feedback, decided";

    /** A full hour of a working day, when every schedule looks at all that it ever looks at. */
    private static final Instant NOW = Instant.parse("2017-02-15T09:00:00Z");

    private static final Pattern CONFIRM = Pattern.compile("/confirm/[A-Za-z0-9._~-]+");

    private final QuietSite quiet = new QuietSite(NOW);
    private final List<String> rows = new ArrayList<>();

    @AfterEach
    void close() {
        quiet.close();
    }

    @Test
    void everyRunCostsWhatTheChartSays() {
        var session = ComingSession.publish(quiet.database().client(), QuietSite.TABLE, quiet.clock());
        var template = StackTemplate.read(
                Project.root().resolve("template.yaml"), Map.of("Table.Table", QuietSite.TABLE));
        template.functions().stream()
                .filter(function -> function.routes().isEmpty() && !function.schedules().isEmpty())
                .forEach(function -> measure(
                        Month.idleRow(function), Meter.during(() -> handler(function).handleRequest(Map.of(), null))));
        confirm(session);
        var changed = StreamEvents.of(List.of(
                StreamEvents.change("MODIFY", Sessions.partition(session.id()), "#SEATS", "1")));
        measure(LOOK, Meter.during(() -> new SessionStream(quiet.context()).handleRequest(changed, null)));
        sweep();
        var report = SesEvents.delivery(quiet.ses().mails().getLast());
        measure(REPORT, Meter.during(() -> new MailEvents(quiet.context()).handleRequest(report, null)));
        measure(REMINDER, deciding(session.start(), () -> run(new RegistrationSchedule(quiet.context()))));
        measure(FEEDBACK, afterClosing(session));

        rows.forEach(System.out::println);
        assertThat(Chart.lines()).containsAll(rows);
    }

    /** The transaction that decides a mail to one person: what was read before was read for everybody together. */
    private List<Meter.Call> deciding(Instant until, Runnable run) {
        var decided = new ArrayList<Meter.Call>();
        while (decided.isEmpty() && quiet.clock().instant().isBefore(until)) {
            quiet.clock().forward(Duration.ofHours(3));
            decided.addAll(Meter.during(run::run).stream()
                    .filter(call -> call.operation().equals("TransactWriteItems"))
                    .filter(call -> call.partitions().contains("MAIL#*"))
                    .toList());
        }
        return decided;
    }

    /** The session closes by itself, once its organisers were told; then those who came are asked. */
    private List<Meter.Call> afterClosing(Session session) {
        quiet.clock().moveTo(session.end());
        var _ = deciding(session.end().plus(Duration.ofDays(5)), () -> run(new RegistrationSchedule(quiet.context())));
        return deciding(session.end().plus(Duration.ofDays(14)), () -> {
            run(new RegistrationSchedule(quiet.context()));
            run(new FeedbackRequestSchedule(quiet.context()));
        });
    }

    private static void run(RequestHandler<Map<String, Object>, Void> schedule) {
        var _ = schedule.handleRequest(Map.of(), null);
    }

    private void confirm(Session session) {
        post(
                session.path() + "/register",
                "name=Noor+Peeters&email=noor%40example.org&organisation=vil&language=nl&consent=yes");
        sweep();
        var link = CONFIRM.matcher(quiet.ses().mails().getLast().text());
        assertThat(link.find()).isTrue();
        post(link.group(), "");
    }

    private void post(String path, String form) {
        var headers = Map.of("content-type", "application/x-www-form-urlencoded");
        assertThat(quiet.site().send("POST", path, headers, form).status()).isEqualTo(303);
    }

    private void sweep() {
        quiet.clock().forward(Duration.ofMinutes(2));
        new OutboxSweep(quiet.context()).handleRequest(Map.of(), null);
    }

    private void measure(String what, List<Meter.Call> calls) {
        rows.add(Chart.row(what, calls));
    }

    @SuppressWarnings("unchecked")
    private RequestHandler<Map<String, Object>, Void> handler(StackFunction function) {
        try {
            return (RequestHandler<Map<String, Object>, Void>) Class.forName(function.handler())
                    .asSubclass(RequestHandler.class)
                    .getConstructor(ApplicationContext.class)
                    .newInstance(quiet.context());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(function.handler(), missing);
        }
    }
}
