package be.leerkring.registration.news;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.RegistrationRoom;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published session moves, or does not take place. */
final class ReschedulingTest {

    private static final Map<String, Object> ELSEWHERE = Map.of(
            "date", "2017-03-30", "start", "14:00", "end", "17:30", "venue", "Lamot", "city", "Mechelen");

    private static final ReasonForm NO_REASON = new ReasonForm(LocalizedText.NONE);

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);

    @BeforeEach
    void somePeople() {
        room.confirm(session, "An", "vil");
        room.confirm(session, "Bo", "vil");
        room.submit(session, "Cis", "vil", "en");
        clock.forward(Duration.ofMinutes(15));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Rescheduling.Outcome move(Map<String, Object> to, Long seen) {
        return room.get(Rescheduling.class)
                .move("sessie", MoveForm.of(new FormText(to)), NO_REASON, Optional.ofNullable(seen),
                        RegistrationRoom.ORGANISER);
    }

    private Rescheduling.Outcome callOff(Long seen) {
        return room.get(Rescheduling.class)
                .callOff("sessie", NO_REASON, Optional.ofNullable(seen), RegistrationRoom.ORGANISER);
    }

    private Session stored() {
        return room.get(Sessions.class).find("sessie").orElseThrow();
    }

    private long revision() {
        return stored().edition().revision();
    }

    private static String text(NewsPreview.Sample sample) {
        var text = new StringOutput();
        sample.mail().writeTo(text);
        return text.toString();
    }

    @Test
    void whoWillBeMailedWhatIsShownBeforeAnythingHappens() {
        var shown = (Rescheduling.Outcome.Shown) move(ELSEWHERE, null);

        assertThat(shown.newsPreview().told())
                .extracting(told -> told.participant().name())
                .containsExactlyInAnyOrder("An", "Bo");
        assertThat(shown.newsPreview().samples()).hasSize(2);
        var seated = shown.newsPreview().samples().getFirst();
        assertThat(seated.standing()).isEqualTo(NewsPreview.Standing.SEATED);
        assertThat(text(seated)).contains("Lamot, Mechelen", "Verplaatst");
        assertThat(shown.newsPreview().samples().getLast().reader().participant().name()).isEqualTo("Bo");

        var off = (Rescheduling.Outcome.Shown) callOff(null);
        assertThat(text(off.newsPreview().samples().getFirst())).contains("gaat niet door");
        assertThat(stored()).isEqualTo(session);
        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirmed");
    }

    @Test
    void theyAreMailedJustThatOnceHoweverOftenTheButtonIsPressed() {
        var seen = revision();
        var shown = (Rescheduling.Outcome.Shown) move(ELSEWHERE, null);
        for (int press = 0; press < 2; press++) {
            assertThat(move(ELSEWHERE, seen)).isInstanceOf(Rescheduling.Outcome.Done.class);
            room.stream(session, "#SESSION");
        }

        var moved = stored();
        assertThat(moved.start()).isEqualTo("2017-03-30T12:00:00Z");
        assertThat(moved.venue().text()).isEqualTo("Lamot, Mechelen");
        assertThat(moved.programme().getFirst().at()).as("moves along").isEqualTo("2017-03-30T12:00:00Z");
        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirmed", "moved");
        assertThat(room.purposes("Bo")).contains("moved");
        assertThat(room.purposes("Cis")).doesNotContain("moved");
        var mail = room.mails("An").getLast();
        assertThat(text(shown.newsPreview().samples().getFirst())).as("as it was shown").contains(mail.subject());

        seen = revision();
        for (int press = 0; press < 2; press++) {
            assertThat(callOff(seen)).isInstanceOf(Rescheduling.Outcome.Done.class);
            room.stream(session, "#SESSION");
        }
        assertThat(stored().cancelled()).isTrue();
        assertThat(room.purposes("An")).endsWith("moved", "called-off");
        assertThat(room.get(ChangeLog.class).read("sessie", Optional.empty()).entries())
                .extracting(entry -> entry.what())
                .containsExactlyInAnyOrder("session-moved", "session-called-off");
        assertThat(move(ELSEWHERE, revision())).isInstanceOf(Rescheduling.Outcome.Closed.class);
    }

    @Test
    void whatAColleagueChangedMeanwhileIsShownFirst() {
        var seen = revision();
        room.change(stored().next());

        assertThat(move(ELSEWHERE, seen)).isInstanceOf(Rescheduling.Outcome.Conflict.class);
        assertThat(callOff(seen)).isInstanceOf(Rescheduling.Outcome.Conflict.class);

        assertThat(stored().start()).isEqualTo(session.start());
        assertThat(stored().cancelled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "date, ''", "date, 2017-02-30", "date, 2017-03-05", "start, ''", "start, 25:00", "end, 13:00",
            "venue, ''", "city, ''"
    })
    void whatCanNotBeTakenIsSaidAndMovesNothing(String field, String wrong) {
        var form = new HashMap<>(ELSEWHERE);
        form.put(field, wrong);

        var invalid = (Rescheduling.Outcome.Invalid) move(form, revision());

        assertThat(invalid.errors().inOrderOf(MoveForm.of(new FormText(form)).fields(), key -> key).errors().getFirst()
                .field())
                .isEqualTo(field);
        assertThat(stored()).isEqualTo(session);
    }

    @Test
    void whereItIsAlreadyOrWhereItIsNotOrIsOverNothingMoves() {
        var same = Map.<String, Object>of(
                "date", "23/3/2017", "start", "13.30", "end", "17u00", "venue", "Muntpunt", "city", "Brussel");
        assertThat(move(same, null)).isInstanceOf(Rescheduling.Outcome.Invalid.class);
        assertThat(room.get(Rescheduling.class)
                .callOff("elders", NO_REASON, Optional.empty(), RegistrationRoom.ORGANISER))
                .isInstanceOf(Rescheduling.Outcome.Unknown.class);
        clock.moveTo(session.start());
        assertThat(callOff(revision())).isInstanceOf(Rescheduling.Outcome.Closed.class);
    }
}
