package be.leerkring.registration.signup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Busy;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.testing.HotItems;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Five hundred people press for forty seats within ten seconds, where items are as hot as DynamoDB has them. Everybody
 * is served in their order and told once, and nobody reads that it is busy. It runs in real time: on Lambda each of
 * them has a processor of their own, here all of them share one, so unless in full it is fifty within two seconds.
 */
final class RushTest {

    private static final int PEOPLE = Proof.of(50, 500);
    private static final int WARM = Proof.of(24, 60);
    private static final int SEATS = PEOPLE / 25 * 2;
    private static final int OFFICES = 25;
    private static final Duration WITHIN = Duration.ofSeconds(Proof.of(2, 10));
    private static final Duration WAITS = Duration.ofSeconds(10);

    /** Nobody is seated who pressed so long after somebody who is not; of less, a machine with more to do decides. */
    private static final Duration OVERTAKES = Duration.ofSeconds(1);

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-01T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), SEATS);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoeverPressesWithinTenSecondsIsServedInThatOrder() throws Exception {
        warmUp();
        var asked = IntStream.range(0, PEOPLE).mapToObj(this::ask).toList();
        var presses = new ConcurrentLinkedQueue<Press>();
        var answered = new CountDownLatch(PEOPLE);
        var confirming = room.get(Confirming.class);
        try (var crier = Executors.newSingleThreadScheduledExecutor();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var met = HotItems.during(() -> {
                for (var one : asked) {
                    crier.schedule(() -> people.execute(() -> {
                        presses.add(one.press(confirming));
                        answered.countDown();
                    }), WITHIN.dividedBy(PEOPLE).multipliedBy(one.number()).toNanos(), TimeUnit.NANOSECONDS);
                }
                answered.await();
            });
            check(presses.stream().sorted(Comparator.comparing(Press::pressed)).toList(), met);
        }
    }

    /** Somebody who has a link to confirm with. */
    private record Asked(int number, String person, Token link) {

        Press press(Confirming confirming) {
            var pressed = System.nanoTime();
            var served = false;
            try {
                served = confirming.confirm(link, "office " + number % OFFICES).isEmpty();
            } catch (Busy busy) {
                // It is not served.
            }
            return new Press(person, pressed, Duration.ofNanos(System.nanoTime() - pressed), served);
        }
    }

    private record Press(String person, long pressed, Duration took, boolean served) {}

    /** As functions are that have answered before. */
    private void warmUp() throws Exception {
        var other = room.publish(RegistrationRoom.session("warm", AdmissionRules.NONE), 5);
        var confirming = room.get(Confirming.class);
        try (var people = Executors.newFixedThreadPool(8)) {
            var warm = IntStream.range(0, WARM).mapToObj(number -> ask(other, number)).toList();
            people.invokeAll(warm.stream().<Callable<Press>>map(one -> () -> one.press(confirming)).toList());
        }
    }

    private Asked ask(int number) {
        return ask(session, number);
    }

    private Asked ask(Session session, int number) {
        var now = clock.instant();
        var participant = new Participant(
                session.id(),
                PersonKey.fresh(session.id()).person(),
                "Voornaam Naam " + number,
                new EmailAddress("voornaam.naam%d@example.org".formatted(number)),
                "vil",
                "VIL",
                Organisation.Kind.SPEARHEAD_CLUSTER,
                "",
                new Language("nl"),
                RegistrationState.PENDING);
        var link = room.get(Links.class)
                .issue(Destinations.CONFIRM, participant.subject(), now.plus(Confirmable.LAPSES));
        room.write(room.get(Registrations.class).record(participant, session, now), link.write());
        return new Asked(number, participant.person(), link.token());
    }

    /** The presses in the order in which they were made. */
    private void check(List<Press> presses, HotItems.Met met) {
        var seated = seated();
        var last = presses.stream().filter(press -> seated.contains(press.person())).toList().getLast();
        var passed = presses.stream().filter(press -> !seated.contains(press.person())).findFirst().orElseThrow();
        var overtook = Duration.ofNanos(Math.max(0, last.pressed() - passed.pressed()));
        var waits = presses.stream().map(Press::took).sorted().toList();
        System.out.printf(
                "%d people pressed within %s: half of them waited %d ms, 99 of 100 %d ms, the last %d ms; "
                        + "seated is who pressed at most %d ms after somebody who is not; %s%n",
                PEOPLE, WITHIN, waits.get(PEOPLE / 2).toMillis(), waits.get(PEOPLE * 99 / 100).toMillis(),
                waits.getLast().toMillis(), overtook.toMillis(), met);

        assertThat(presses).as("nobody reads that it is busy").allMatch(Press::served);
        assertThat(waits.get(PEOPLE * 99 / 100)).isLessThan(WAITS);
        assertThat(overtook).as("first come, first served").isLessThan(OVERTAKES);
        assertThat(met.conflicts()).as("items were hot").isGreaterThanOrEqualTo(Proof.of(0, 1));
        assertThat(seated).hasSize(SEATS);
        assertThat(room.seats(session.id()).line())
                .extracting(Place::person)
                .doesNotHaveDuplicates()
                .hasSize(PEOPLE - SEATS);
        assertThat(told()).as("everybody is told once").hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    private Set<String> seated() {
        return room.get(Registrations.class).now(session.id())
                .filter(one -> one.state() == RegistrationState.CONFIRMED)
                .map(one -> one.participant().person())
                .collect(Collectors.toSet());
    }

    private List<String> told() {
        return room.outbox()
                .filter(mail -> mail.key().partition().startsWith("MAIL#" + session.id()))
                .map(mail -> mail.required("to"))
                .toList();
    }
}
