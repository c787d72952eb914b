package be.leerkring.registration.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One's own sessions in a calendar that follows them. */
final class OwnCalendarTest {

    private static final Pattern WEBCAL = Pattern.compile("href=\"webcals?://leerkring\\.example(/my/[^\"]+)\"");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session spring = room.publish(RegistrationRoom.session("lente", AdmissionRules.NONE), 9);
    private final Session full = room.publish(RegistrationRoom.session("vol", AdmissionRules.NONE), 1);
    private final Session summer = room.publish(RegistrationRoom.session("zomer", AdmissionRules.NONE), 9);

    @AfterEach
    void close() {
        room.close();
    }

    private String my(String name) {
        return "/my/" + room.token(name, "/my/").text();
    }

    private String feed(String name) {
        var found = WEBCAL.matcher(room.visitor().get(my(name)).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> events(Answer feed) {
        return Pattern.compile("UID:(\\w+)@leerkring").matcher(feed.body()).results().map(uid -> uid.group(1)).toList();
    }

    @Test
    void itHasAllSessionsOfThePersonAndNobodyElses() {
        room.confirm(full, "Bo", "vil");
        room.confirm(spring, "Noor", "vil");
        clock.forward(Duration.ofSeconds(1));
        room.confirm(full, "Noor", "vil");
        clock.forward(Duration.ofSeconds(1));
        var feed = feed("Noor");
        room.submit(summer, "Noor", "vil", "nl");
        clock.forward(Duration.ofSeconds(1));
        room.submit(summer, "Karel", RegistrationRoom.address("Noor"), "vil", "nl");
        room.press("Noor");

        var answer = room.visitor().get(feed);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("content-disposition");
        assertThat(events(answer)).as("Karel's is his own").containsExactlyInAnyOrder("lente", "vol");
        assertThat(answer.body()).contains("STATUS:TENTATIVE", "STATUS:CONFIRMED", "X-PUBLISHED-TTL:PT12H",
                "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
    }

    @Test
    void itFollowsWhatIsCancelledAndWhatIsNew() {
        room.confirm(spring, "Noor", "vil");
        var feed = feed("Noor");
        clock.forward(Duration.ofSeconds(1));
        room.confirm(summer, "Noor", "vil");
        assertThat(events(room.visitor().get(feed))).hasSize(2);

        room.visitor().post(my("Noor") + "/cancel", Map.of());
        assertThat(events(room.visitor().get(feed))).containsExactly("lente");
    }

    @Test
    void itsTokenOpensNothingElse() {
        room.confirm(spring, "Noor", "vil");
        var feed = feed("Noor").replace("/calendar.ics", "");

        for (var path : List.of("", "/data", "/details", "/address")) {
            assertThat(room.visitor().get(feed + path).status()).isEqualTo(404);
        }
        room.visitor().post(feed + "/cancel", Map.of());
        assertThat(room.seats("lente").taken()).isEqualTo(1);
        assertThat(room.visitor().get(my("Noor") + "/calendar.ics").status()).as("nor the other way").isEqualTo(404);
        assertThat(room.visitor().get("/my/" + Token.about("lente.x").text() + "/calendar.ics").status())
                .isEqualTo(404);
    }

    @Test
    void itWorksAsLongAsTheOwnLinkAndEndsWithTheData() {
        room.confirm(spring, "Noor", "vil");
        var feed = feed("Noor");
        room.confirm(spring, "Bo", "vil");
        var other = feed("Bo");
        clock.moveTo(spring.end().plus(Duration.ofDays(89)));
        assertThat(room.visitor().get(feed).status()).isEqualTo(200);

        room.visitor().post(my("Bo") + "/data/erase", Map.of());
        assertThat(room.visitor().get(other).status()).isEqualTo(404);

        clock.forward(Duration.ofDays(2));
        assertThat(room.visitor().get(feed).status()).isEqualTo(410);
    }
}
