package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.registration.Destination;
import be.leerkring.registration.address.ChangingAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A participant who would like to be reached at another address. */
final class ChangingAddressTest extends NewAddress {

    @Test
    void nothingChangesUntilTheNewAddressSaysSoAndThenAllOfItDoes() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        var first = room.token("An", "/my/");

        assertThat(ask("An", NEW)).isInstanceOf(ChangingAddress.Outcome.Asked.class);
        assertThat(room.purposes(NEW)).containsExactly("address-request");
        var asked = room.mails(NEW).getFirst().text();
        assertThat(asked.substring(0, asked.indexOf("\n-- \n"))).doesNotContain("VIL", "an@example.org");
        assertThat(at(session, "An")).isEqualTo("an@example.org");
        for (int press = 0; press < 2; press++) {
            assertThat(press(NEW)).isInstanceOf(ChangingAddress.Confirmation.Done.class);
        }

        assertThat(at(session, NEW)).isEqualTo("nieuw@example.org");
        assertThat(room.seats("sessie").taken()).isEqualTo(1);
        assertThat(room.seats("sessie").waiting()).isEqualTo(1);
        assertThat(entries("An")).isZero();
        assertThat(entries(NEW)).isEqualTo(1);
        assertThat(room.purposes(NEW)).containsExactly("address-request", "address-changed");
        assertThat(follow(first)).isInstanceOf(Destination.Unknown.class);
        assertThat(follow(room.token(NEW, "/my/"))).isInstanceOf(Destination.Found.class);
        var told = room.mails("An").getLast();
        assertThat(told.purpose()).isEqualTo("address-left");
        assertThat(told.text()).doesNotContain("nieuw@", "Dag An", "VIL");
        assertThat(told.calendar()).contains("METHOD:CANCEL").doesNotContain("nieuw@");
        var brought = room.mails(NEW).getLast().calendar();
        assertThat(brought).contains("METHOD:REQUEST");
        assertThat(sequence(brought)).as("the newer one, should both be read by one calendar")
                .isGreaterThan(sequence(told.calendar()));
    }

    private static long sequence(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .mapToLong(line -> Long.parseLong(line.substring("SEQUENCE:".length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoWaitsKeepsThePlace() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        confirm(session, "Cis", "vil");

        ask("Bo", NEW);
        press(NEW);

        assertThat(room.seats("sessie").position(person(session, NEW))).contains(1);
        assertThat(room.mails(NEW).getLast().text()).contains("U houdt uw plaats op de wachtlijst.");
    }

    @Test
    void onlyTheAddressThatWasAskedForLastCounts() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        ask("An", "eerst");
        clock.forward(Duration.ofMinutes(1));
        ask("An", NEW);

        assertThat(press("eerst")).isInstanceOf(ChangingAddress.Confirmation.Outdated.class);
        assertThat(at(session, "An")).isEqualTo("an@example.org");
        assertThat(press(NEW)).isInstanceOf(ChangingAddress.Confirmation.Done.class);
        assertThat(press("eerst")).as("no link works any more").isInstanceOf(ChangingAddress.Confirmation.Closed.class);
        assertThat(at(session, NEW)).isEqualTo("nieuw@example.org");
    }

    @Test
    void twoPressesOfTheFormLeadToOneMailAndTheLinkWorksForTwoDays() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        ask("An", NEW);
        ask("An", NEW);
        assertThat(room.purposes(NEW)).containsExactly("address-request");

        clock.forward(Duration.ofDays(2));

        assertThat(press(NEW)).isInstanceOfSatisfying(
                ChangingAddress.Confirmation.Closed.class,
                closed -> assertThat(closed.destination()).isInstanceOf(Destination.Gone.class));
        assertThat(at(session, "An")).isEqualTo("an@example.org");
    }

    @Test
    void whatIsOverOrCancelledIsNotChanged() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        ask("An", NEW);
        var my = room.token("An", "/my/");
        room.get(Cancelling.class).cancel(my);

        assertThat(room.get(ChangingAddress.class).ask(my, form("elders"), "home"))
                .isInstanceOf(ChangingAddress.Outcome.Closed.class);
        assertThat(press(NEW)).isInstanceOf(ChangingAddress.Confirmation.Closed.class);
        assertThat(at(session, "An")).isEqualTo("an@example.org");
    }

    @Test
    void thePagesAskSayAndChange() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        var visitor = room.organiser();
        var my = "/my/" + room.token("An", "/my/").text();

        assertThat(visitor.get(my).body()).contains(my + "/address");
        assertThat(visitor.get(my + "/details").body()).contains("name=\"language\"", my + "/address");
        assertThat(visitor.get(my + "/address").body()).contains("an@example.org");
        assertThat(visitor.post(my + "/address", Map.of("email", "an@example.org")).status()).isEqualTo(422);
        assertThat(visitor.post(my + "/address", Map.of("email", "nieuw@example.org")).status()).isEqualTo(303);
        assertThat(visitor.get(my + "/address/asked").body()).contains("an@example.org", "value=\"nieuw@example.org\"");
        var again = Map.of("email", "nieuw@example.org", "again", "yes");
        assertThat(visitor.post(my + "/address", again).status()).isEqualTo(303);
        assertThat(room.purposes(NEW)).containsExactly("address-request", "address-request");
        var confirm = "/address/" + room.token(NEW, "/address/").text();
        assertThat(visitor.get(confirm).body()).contains("nieuw@example.org", "<form method=\"post\"");
        assertThat(at(session, "An")).as("looking changes nothing").isEqualTo("an@example.org");
        for (int press = 0; press < 2; press++) {
            assertThat(visitor.post(confirm, Map.of()).status()).isEqualTo(303);
        }
        assertThat(visitor.get(confirm).body()).contains("Uw e-mailadres is gewijzigd");
        assertThat(visitor.get(my).status()).isEqualTo(404);
    }

    @Test
    void theLanguageOfMailsAndPagesIsChangedWithTheDetails() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        var my = "/my/" + room.token("An", "/my/").text();

        var form = Map.of("name", "An", "organisation", "vil", "role", "", "language", "en");
        assertThat(room.organiser().post(my + "/details", form).status()).isEqualTo(303);

        assertThat(room.registration(session, "An").participant().language().code()).isEqualTo("en");
        assertThat(room.organiser().post(my + "/details", Map.of("name", "An", "organisation", "vil")).status())
                .isEqualTo(422);
    }
}
