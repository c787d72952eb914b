package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Sha256;
import be.leerkring.registration.Registrations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Somebody to whom everything happened once, in several sessions, erases all of it by the links in their mails: then
 * nothing in the table tells of them, nor does any hash that whoever knows their address can compute.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

    private static final EmailAddress ADDRESS = new EmailAddress("lezer-0@example.org");

    private final LivedNetwork network = new LivedNetwork();

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void nothingIsLeftOfWhoeverErasedEverything() {
        var registered = network.items().stream()
                .filter(item -> item.get("sk").s().startsWith("REGISTRATION#"))
                .filter(item -> item.get("email").s().equals(ADDRESS.text()) && !isOver(item))
                .map(item -> network.get(Registrations.class)
                        .find(item.get("session").s(), item.get("person").s()).orElseThrow().participant())
                .toList();
        assertThat(registered).hasSizeGreaterThan(2);
        var traces = traces(registered);
        assertThat(network.items()).anyMatch(item -> tells(item, traces));

        registered.forEach(this::erase);

        assertThat(network.items())
                .filteredOn(item -> tells(item, traces) && !isTheLastMail(item) && !isOver(item))
                .isEmpty();
    }

    private void erase(Participant participant) {
        var link = network.get(Links.class).issue(
                OwnLink.PURPOSE, participant.subject(), network.site().quiet().clock().instant().plusSeconds(60));
        network.site().write(link.write());
        var answer = network.site().quiet().site().send(
                "POST", "/my/" + link.token().text() + "/data/erase", Map.of("sec-fetch-site", "same-origin"), "");
        assertThat(answer.status()).isEqualTo(200);
    }

    /** The address, the keys, and all that anybody can make of them. */
    private Set<String> traces(List<Participant> registered) {
        var traces = new HashSet<>(Set.of(ADDRESS.text(), Sha256.of(ADDRESS.text()), Addresses.hash(ADDRESS.text())));
        for (var use : List.of("", "mailbox", "organiser", "network", "person")) {
            traces.add(ADDRESS.derive(use));
        }
        for (var one : registered) {
            var session = one.session();
            traces.addAll(List.of(one.person(), one.identity(), ADDRESS.derive(session),
                    Sha256.of(session + "\n" + ADDRESS.text()), Sha256.of(ADDRESS.text() + "\n" + session)));
            network.get(UnprovenMails.class).personal(ADDRESS, session).forEach(key -> traces.add(key.sort()));
        }
        return traces;
    }

    private static boolean tells(Map<String, AttributeValue> item, Set<String> traces) {
        return traces.stream().anyMatch(item.toString()::contains);
    }

    /** What is over is found by nobody, and deleted within two days. */
    private boolean isOver(Map<String, AttributeValue> item) {
        return item.containsKey("expires")
                && Long.parseLong(item.get("expires").n()) <= network.site().quiet().clock().instant().getEpochSecond();
    }

    /** That everything is erased is said by a mail of which nothing is kept once it is sent. */
    private static boolean isTheLastMail(Map<String, AttributeValue> item) {
        return item.get("pk").s().startsWith("MAIL#") && item.get("sk").s().startsWith("erased#");
    }
}
