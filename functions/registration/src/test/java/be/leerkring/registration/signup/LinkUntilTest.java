package be.leerkring.registration.signup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.registration.RegistrationRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a link to confirm works, as it is said, and as it is. */
final class LinkUntilTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 9);

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest(name = "asked {0} before the session, it works {1}")
    @CsvSource({"PT2H, PT2H", "PT47H, PT47H", "PT48H, PT48H", "PT49H, PT48H", "P20D, PT48H"})
    void theMailSaysHowLongTheLinkWorks(Duration before, Duration works) {
        clock.moveTo(session.start().minus(before));
        room.submit(session, "Ilse", "vil", "nl");
        room.submit(session, "Mia", "vil", "en");
        var until = clock.instant().plus(works);

        assertThat(text("Ilse")).contains("De link werkt tot " + moment(until, "nl") + ".");
        assertThat(text("Mia")).contains("The link works until " + moment(until, "en") + ".");

        clock.moveTo(until.minusSeconds(1));
        room.press("Ilse");
        assertThat(room.registration(session, "Ilse").state()).isEqualTo(RegistrationState.CONFIRMED);
        clock.moveTo(until);
        room.press("Mia");
        assertThat(room.registrations(session, "Mia")).noneMatch(
                registration -> registration.state() == RegistrationState.CONFIRMED);
    }

    @ParameterizedTest(name = "{0} before the session: {1}")
    @CsvSource({"PT2H, De link werkt tot de sessie begint", "PT47H, De link werkt tot de sessie begint",
            "PT48H, De link werkt 48 uur.", "P20D, De link werkt 48 uur."})
    void thePageAfterTheFormPromisesNoLongerThanThat(Duration before, String words) {
        clock.moveTo(session.start().minus(before));

        assertThat(plain(room.visitor().get(session.path() + "/register/sent").body())).contains(words);
    }

    @ParameterizedTest(name = "{0} before the session")
    @CsvSource({"PT2H", "PT47H", "P20D"})
    void aColleagueIsToldTheSameByTheMailAndByThePage(Duration before) {
        clock.moveTo(session.start().minus(before));
        room.confirm(session, "An", "vil");
        room.visitor().post(
                "/my/" + room.token("An", "/my/").text() + "/colleague",
                Map.of("name", "Bo", "email", RegistrationRoom.address("Bo")));

        var said = text("Bo").replaceFirst("(?s).*De link werkt tot (.*?)\\.\n.*", "$1");
        assertThat(plain(room.visitor().get("/confirm/" + room.token("Bo", "/confirm/").text()).body()))
                .contains("U kunt de plaats overnemen tot " + said);
    }

    private String text(String name) {
        return plain(room.mails(name).getLast().text());
    }

    private String moment(Instant moment, String language) {
        var texts = room.get(Languages.class).texts(new Language(language));
        return plain(room.get(NetworkTime.class).moment(moment, texts));
    }

    /** With spaces that break, as people type them. */
    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }
}
