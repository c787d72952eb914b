package be.leerkring.speeddating.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.speeddating.DatingDesk;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Cut;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A session with speed-dates, and the day after it: the schedule runs, and whoever met may choose. */
abstract class DayAfter {

    static final String PAGE = "/organiser/sessions/kennismaking/speed-dating";
    static final Instant MORNING = Instant.parse("2017-01-27T08:00:00Z");
    static final Instant NOON = Instant.parse("2017-01-27T11:00:00Z");

    final MovableClock clock = MovableClock.at(Instant.parse("2017-01-26T07:00:00Z"));
    final Session session = DatingDesk.session();
    DatingDesk desk;
    List<Participant> people;

    @BeforeEach
    void open() {
        desk = new DatingDesk(clock);
        desk.put(session, 40);
    }

    @AfterEach
    void close() {
        Cut.nowhere();
        desk.close();
    }

    /** Plans so many rounds for so many organisations of one, of which so many were. */
    void speedDate(int organisations, int rounds, int done) {
        people = desk.people(session, organisations, 1);
        var an = desk.organiser("an");
        assertThat(an.post(PAGE, an.get(PAGE).form("rounds", Integer.toString(rounds))).status()).isEqualTo(303);
        over(done);
    }

    void over(int done) {
        desk.write(desk.get(SpeedDatingPlans.class).put(desk.plan().over(done, clock.instant()), session));
    }

    void theScheduleRuns() {
        new ContactSchedule(desk.context()).handleRequest(Map.of(), null);
    }

    void everybodyMet(int organisations) {
        speedDate(organisations, organisations - 1, organisations - 1);
        clock.moveTo(NOON);
        theScheduleRuns();
    }

    List<Item> mails(Participant reader, String purpose) {
        return desk.get(Table.class)
                .query(Query.of("pk = :subject AND begins_with(sk, :purpose)")
                        .with(":subject", "MAIL#" + reader.subject())
                        .with(":purpose", purpose + "#"))
                .toList();
    }

    String page(Participant reader) {
        var link = OwnLink.issue(desk.get(Links.class), reader, session);
        desk.write(link.write());
        return OwnLink.path(link.token()) + "/contacts";
    }

    Answer look(String page) {
        return desk.stranger().get(page);
    }

    void tick(String page, Participant... ticked) {
        var form = new HashMap<String, String>();
        for (var one : ticked) {
            form.put(one.person(), "yes");
        }
        assertThat(desk.stranger().post(page, form).location()).isEqualTo(page);
    }

    MeetingMemory memory() {
        return desk.get(MeetingMemory.class);
    }

    int contacts() {
        return memory().history().organisations().getFirst().contacts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
