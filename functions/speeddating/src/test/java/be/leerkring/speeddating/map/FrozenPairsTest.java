package be.leerkring.speeddating.map;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Write;
import be.leerkring.speeddating.DatingDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the map says of sessions that are closed, whatever becomes of the list. */
final class FrozenPairsTest {

    private final Session session = DatingDesk.session();
    private DatingDesk desk;

    @BeforeEach
    void open() {
        desk = new DatingDesk(MovableClock.at(Instant.parse("2017-01-30T09:00:00Z")));
        desk.put(session, 40);
        desk.write(desk.get(Organisations.class).putFirst(organisations(18)));
        var an = DatingDesk.person(session, "An", "org-1");
        var bo = DatingDesk.person(session, "Bo", "org-2");
        desk.write(desk.get(MeetingMemory.class)
                .remember(session, List.of(new Meeting(an, bo)), List.of())
                .toArray(Write[]::new));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static List<Organisation> organisations(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(one -> new Organisation(
                        "org-" + one, "Organisatie " + one, Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK, false))
                .toList();
    }

    private void imported() {
        var organisations = desk.get(Organisations.class);
        desk.write(organisations.put(organisations.read().with(organisations(495))));
    }

    private NetworkMap map() {
        return desk.get(NetworkMap.Reader.class).read("");
    }

    @Test
    void anImportRewritesNothingOfASessionThatIsClosed() {
        desk.write(desk.get(Figures.class).close(session, new SessionFigures(
                session.id(), session.title(), session.start(), session.end(), 40, true, Map.of(), List.of(), 0, 0, 0,
                new PairsMet(1, 1, 153))));
        imported();

        assertThat(map().pairs()).isEqualTo(153);
        assertThat(map().sessionsLeft()).isEqualTo(OptionalInt.of(152));
        assertThat(desk.stranger().get("/network").text())
                .contains("van de 153 paren", "1 van 153", "Is een sessie afgesloten, dan staat vast");
    }

    @Test
    void aSessionThatIsNotClosedIsCountedByTodaysList() {
        assertThat(map().pairs()).isEqualTo(153);
        imported();

        assertThat(map().pairs()).isEqualTo(495 * 494 / 2);
    }
}
