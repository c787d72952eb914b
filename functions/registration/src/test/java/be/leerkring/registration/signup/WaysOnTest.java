package be.leerkring.registration.signup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a mailed link leads that does no more, or that did not arrive whole. */
final class WaysOnTest {

    private static final AdmissionRules NO_RULES = new AdmissionRules(
            Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, false);

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("van-5-tot-7", NO_RULES), 9);

    @AfterEach
    void close() {
        room.close();
    }

    private Answer open(String path) {
        return room.visitor().get(path);
    }

    private static String form(Session session) {
        return "class=\"button\" href=\"" + session.path() + "/register\"";
    }

    private static String page(Session session) {
        return "class=\"button\" href=\"" + session.path() + "\"";
    }

    @Test
    void anExpiredLinkLeadsToTheFormOfItsSession() {
        room.submit(session, "Ilse", "vil", "nl");
        var link = "/confirm/" + room.token("Ilse", "/confirm/").text();
        clock.forward(Duration.ofHours(49));
        assertThat(room.registrations(session, "Ilse")).as("nothing is left of it").isEmpty();

        var page = open(link);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains(form(session), "href=\"/find\"");
    }

    @Test
    void anExpiredLinkLeadsToTheSessionItselfWhenItTakesNoRegistrations() {
        room.submit(session, "Ilse", "vil", "nl");
        var link = "/confirm/" + room.token("Ilse", "/confirm/").text();
        clock.moveTo(session.start().plus(Duration.ofDays(1)));

        assertThat(open(link).body()).contains(page(session)).doesNotContain(form(session));
    }

    @Test
    void theOwnLinkLeadsToTheSessionWhenItsTimeIsOver() {
        room.confirm(session, "Ilse", "vil");
        var token = room.token("Ilse", "/my/").text();
        clock.moveTo(session.end().plus(Duration.ofDays(91)));

        for (var path : List.of("", "/details", "/address", "/colleague", "/data")) {
            var page = open("/my/" + token + path);
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.body()).contains(page(session), "href=\"/find\"");
        }
    }

    /** It gave way to another form here; it could as well have been erased, and nobody knows that by then. */
    @Test
    void aLinkBehindWhichNothingIsLeftSaysJustThatAndLeadsToTheForm() {
        room.submit(session, "Ilse", "vil", "nl");
        var first = "/confirm/" + room.token("Ilse", "/confirm/").text();
        clock.forward(Duration.ofMinutes(1));
        room.submit(session, "Ilse", "catalisti", "nl");
        room.press("Ilse");

        var page = open(first);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("bestaat niet meer", form(session), "href=\"/find\"")
                .doesNotContain("ander formulier");
    }

    @Test
    void aLinkThatWasCopiedWithWhatStoodAroundItLeadsWhereItShould() {
        room.submit(session, "Ilse", "vil", "nl");
        var link = "/confirm/" + room.token("Ilse", "/confirm/").text();

        for (var stuck : List.of(".", "%3E", ")", "%20", "%22", ",", "&gt;", "=")) {
            assertThat(open(link + stuck).location()).as(stuck).isEqualTo(link);
        }
    }

    @Test
    void aLinkThatIsCutOffIsToldHowToBeCopied() {
        room.submit(session, "Ilse", "vil", "nl");
        var link = "/confirm/" + room.token("Ilse", "/confirm/").text();

        var page = open(link.substring(0, link.length() - 4));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Deze link is niet volledig", "href=\"/find\"", "mailto:");
        var another = link.substring(0, link.length() - 2) + (link.endsWith("xA") ? "yA" : "xA");
        assertThat(open(another).body()).contains("We kennen deze link niet");
    }
}
