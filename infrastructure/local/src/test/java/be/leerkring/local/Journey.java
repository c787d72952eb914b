package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.emulator.ses.SesEvents;
import be.leerkring.mailer.MailEvents;
import be.leerkring.mailer.OutboxStream;
import be.leerkring.mailer.OutboxSweep;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Key;
import be.leerkring.registration.events.SessionStream;
import be.leerkring.testing.Cut;
import be.leerkring.testing.StreamEvents;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;

/** One person at one session, on a site where any call may be cut. */
final class Journey {

    private static final int SERVER_ERROR = 500;

    private final QuietSite site;
    private final Session session;
    private final String address;
    private final boolean reports;

    /**
     * Publishes a session for it.
     *
     * @param number of this run, from 1; each has two months of its own
     * @param reports whether SES tells what it took
     */
    Journey(QuietSite site, int number, boolean reports) {
        this.site = site;
        this.reports = reports;
        this.address = "person" + number + "@example.org";
        var announced = NetworkFile.read("/network-2017.yaml").sessions().getLast().session();
        var start = site.clock().instant().plus(Duration.ofDays(30)).plus(Duration.ofHours(4));
        var moved = announced.moved(start, start.plus(Duration.ofHours(3)), announced.venue(), site.clock().instant());
        session = new Session(
                "run-" + number,
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
                Edition.announced(moved.changed()));
        site.write(
                site.get(Sessions.class).put(session),
                site.get(SeatCounts.class).open(session, 3, 0));
    }

    Session session() {
        return session;
    }

    String address() {
        return address;
    }

    void registerAndConfirm() {
        press(
                session.path() + "/register",
                "name=Noor&email=" + address.replace("@", "%40") + "&organisation=vil&language=nl&consent=yes");
        deliver();
        press(link("/confirm/"), "");
        deliver();
    }

    /** Whoever is told that something went wrong goes back and presses again. */
    void press(String path, String form) {
        var headers = Map.of("content-type", "application/x-www-form-urlencoded");
        var answer = site.site().send("POST", path, headers, form);
        if (answer.status() >= SERVER_ERROR) {
            site.clock().forward(Duration.ofMinutes(1));
            answer = site.site().send("POST", path, headers, form);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    /** What the stream and the sweep do, until nothing is left to do. */
    void deliver() {
        alive(() -> new SessionStream(site.context())
                .handleRequest(event("MODIFY", List.of(new Key(Sessions.partition(session.id()), "#SEATS"))),
                        null));
        var entered = event("INSERT", unsent());
        alive(() -> new OutboxStream(site.context()).handleRequest(entered, null));
        report();
        for (int sweep = 0; sweep < 2; sweep++) {
            site.clock().forward(Duration.ofMinutes(7));
            alive(() -> new OutboxSweep(site.context()).handleRequest(Map.of(), null));
            report();
        }
        assertThat(unsent()).isEmpty();
    }

    /** What SES reports of the mails that it has, each time of all of them. */
    private void report() {
        if (reports) {
            for (var mail : mails()) {
                var event = SesEvents.send(mail);
                if (!alive(() -> new MailEvents(site.context()).handleRequest(event, null))) {
                    alive(() -> new MailEvents(site.context()).handleRequest(event, null));
                }
            }
        }
    }

    private List<Key> unsent() {
        return Cut.aside(
                () -> site.get(QueuedMails.class).unsent(site.clock().instant()).toList());
    }

    /** The process may die, or a call fail and it says so; the next finds another. Whether it came to its end. */
    static boolean alive(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Cut.Died | SdkClientException | IllegalStateException cut) {
            assertThat(Cut.happened()).isTrue();
            return false;
        }
    }

    private static DynamodbEvent event(String name, List<Key> keys) {
        return StreamEvents.of(keys.stream()
                .map(key -> StreamEvents.change(name, key.partition(), key.sort(), "1"))
                .toList());
    }

    List<SentMail> mails() {
        return site.ses().mails().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    String link(String path) {
        var matcher = Pattern.compile("https?://[^/\\s]+(" + path + "[A-Za-z0-9._~-]+)")
                .matcher(mails().getLast().text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
