package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.address.AddressForm;
import be.leerkring.registration.address.ChangingAddress;
import be.leerkring.registration.signup.Confirming;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Registration;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Forms, confirmations, changes of address and erasures of few addresses with many names, all at once. */
final class AddressesAtOnceTest extends OwnPages {

    private static final Pattern LINK = Pattern.compile("/(confirm|my|address)/([A-Za-z0-9._-]+)");
    private static final List<String> ADDRESSES = List.of("info", "an", "bo");
    private static final int ROUNDS = Proof.of(20, 80);

    /** So many, until an address has changed: how often that happens is left to chance. */
    private static final int MOST_ROUNDS = 200;
    private static final List<String> NAMES = List.of("An", "Bo", "Cis");

    private final Set<String> used = new HashSet<>();

    @Test
    void nobodyIsLostNorRegisteredTwiceAndEveryAddressLeadsToItsPeople() throws Exception {
        var session = session(20, 0);
        int moved = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < ROUNDS || moved == 0 && round < MOST_ROUNDS; round++) {
                var random = new Random(round);
                clock.forward(Duration.ofMinutes(25));
                var acts = new ArrayList<Callable<Object>>();
                var links = links();
                acts.add(act(session, furthest(links), random));
                for (int act = 1; act < 4; act++) {
                    acts.add(act(session, links, random));
                }
                for (var done : threads.invokeAll(acts)) {
                    moved += done.get() instanceof ChangingAddress.Confirmation.Done ? 1 : 0;
                }
                check(session, round);
            }
        }
        assertThat(moved).as("addresses that changed").isPositive();
    }

    /** Those that nobody used, and that lead furthest on the way to another address. */
    private List<MatchResult> furthest(List<MatchResult> links) {
        return Stream.of("address", "my", "confirm")
                .map(kind -> links.stream()
                        .filter(link -> link.group(1).equals(kind) && !used.contains(link.group(2)))
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Callable<Object> act(Session session, List<MatchResult> links, Random random) {
        var address = RegistrationRoom.address(ADDRESSES.get(random.nextInt(ADDRESSES.size())));
        if (links.isEmpty() || random.nextInt(4) == 0) {
            var name = NAMES.get(random.nextInt(NAMES.size()));
            return () -> room.submit(session, name, address, "vil", "nl");
        }
        var changes = links.stream().filter(link -> link.group(1).equals("address")).toList();
        var some = changes.isEmpty() || random.nextBoolean() ? links : changes;
        var link = some.get(random.nextInt(some.size()));
        var token = new Token(link.group(2));
        used.add(link.group(2));
        return switch (link.group(1)) {
            case "confirm" -> () -> {
                room.get(Confirming.class).confirm(token, "source of " + token.hash());
                return true;
            };
            case "address" -> () -> room.get(ChangingAddress.class).confirm(token);
            default -> random.nextInt(8) == 0
                    ? () -> room.get(OwnData.class).erase(token)
                    : () -> room.get(ChangingAddress.class).ask(token, new AddressForm(address, "", false),
                            "source of " + address);
        };
    }

    /** All that were ever mailed, and are not erased. */
    private List<MatchResult> links() {
        return room.outbox()
                .flatMap(mail -> LINK.matcher(room.text(mail)).results())
                .toList();
    }

    private void check(Session session, int round) {
        var all = room.get(Registrations.class).now(session.id()).toList();
        var holding = all.stream().filter(Holding.class::isInstance).toList();
        assertThat(room.seats(session.id()).taken()).as("round %d: seats", round)
                .isEqualTo((int) all.stream().filter(Confirmed.class::isInstance).count());
        assertThat(holding.stream().map(AddressesAtOnceTest::named).toList()).as("round %d", round)
                .doesNotHaveDuplicates();
        var people = holding.stream().collect(Collectors.groupingBy(one -> one.participant().email().text()));
        for (var name : ADDRESSES) {
            var address = RegistrationRoom.address(name);
            var led = room.get(Mailboxes.class).find(new EmailAddress(address)).entries().stream()
                    .map(entry -> entry.key().person())
                    .toList();
            assertThat(led).as("round %d: %s leads to its people", round, address)
                    .containsAll(people.getOrDefault(address, List.of()).stream()
                            .map(one -> one.participant().person())
                            .toList());
            assertThat(holding).as("round %d: and to nobody else's", round)
                    .filteredOn(one -> led.contains(one.participant().person()))
                    .allMatch(one -> one.participant().email().text().equals(address));
        }
    }

    private static String named(Registration one) {
        return one.participant().email().text() + " " + Mailbox.folded(one.participant().name());
    }
}
