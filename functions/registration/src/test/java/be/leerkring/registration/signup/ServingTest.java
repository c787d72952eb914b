package be.leerkring.registration.signup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Cut;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Those who pressed and are to be served: together, in their order, and wherever whoever serves them dies. */
final class ServingTest {

    /** So many press behind others, of whom whoever is the first is waited for in vain, for a second and more. */
    private static final int SERVED = Proof.of(12, 30);

    private static final int CROWDED = Proof.of(1, 20);

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-01T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        Cut.nowhere();
        room.close();
    }

    @Test
    void whoeverPressesBehindOthersWhoAreGoneServesThemFirst() {
        var session = publish(AdmissionRules.NONE, 2);
        takeTurns(session, "An", "Bo", "Cis");
        ask(session, "Dirk", "vil");

        room.press("Dirk");

        assertThat(states(session, "An", "Bo", "Cis", "Dirk"))
                .containsExactly("CONFIRMED", "CONFIRMED", "WAITING", "WAITING");
        assertThat(line(session)).containsExactly(person(session, "Cis"), person(session, "Dirk"));
        assertThat(room.seats("sessie").revision()).as("one change for all").isEqualTo(1);
        assertToldOnce("An", "Bo", "Cis", "Dirk");
        assertThat(waiting(session)).isEmpty();
    }

    @Test
    void moreThanADozenAreServedDozenByDozen() {
        var session = publish(AdmissionRules.NONE, 5);
        var names = IntStream.range(0, SERVED).mapToObj(number -> "Iemand " + number).toArray(String[]::new);
        takeTurns(session, names);
        ask(session, "Dirk", "vil");

        room.press("Dirk");

        assertThat(room.seats("sessie").taken()).isEqualTo(5);
        assertThat(line(session)).hasSize(SERVED + 1 - 5).last().isEqualTo(person(session, "Dirk"));
        assertThat(states(session, names).subList(0, 5)).containsOnly("CONFIRMED");
        assertThat(room.seats("sessie").revision()).isEqualTo(SERVED / 12 + 1);
        assertToldOnce(names);
        assertThat(waiting(session)).isEmpty();
    }

    @Test
    void theRulesHoldBetweenThoseWhoAreServedTogether() {
        var session = publish(new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 1, 1, true), 3);
        ask(session, "An", "vil");
        ask(session, "Bo", "vil");
        ask(session, "Cis", "ander");
        ask(session, "Dirk", "catalisti");
        for (var name : List.of("An", "Bo", "Cis", "Dirk")) {
            takeTurn(session, name);
        }

        serve(session);

        assertThat(states(session, "An", "Bo", "Cis", "Dirk"))
                .containsExactly("CONFIRMED", "WAITING", "WAITING", "CONFIRMED");
        assertThat(room.purposes("Cis")).endsWith("approval");
    }

    @Test
    void twoBehindOneMailboxAreServedOneAfterTheOther() {
        var session = publish(AdmissionRules.NONE, 5);
        room.submit(session, "Eerste Collega", RegistrationRoom.address("info"), "vil", "nl");
        room.submit(session, "Tweede Collega", RegistrationRoom.address("info"), "vil", "nl");
        room.registrations(session, "info").forEach(one -> room.get(Turns.class).take(Turn.of(one)));
        takeTurns(session, "Dirk");
        serve(session);

        assertThat(room.registrations(session, "info"))
                .extracting(one -> one.state())
                .containsOnly(RegistrationState.CONFIRMED);
        assertThat(room.purposes("info")).filteredOn("confirmed"::equals).hasSize(2);
        assertThat(room.seats("sessie").taken()).isEqualTo(3);
    }

    @Test
    void twoFormsOfOnePersonGetOneSeat() {
        var session = publish(AdmissionRules.NONE, 5);
        ask(session, "An", "vil");
        clock.forward(Duration.ofMinutes(1));
        ask(session, "An", "catalisti");
        room.registrations(session, "An").forEach(one -> room.get(Turns.class).take(Turn.of(one)));
        takeTurns(session, "Dirk");
        serve(session);

        assertThat(room.registrations(session, "An"))
                .extracting(one -> one.state())
                .containsExactly(RegistrationState.CONFIRMED);
        assertThat(room.seats("sessie").taken()).isEqualTo(2);
    }

    @Test
    void whatChangedSinceItsLinkWasLookedAtIsNotServedUnseen() {
        var session = publish(AdmissionRules.NONE, 5);
        ask(session, "An", "vil");
        var before = room.registration(session, "An");
        room.get(Turns.class).take(new Turn("sessie", before.participant().person(), before.revision() - 1));
        room.get(Turns.class).take(new Turn("sessie", "nobody", 1));
        takeTurns(session, "Dirk");
        serve(session);

        assertThat(states(session, "An", "Dirk")).containsExactly("PENDING", "CONFIRMED");
        room.press("An");
        assertThat(states(session, "An")).containsExactly("CONFIRMED");
        assertToldOnce("An", "Dirk");
    }

    @Test
    void aTurnThatIsHoursOldIsForgotten() {
        var session = publish(AdmissionRules.NONE, 5);
        takeTurns(session, "An");
        clock.forward(Duration.ofHours(2));
        ask(session, "Dirk", "vil");

        room.press("Dirk");

        assertThat(states(session, "An", "Dirk")).containsExactly("PENDING", "CONFIRMED");
    }

    @Test
    void noMoreThanTheLimitOfOneSourceAreServed() {
        var session = publish(AdmissionRules.NONE, 5);
        takeTurns(session, "An");
        for (int number = 0; number < 20; number++) {
            ask(session, "Iemand " + number, "vil");
            assertThat(press("Iemand " + number)).isEmpty();
            if (number < CROWDED) {
                takeTurns(session, "Voor " + number);
            }
        }
        takeTurns(session, "Voor Dirk");
        ask(session, "Dirk", "vil");

        assertThat(press("Dirk")).isPresent();
        assertThat(states(session, "Dirk")).containsExactly("PENDING");
    }

    @Test
    void everybodyIsServedAndToldOnceWhereverWhoServesDies() {
        assertThat(Cut.everywhere(this::isCut)).isGreaterThan(3);
    }

    /** The first of three serves them all, and is cut at this call. Whether there was such a call. */
    private boolean isCut(int number, Cut.Way way) {
        var id = (way.side() + "-" + way.fate().ordinal() + "-" + number).toLowerCase(Locale.ROOT);
        var session = room.publish(RegistrationRoom.session(id, AdmissionRules.NONE), 2);
        var names = Stream.of("An", "Bo", "Cis").map(name -> name + " " + id).toArray(String[]::new);
        takeTurns(session, names);
        Cut.at(number, way);
        try {
            room.press(names[0]);
        } catch (Cut.Died | SdkClientException dead) {
            // The person reads that something went wrong, and presses again.
        }
        var happened = Cut.happened();
        Cut.nowhere();
        room.press(names[0]);

        assertThat(states(session, names)).as(id).containsExactly("CONFIRMED", "CONFIRMED", "WAITING");
        assertToldOnce(names);
        return happened;
    }

    private Session publish(AdmissionRules rules, int seats) {
        return room.publish(RegistrationRoom.session("sessie", rules), seats);
    }

    private void ask(Session session, String name, String organisation) {
        assertThat(room.submit(session, name, organisation, "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
    }

    private Optional<Instant> press(String name) {
        return room.get(Confirming.class).confirm(room.token(name, "/confirm/"), "office");
    }

    /** They registered, pressed, and their functions died before anybody was served. */
    private void takeTurns(Session session, String... names) {
        for (var name : names) {
            ask(session, name, "vil");
            takeTurn(session, name);
        }
    }

    private void takeTurn(Session session, String name) {
        room.get(Turns.class).take(Turn.of(room.registration(session, name)));
    }

    /** What whoever presses behind others does after a second in which nobody did. */
    private void serve(Session session) {
        for (var turns = waiting(session); !turns.isEmpty(); turns = waiting(session)) {
            assertThat(room.get(Serving.class).serve(turns)).isPositive();
        }
    }

    private List<Turn> waiting(Session session) {
        return room.get(Turns.class).first(session.id()).first();
    }

    private List<String> states(Session session, String... names) {
        return List.of(names).stream().map(name -> room.registration(session, name).state().name()).toList();
    }

    private String person(Session session, String name) {
        return room.registration(session, name).participant().person();
    }

    private List<String> line(Session session) {
        return room.seats(session.id()).line().stream().map(place -> place.person()).toList();
    }

    private void assertToldOnce(String... names) {
        assertThat(names).allSatisfy(name -> assertThat(room.mails(name))
                .extracting(Queued::purpose)
                .filteredOn(purpose -> purpose.equals("confirmed") || purpose.equals("waiting"))
                .hasSize(1));
    }
}
