package be.leerkring.programme.site;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.seats.FreeSeats;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.seats.Standing;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.programme.Desk;
import be.leerkring.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the programme knows of the seats by the one query that it makes. */
final class FreeSeatsTest {

    private static final Instant NOW = Instant.parse("2017-02-15T12:00:00Z");
    private static final Place FIRST = new Place("een", "vil", true, true);

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(MovableClock.at(NOW));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSeatThatIsTakenIsTakenInTheProgrammeToo() {
        var session = desk.put(session("sessie", AdmissionRules.NONE, false), 2);

        write(session, seats -> counts().take(session, seats, FIRST, session.admission()));
        assertThat(listed("sessie").seats()).isEqualTo(new FreeSeats(2, 1, false));
        assertThat(listed("sessie").standing()).isEqualTo(Standing.OPEN);

        write(session, seats -> counts().take(session, seats, place("twee"), session.admission()));
        assertThat(listed("sessie").standing()).isEqualTo(Standing.FULL);
        assertThat(desk.stranger().get("/").text()).contains("Volzet", "Inschrijven op de wachtlijst");
    }

    @Test
    void aFreeSeatThatSomebodyInLineMayHaveIsNoneForOthers() {
        var session = desk.put(session("sessie", AdmissionRules.NONE, false), 1);
        write(session, seats -> counts().take(session, seats, FIRST, session.admission()));
        write(session, seats -> counts().join(session, seats, place("twee")));

        write(session, seats -> counts().put(session, seats.resize(2)));
        assertThat(listed("sessie").seats()).isEqualTo(new FreeSeats(2, 1, true));
        assertThat(listed("sessie").standing()).isEqualTo(Standing.FULL);

        write(session, seats -> counts().put(session, seats.reached(List.of(place("twee")), false)));
        assertThat(listed("sessie").standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void theSeatsStayBesideASessionThatIsMovedFarAndWhoeverReadThemBeforeIsRefused() {
        var session = desk.put(session("sessie", AdmissionRules.NONE, false), 9);
        var old = desk.seats("sessie");
        var moved = session.moved(
                session.start().plus(Duration.ofDays(90)), session.end().plus(Duration.ofDays(90)), session.venue(),
                NOW);
        desk.write(desk.get(Sessions.class).put(moved), counts().move(moved));

        assertThat(listed("sessie").seats()).isEqualTo(new FreeSeats(9, 9, false));
        assertThat(desk.get(Table.class)
                .put(counts().put(session, old.resize(12)))).isFalse();
    }

    @Test
    void otherRulesMakeItFull() {
        var id = "sessie";
        desk.put(session(id, new AdmissionRules(
                Optional.empty(), Optional.empty(), Optional.empty(), 0, 1, false), false), 9);
        var session = desk.session(id);
        write(session, seats -> counts().take(session, seats, FIRST, session.admission()));
        write(session, seats -> counts().put(session, seats.join(place("twee"))));
        assertThat(listed(id).standing()).isEqualTo(Standing.OPEN);

        var an = desk.organiser("an");
        var path = session.deskPath();
        assertThat(an.post(path, an.get(path).form("mostOfOne", "")).status()).isEqualTo(303);

        assertThat(listed(id).standing()).isEqualTo(Standing.FULL);
    }

    @Test
    void aDraftHasItsSeatsInNoProgrammeBeforeItIsPublished() {
        var draft = desk.put(session("ontwerp", AdmissionRules.NONE, true), 5);
        assertThat(desk.get(Sessions.class).drafts()).hasSize(1);
        assertThat(desk.get(Programme.Reader.class).read().coming()).isEmpty();

        var an = desk.organiser("an");
        an.post(draft.deskPath() + "/publish", Map.of());

        assertThat(listed("ontwerp").seats()).isEqualTo(new FreeSeats(5, 5, false));
    }

    private void write(Session session, Function<Seats, Write> change) {
        desk.write(change.apply(desk.seats(session.id())));
    }

    private SeatCounts counts() {
        return desk.get(SeatCounts.class);
    }

    private Programme.Listed listed(String id) {
        return desk.get(Programme.Reader.class).read().listed().stream()
                .filter(listed -> listed.session().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Place place(String person) {
        return new Place(person, "vil", true, true);
    }

    private static Session session(String id, AdmissionRules rules, boolean draft) {
        var start = Instant.parse("2017-03-23T12:30:00Z");
        return new Session(
                id,
                new LocalizedText(Map.of("nl", "Samen leren", "en", "Learning together")),
                new LocalizedText(Map.of("nl", "Waarover", "en", "What about")),
                start,
                start.plus(Duration.ofMinutes(210)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                rules,
                draft ? Edition.drafted(NOW) : Edition.announced(NOW));
    }
}
