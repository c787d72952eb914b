package be.leerkring.registration.signup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.state.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people behind one mailbox, one person with several forms, and a stranger who types somebody else's address. */
final class WhoIsWhoTest {

    private static final Pattern CONFIRM = Pattern.compile("/confirm/([A-Za-z0-9._-]+)");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-01T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 5);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void twoColleaguesBehindOneMailboxBothCome() {
        submit("Eerste Collega", "vil");
        submit("Tweede Collega", "vil");

        confirm(0);
        confirm(1);

        assertThat(people()).containsExactlyInAnyOrder("Eerste Collega CONFIRMED", "Tweede Collega CONFIRMED");
        assertThat(room.seats("sessie").taken()).isEqualTo(2);
        assertThat(mails()).allSatisfy(mail -> assertThat(mail).containsAnyOf("Eerste Collega", "Tweede Collega"));
    }

    @Test
    void theMailOfTheSecondSaysWhoElseComesWithThatAddress() {
        submit("Eerste Collega", "vil");
        confirm(0);
        clock.forward(Duration.ofMinutes(1));

        submit("Tweede Collega", "vil");

        assertThat(mails().getLast()).contains("Tweede Collega", "Met dit adres komt ook: Eerste Collega.");
    }

    @Test
    void aStrangersLaterFormChangesNothingOfWhatTheFirstLinkConfirms() {
        submit("Jan Peeters", "vil");
        clock.forward(Duration.ofMinutes(1));
        submit("Jan Peeters", "Een verzonnen bedrijf");
        submit("Iemand Anders", "vil");

        confirm(0);

        assertThat(room.registrations(session, "info"))
                .filteredOn(one -> one.state() == RegistrationState.CONFIRMED)
                .extracting(one -> one.participant().name() + ", " + one.participant().organisation())
                .containsExactly("Jan Peeters, VIL");
    }

    @Test
    void ofSeveralFormsOfOnePersonTheFirstThatIsConfirmedStands() {
        submit("Jan Peeters", "vil");
        clock.forward(Duration.ofMinutes(1));
        submit("jan  péeters", "catalisti");

        var first = links().getFirst();
        var second = confirm(1);
        room.get(Confirming.class).confirm(first, "office");

        assertThat(people()).containsExactly("jan  péeters CONFIRMED");
        assertThat(room.seats("sessie").taken()).isEqualTo(1);
        assertThat(follow(second)).isInstanceOf(Destination.Found.class);
        assertThat(follow(first)).isInstanceOf(Destination.Empty.class);
    }

    @Test
    void aFormOfSomebodyWhoIsRegisteredLeadsToAMailThatSaysSo() {
        submit("Jan Peeters", "vil");
        confirm(0);
        clock.forward(Duration.ofMinutes(11));

        submit("Jan Peeters", "catalisti");

        assertThat(room.purposes("info")).endsWith("already");
        assertThat(people()).containsExactly("Jan Peeters CONFIRMED");
    }

    @Test
    void whoCancelledAndComesBackIsOnePerson() {
        submit("Jan Peeters", "vil");
        confirm(0);
        room.get(Cancelling.class).cancel(room.token("info", "/my/"));
        clock.forward(Duration.ofMinutes(11));
        submit("Jan Peeters", "vil");
        assertThat(people()).containsExactlyInAnyOrder("Jan Peeters CANCELLED", "Jan Peeters PENDING");

        confirm(1);

        assertThat(people()).containsExactly("Jan Peeters CONFIRMED");
        assertThat(room.seats("sessie").taken()).isEqualTo(1);
    }

    @Test
    void anotherSessionKnowsThePersonByTheSameKeyAndTheColleagueByAnother() {
        var next = room.publish(RegistrationRoom.session("volgende", AdmissionRules.NONE), 5);
        submit("Jan Peeters", "vil");
        submit("An Peeters", "vil");
        clock.forward(Duration.ofHours(2));

        room.submit(next, "Jan Peeters", address(), "catalisti", "nl");

        var here = room.registrations(session, "info");
        var there = room.registrations(next, "info").getFirst().participant();
        assertThat(here).filteredOn(one -> one.participant().identity().equals(there.identity()))
                .extracting(one -> one.participant().name())
                .containsExactly("Jan Peeters");
        assertThat(here).extracting(one -> one.participant().person()).doesNotContain(there.person());
    }

    private static String address() {
        return RegistrationRoom.address("info");
    }

    private void submit(String name, String organisation) {
        assertThat(room.submit(session, name, address(), organisation, "nl"))
                .isInstanceOf(SigningUp.Outcome.Mailed.class);
    }

    /** Presses the button behind the link of the form with this number. */
    private Token confirm(int number) {
        var link = links().get(number);
        assertThat(room.get(Confirming.class).confirm(link, "office")).isEmpty();
        return link;
    }

    /** The links to confirm with that were mailed, but for those of forms that gave way. */
    private List<Token> links() {
        return mails().stream()
                .map(CONFIRM::matcher)
                .filter(Matcher::find)
                .map(found -> new Token(found.group(1)))
                .toList();
    }

    private Destination follow(Token token) {
        return room.get(Destinations.class).follow(token, Destinations.CONFIRM);
    }

    private List<String> mails() {
        return room.mails("info").stream().map(Queued::text).toList();
    }

    private List<String> people() {
        return room.registrations(session, "info").stream()
                .map(WhoIsWhoTest::described)
                .toList();
    }

    private static String described(Registration one) {
        return one.participant().name() + " " + one.state();
    }
}
