package be.leerkring.local.observing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.ses.SentMail;
import be.leerkring.emulator.ses.SesEvents;
import be.leerkring.local.ComingSession;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.local.scenario.FunctionSite;
import be.leerkring.mailer.MailEvents;
import be.leerkring.mailer.OutboxSweep;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.testing.Conflicts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A session with one seat, and what its visitors do by way of the function behind the site. */
final class CountedSite implements AutoCloseable {

    private static final Pattern CONFIRM = Pattern.compile("/confirm/[A-Za-z0-9._~-]+");

    private final QuietSite quiet = new QuietSite(Instant.now());
    private final Site function = new FunctionSite(quiet.context());
    private final String session;

    CountedSite() {
        var published = ComingSession.publish(quiet.database().client(), QuietSite.TABLE);
        session = published.path();
        quiet.write(quiet.get(SeatCounts.class).put(published, new Seats(1, 1, 0, 0, 0, Map.of(), List.of())));
    }

    /** Fills in the form. */
    void register(String name) {
        var form = "name=" + name + "+Peeters&email=" + name + "%40example.org&organisation=vil&language=nl"
                + "&consent=yes";
        assertThat(post(session + "/register", form)).isEqualTo(303);
    }

    /** Has the mail sent, presses the button behind its link, and has the mail sent that says so. */
    void confirm() {
        sweep();
        var link = CONFIRM.matcher(quiet.ses().mails().getLast().text());
        assertThat(link.find()).isTrue();
        assertThat(post(link.group(), "")).isEqualTo(303);
        sweep();
    }

    /** Presses when others press all the time. */
    void confirmInACrowd() {
        sweep();
        var link = CONFIRM.matcher(quiet.ses().mails().getLast().text());
        assertThat(link.find()).isTrue();
        Conflicts.of(100);
        try {
            assertThat(post(link.group(), "")).isEqualTo(503);
        } finally {
            Conflicts.of(0);
        }
    }

    private int post(String path, String form) {
        return function.send("POST", path, Map.of("content-type", "application/x-www-form-urlencoded"), form).status();
    }

    void sweep() {
        quiet.clock().forward(Duration.ofMinutes(2));
        new OutboxSweep(quiet.context()).handleRequest(Map.of(), null);
    }

    /** Lets SES report whatever it reports of each mail. */
    void report() {
        for (var mail : quiet.ses().mails()) {
            report(SesEvents.delivery(mail));
        }
        report(SesEvents.hardBounce(first()));
        report(SesEvents.complaint(quiet.ses().mails().getLast()));
    }

    private SentMail first() {
        return quiet.ses().mails().getFirst();
    }

    private void report(Map<String, Object> event) {
        new MailEvents(quiet.context()).handleRequest(event, null);
    }

    /** Lets SES behave so, when the next mail comes. */
    void ses(EmbeddedSes.Behaviour behaviour) {
        quiet.ses().behaveLike(_ -> behaviour);
    }

    @Override
    public void close() {
        quiet.close();
    }
}
