package be.leerkring.speeddating.plan;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.Session;
import be.leerkring.speeddating.DatingDesk;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An organiser who plans the speed-dates of a session. */
abstract class PlanningDesk {

    static final String PAGE = "/organiser/sessions/kennismaking/speed-dating";

    final MovableClock clock = MovableClock.at(Instant.parse("2017-01-26T07:00:00Z"));
    final Session session = DatingDesk.session();
    DatingDesk desk;
    Reader an;

    @BeforeEach
    void open() {
        desk = new DatingDesk(clock);
        desk.put(session, 400);
        an = desk.organiser("an");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    Answer plan(String... fields) {
        return an.post(PAGE, an.get(PAGE).form(fields));
    }

    Answer step(String step) {
        return an.post(PAGE + "/progress", an.get(PAGE).form("do", step));
    }
}
