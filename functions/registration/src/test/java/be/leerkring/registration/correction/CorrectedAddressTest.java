package be.leerkring.registration.correction;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailState;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An organiser who puts right an address, or the name by which it is known who somebody is. */
final class CorrectedAddressTest extends Corrections {

    @Test
    void whoWasMistypedKeepsThePlaceInLineAndIsReachedElsewhere() {
        var session = session(1, 0, false);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        confirm(session, "Cis", "vil");
        var old = room.token("Bo", "/my/");

        assertThat(correct(session, "Bo", Map.of("email", "juist@example.org", "role", "coach")))
                .isInstanceOf(Correcting.Outcome.Done.class);

        var juist = room.registration(session, "juist").participant();
        assertThat(juist.role()).isEqualTo("coach");
        assertThat(room.seats("sessie").position(juist.person())).contains(1);
        assertThat(room.purposes("juist")).containsExactly("address-changed");
        assertThat(room.mails("Bo").getLast().purpose()).isEqualTo("address-left");
        assertThat(room.mails("Bo").getLast().text()).doesNotContain("Dag Bo", "VIL", "juist@", "/my/");
        assertThat(room.mails("Bo").getLast().calendar()).isEmpty();
        assertThat(room.get(Destinations.class).follow(old, MyLink.PURPOSE)).isInstanceOf(Destination.Unknown.class);
        assertThat(room.get(Destinations.class).follow(room.token("juist", "/my/"), MyLink.PURPOSE))
                .isInstanceOf(Destination.Found.class);
        assertThat(entries("Bo")).isZero();
        assertThat(entries("juist")).isEqualTo(1);
        var entry = room.get(ChangeLog.class).read("sessie", Optional.empty()).entries().getFirst();
        assertThat(entry.what()).isEqualTo("person-corrected");
        assertThat(entry.changes()).extracting(change -> change.field() + change.from() + " " + change.to())
                .containsExactly("email verbeterd", "role verbeterd");
    }

    @Test
    void anAddressThatTakesNoMailIsToldNothing() {
        var session = session(1, 0, false);
        confirm(session, "An", "vil");
        room.get(Addresses.class).suppress("an@example.org", MailState.BOUNCED);
        var before = room.purposes("An").size();

        correct(session, "An", Map.of("email", "juist@example.org"));

        assertThat(room.purposes("An")).hasSize(before);
        assertThat(room.purposes("juist")).containsExactly("address-changed");
    }

    @Test
    void whoHasNotConfirmedIsAskedAtTheRightAddressAndHasTwoDaysForIt() {
        var session = session(1, 0, false);
        room.submit(session, "An", "vil", "nl");
        clock.forward(Duration.ofHours(30));

        correct(session, "An", Map.of("email", "juist@example.org"));
        clock.forward(Duration.ofHours(30));

        assertThat(room.purposes("juist")).containsExactly("confirm-request");
        assertThat(room.registration(session, "juist")).isInstanceOf(Pending.class);
        room.press("juist");
        assertThat(room.registration(session, "juist")).isInstanceOf(Confirmed.class);
        assertThat(room.get(Destinations.class).follow(room.token("An", "/confirm/"), Destinations.CONFIRM))
                .isInstanceOf(Destination.Unknown.class);
    }

    @Test
    void nobodyIsRegisteredTwiceByIt() {
        var session = session(3, 0, false);
        confirm(session, "An", "vil");
        room.submit(session, "An", "juist@example.org", "vil", "nl");
        room.press("juist");

        assertThat(correct(session, "An", Map.of("email", "juist@example.org")))
                .isInstanceOf(Correcting.Outcome.Invalid.class);
        assertThat(room.registrations(session, "juist")).hasSize(1);
    }

    @Test
    void theNameBehindAnAddressIsFoundByTheNameAsItWasPutRight() {
        var session = session(3, 0, false);
        confirm(session, "An", "vil");
        correct(session, "An", Map.of("name", "An Vos"));
        clock.forward(Duration.ofMinutes(15));

        room.submit(session, "An Vos", "an@example.org", "vil", "nl");

        assertThat(room.purposes("An")).endsWith("already");
    }
}
