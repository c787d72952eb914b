package be.leerkring.organiser.home;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.figures.Figures;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quotes;
import be.leerkring.organiser.OrganiserRoom;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk's front page says of what people said. */
final class HomeTest {

    private OrganiserRoom room;
    private Session session;

    @BeforeEach
    void open() {
        room = new OrganiserRoom();
        session = room.session("voorbij", -3, AdmissionRules.NONE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void answers(int number) {
        for (int answer = 0; answer < number; answer++) {
            var marks = new Figures.Marks(OptionalInt.of(4), OptionalInt.empty());
            room.write(room.get(Figures.class).count(session, Optional.empty(), Optional.of(marks)));
        }
    }

    @Test
    void howManyAnsweredIsToldFromFiveOnAndLeadsToWhatTheySaid() {
        assertThat(room.get("/organiser").text()).contains("Nog geen antwoorden");
        answers(1);
        var one = room.get("/organiser").body();
        assertThat(one).contains("<a href=\"/organiser/sessions/voorbij/answers\">Minder dan vijf antwoorden</a>");
        answers(3);
        assertThat(room.get("/organiser").body()).isEqualTo(one);
        answers(1);
        assertThat(room.get("/organiser").text()).contains("5 antwoorden");
    }

    @Test
    void quotesThatWaitAreCounted() {
        assertThat(room.get("/organiser").body()).doesNotContain("/organiser/quotes");
        for (int number = 0; number < 2; number++) {
            room.write(Write.put(Item.at(new Key(Sessions.partition("voorbij"), "FEEDBACK#" + number))
                    .with("due", Quotes.TO_JUDGE)
                    .with("dueAt", session.end())));
        }
        assertThat(room.get("/organiser").body())
                .contains("<a href=\"/organiser/quotes\">2 zinnen voor de site wachten op uw oordeel</a>");
    }
}
