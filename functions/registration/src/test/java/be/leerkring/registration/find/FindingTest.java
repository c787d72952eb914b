package be.leerkring.registration.find;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever lost the mails asks for them with an address alone. */
final class FindingTest {

    private static final Pattern LINK = Pattern.compile("/(my|confirm)/[\\w.-]+");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session spring = room.publish(RegistrationRoom.session("lente", AdmissionRules.NONE), 1);
    private final Session summer = room.publish(RegistrationRoom.session("zomer", AdmissionRules.NONE), 9);

    @AfterEach
    void close() {
        room.close();
    }

    private Answer ask(String address) {
        return room.visitor().post("/find", Map.of("email", address));
    }

    private Queued found(String name) {
        return room.mails(name).stream().filter(mail -> mail.purpose().equals("found")).toList().getLast();
    }

    private static List<String> links(Queued mail) {
        return LINK.matcher(mail.text()).results().map(result -> result.group()).toList();
    }

    @Test
    void allRegistrationsOfTheMailboxAreMailedEachWithALinkThatWorks() {
        room.confirm(spring, "Bo", "vil");
        room.confirm(spring, "Noor", "catalisti");
        room.submit(summer, "Noor", "catalisti", "nl");
        clock.forward(Duration.ofHours(2));

        assertThat(ask(" NOOR@example.org ").location()).isEqualTo("/find/sent");

        var mail = found("Noor");
        assertThat(mail.text()).contains("Op de wachtlijst", "Nog te bevestigen", "Noor").doesNotContain("Dag Noor");
        assertThat(links(mail)).hasSize(2).allSatisfy(link -> assertThat(room.visitor().get(link).status())
                .isEqualTo(200));
    }

    @Test
    void anAddressThatLeadsNowhereIsMailedThatAndTheAnswerIsTheSame() {
        room.confirm(spring, "Noor", "vil");

        var known = ask("noor@example.org");
        var unknown = ask("niemand@example.org");

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(unknown.cookies()).isEqualTo(known.cookies());
        assertThat(found("niemand").text()).contains("geen inschrijving");
        assertThat(links(found("niemand"))).isEmpty();
    }

    @Test
    void whatIsOverOrCancelledOrLapsedIsLeftOut() {
        room.confirm(spring, "Noor", "vil");
        room.submit(summer, "Noor", "vil", "nl");
        clock.forward(Duration.ofDays(3));
        ask("noor@example.org");
        assertThat(links(found("Noor"))).as("the form lapsed").hasSize(1);

        room.visitor().post("/my/" + room.token("Noor", "/my/").text() + "/cancel", Map.of());
        clock.forward(Duration.ofMinutes(1));
        ask("noor@example.org");
        assertThat(links(found("Noor"))).isEmpty();
    }

    @Test
    void whoWasThereFindsItForThreeMonths() {
        room.confirm(spring, "Noor", "vil");
        clock.moveTo(spring.end().plus(Duration.ofDays(89)));
        ask("noor@example.org");
        assertThat(links(found("Noor"))).hasSize(1);

        clock.forward(Duration.ofDays(2));
        ask("noor@example.org");
        assertThat(links(found("Noor"))).isEmpty();
    }

    @Test
    void threeMailsAnHourGoToAnAddressAndNobodyIsToldOfMore() {
        for (int asked = 0; asked < 5; asked++) {
            assertThat(ask("noor@example.org").status()).isEqualTo(303);
        }
        assertThat(room.mails("Noor")).hasSize(5)
                .filteredOn(mail -> !mail.at().isAfter(clock.instant()))
                .hasSize(3);
    }

    @Test
    void whoAsksForManyAddressesIsToldToWait() {
        for (int asked = 0; asked < 30; asked++) {
            assertThat(ask("iemand" + asked + "@example.org").status()).isEqualTo(303);
        }
        var answer = ask("noor@example.org");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("value=\"noor@example.org\"");
        assertThat(room.mails("Noor")).isEmpty();
    }

    @Test
    void aSlipInTheAddressIsAskedAbout() {
        assertThat(ask("noor@telent.be").body()).contains("noor@telenet.be");
        assertThat(room.visitor().post("/find", Map.of("email", "noor@telent.be", "sureOf", "noor@telent.be")).status())
                .isEqualTo(303);
        assertThat(ask("noor").status()).isEqualTo(422);
    }

    @Test
    void everyPagesFootLeadsThere() {
        assertThat(room.visitor().get(spring.path() + "/register").body()).contains("href=\"/find\"");
        assertThat(room.visitor().get("/find").status()).isEqualTo(200);
        assertThat(room.visitor().get("/find/sent").body()).contains("mailto:");
    }
}
