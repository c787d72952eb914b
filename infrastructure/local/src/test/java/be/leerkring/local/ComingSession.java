package be.leerkring.local;

import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The open session of 2017, moved to thirty days from now: for a site that runs on the real clock. */
public final class ComingSession {

    private ComingSession() {}

    public static Session publish(DynamoDbClient database, String name) {
        return publish(database, name, Clock.systemUTC());
    }

    /** The same, thirty days from the clock's day. */
    public static Session publish(DynamoDbClient database, String name, Clock clock) {
        var network = NetworkFile.read("/network-2017.yaml");
        var announced = network.sessions().getLast();
        var session = moved(announced.session(), clock.instant());
        var table = new Table(database, name, clock);
        var written = table.write(List.of(
                new Organisations(table).putFirst(network.organisations()),
                new Sessions(table).put(session),
                new SeatCounts().open(session, announced.capacity(), 0)));
        if (!(written instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("The session could not be published: " + written);
        }
        return session;
    }

    private static Session moved(Session session, Instant now) {
        // At noon: a session that goes on past midnight can be neither made nor copied.
        var start = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30)).plus(Duration.ofHours(12));
        var later = Duration.between(session.start(), start);
        var moved = session.moved(start, session.end().plus(later), session.venue(), now);
        return new Session(
                moved.id(),
                moved.title(),
                moved.summary(),
                moved.start(),
                moved.end(),
                moved.venue(),
                moved.audience(),
                moved.themes(),
                moved.programme(),
                moved.assumed(),
                moved.admission(),
                session.edition());
    }
}
