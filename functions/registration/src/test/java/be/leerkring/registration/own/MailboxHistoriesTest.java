package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Busy;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.signup.Confirming;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import be.leerkring.testing.Conflicts;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random histories of few mailboxes with many names: forms, confirmations, cancellations and erasures, several at once,
 * with transactions that conflict. Nobody is lost, nobody takes part twice, and no form changes what stands.
 */
final class MailboxHistoriesTest {

    private static final int HISTORIES = Proof.of(2, 60);
    private static final int ROUNDS = 6;
    private static final int ACTS = 8;
    private static final List<String> NAMES = List.of("Jan Peeters", "An Peeters", "Wout Claes");
    private static final Pattern CONFIRM = Pattern.compile("/confirm/([A-Za-z0-9._-]+)");
    private static final Pattern MY = Pattern.compile("/my/([A-Za-z0-9._-]+)");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-01T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);

    /** What is pressed in a round: who is concerned, and whether they want out by it. */
    private record Act(String who, boolean leaves, Runnable press) {}

    @Test
    void nobodyIsLostAndNobodyTakesPartTwice() throws Exception {
        var seed = Proof.seed();
        System.out.printf("%d histories from seed %d on%n", HISTORIES, seed);
        try (room; var hands = Executors.newFixedThreadPool(ACTS)) {
            Conflicts.of(10);
            for (int history = 0; history < HISTORIES; history++) {
                var random = new Random(seed + history);
                var session = room.publish(
                        RegistrationRoom.session("s-" + history, AdmissionRules.NONE), random.nextInt(1, 6));
                for (int round = 0; round < ROUNDS; round++) {
                    var before = registrations(session);
                    var acts = acts(session, random, before);
                    for (var done : hands.invokeAll(acts.stream().map(MailboxHistoriesTest::patiently).toList())) {
                        done.get();
                    }
                    check(session, acts, before, "seed " + (seed + history) + ", round " + round);
                    clock.forward(Duration.ofMinutes(90));
                }
            }
        } finally {
            Conflicts.of(0);
        }
    }

    private List<Act> acts(Session session, Random random, List<Registration> before) {
        var confirm = tokens(session, CONFIRM);
        var my = tokens(session, MY);
        var subjects = before.stream()
                .collect(Collectors.toMap(one -> one.participant().subject(), Function.identity()));
        return IntStream.range(0, ACTS)
                .mapToObj(number -> switch (random.nextInt(6)) {
                    case 0, 1 -> form(session, random);
                    case 2, 3, 4 -> link(random, confirm, subjects, false,
                            token -> assertThat(room.get(Confirming.class).confirm(token, source(random))).isEmpty());
                    default -> link(random, my, subjects, true, random.nextBoolean()
                            ? room.get(Cancelling.class)::cancel
                            : token -> assertThat(room.get(OwnData.class).erase(token)).isIn(true, false));
                })
                .flatMap(act -> act)
                .toList();
    }

    private static String source(Random random) {
        return "source " + random.nextLong();
    }

    private Stream<Act> form(Session session, Random random) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        var address = RegistrationRoom.address(session.id() + "-" + random.nextInt(2));
        var organisation = random.nextBoolean() ? "vil" : "catalisti";
        return Stream.of(new Act("", false, () -> room.submit(session, name, address, organisation, "nl")));
    }

    private static Stream<Act> link(
            Random random,
            List<Token> tokens,
            Map<String, Registration> known,
            boolean leaves,
            Consumer<Token> press) {
        if (tokens.isEmpty()) {
            return Stream.empty();
        }
        var token = tokens.get(random.nextInt(tokens.size()));
        var who = known.get(token.claimedSubject());
        return Stream.of(new Act(who == null ? "" : person(who), leaves, () -> press.accept(token)));
    }

    /** Whoever meets the page that says it is busy presses again. */
    private static Callable<Void> patiently(Act act) {
        return () -> {
            for (int press = 0; press < 9; press++) {
                try {
                    act.press().run();
                    return null;
                } catch (Busy again) {
                    // as the page says
                }
            }
            throw new IllegalStateException("Busy at every press");
        };
    }

    private void check(Session session, List<Act> acts, List<Registration> before, String where) {
        var after = registrations(session);
        var standing = after.stream().filter(Holding.class::isInstance).toList();
        assertThat(standing).as(where).extracting(MailboxHistoriesTest::person).doesNotHaveDuplicates();
        var leaving = people(acts, Act::leaves);
        for (var one : before) {
            if (one instanceof Holding && !leaving.contains(person(one))) {
                assertThat(standing).as(where + ": nothing changes who stands")
                        .extracting(other -> other.participant().as(one.state()))
                        .contains(one.participant());
            }
        }
        var present = standing.stream().map(MailboxHistoriesTest::person).collect(Collectors.toSet());
        var confirmed = new HashSet<>(people(acts, act -> !act.leaves()));
        confirmed.removeAll(leaving);
        before.stream()
                .filter(one -> one instanceof Pending && confirmed.contains(person(one)))
                .forEach(one -> assertThat(present).as(where + ": nobody is lost").contains(person(one)));
        var seats = room.seats(session.id());
        assertThat(standing.stream().filter(Confirmed.class::isInstance).count()).as(where).isEqualTo(seats.taken());
        assertThat(standing.stream().filter(Waiting.class::isInstance).map(one -> one.participant().person()))
                .as(where)
                .containsExactlyInAnyOrderElementsOf(seats.line().stream().map(place -> place.person()).toList());
        for (int mailbox = 0; mailbox < 2; mailbox++) {
            var asked = asked(session.id() + "-" + mailbox);
            for (int number = 3; number < asked.size(); number++) {
                assertThat(Duration.between(asked.get(number - 3), asked.get(number)))
                        .as(where + ": no more than three mails an hour, less the width of a slot")
                        .isGreaterThan(Duration.ofMinutes(54));
            }
        }
    }

    private static Set<String> people(List<Act> acts, Predicate<Act> which) {
        return acts.stream().filter(which).map(Act::who).filter(who -> !who.isEmpty()).collect(Collectors.toSet());
    }

    /** As names behind one address are compared. */
    private static String person(Registration one) {
        return one.participant().email() + " " + Mailbox.folded(one.participant().name());
    }

    private List<Registration> registrations(Session session) {
        return room.get(Registrations.class).now(session.id()).toList();
    }

    private List<Token> tokens(Session session, Pattern pattern) {
        var tokens = new ArrayList<Token>();
        for (int mailbox = 0; mailbox < 2; mailbox++) {
            room.mails(session.id() + "-" + mailbox).forEach(mail -> {
                var found = pattern.matcher(mail.text());
                if (found.find()) {
                    tokens.add(new Token(found.group(1)));
                }
            });
        }
        return tokens;
    }

    /** When mails that ask to confirm leave for this mailbox, the first first. */
    private List<Instant> asked(String mailbox) {
        return room.mails(mailbox).stream()
                .filter(mail -> mail.purpose().equals("confirm-request"))
                .map(Queued::at)
                .sorted()
                .toList();
    }
}
