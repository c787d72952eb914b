package be.leerkring.registration.need;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.Sessions;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people need is kept no longer than it is needed, and goes with whatever it belongs to. */
final class KeptNeedsTest extends PeopleWithNeeds {

    @Test
    void whatSomebodyNeedsIsKeptWithTheFormAndNowhereElse() {
        assertThat(register("An", "need-diet-vegan", "yes", "need-diet", "geen noten\r\nen geen sesam",
                lab("nl"), "Ja", "needs-consent", "yes").status()).isEqualTo(303);

        assertThat(needs("An").all()).containsExactly(
                new Need(new Asked("diet", "", ""), List.of("vegan"), "geen noten\nen geen sesam"),
                new Need(new Asked("", "nl", "Komt u mee naar het labo?"), List.of(), "Ja"));
        assertThat(items()).filteredOn(item -> item.contains("sesam")).hasSize(1);
        assertThat(expires(key("An"))).as("no longer than the form").contains(Instant.parse("2017-03-08T09:00:00Z"));
        clock.forward(Duration.ofDays(2).minusSeconds(1));
        assertThat(needs("An").isEmpty()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(room.get(KeptNeeds.class).of("sessie")).isEmpty();
    }

    @Test
    void itIsKeptForTwoWeeksAfterTheSessionToTheSecond() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");

        assertThat(expires(key("An"))).contains(TWO_WEEKS_AFTER);
        clock.forward(Duration.between(clock.instant(), TWO_WEEKS_AFTER).minusSeconds(1));
        assertThat(needs("An").isEmpty()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }

    @Test
    void itFollowsASessionThatIsMovedEitherWay() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        for (var days : List.of(60, -50)) {
            session = session.moved(session.start().plus(Duration.ofDays(days)),
                    session.end().plus(Duration.ofDays(days)), session.venue(), clock.instant());
            room.change(session);
            room.stream(session, "#SESSION");
            assertThat(expires(key("An"))).contains(session.end().plus(Duration.ofDays(14)));
            assertThat(needs("An").isEmpty()).isFalse();
            clock.forward(Duration.ofMinutes(5));
        }
    }

    @Test
    void itGoesAtOnceWithASessionThatDoesNotTakePlace() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        session = session.calledOff(clock.instant());
        room.change(session);
        room.stream(session, "#SESSION");

        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }

    @Test
    void itGoesWithARegistrationThatIsCancelled() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        var an = key("An");
        visitor.post("/my/" + room.token("An", "/my/").text() + "/cancel", Map.of());

        assertThat(room.get(KeptNeeds.class).find(an)).isEqualTo(Needs.NONE);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        assertThat(room.registration(session, "An").core().needs()).isFalse();
    }

    @Test
    void itGoesWithAnOfferThatNobodyTakes() {
        confirmed("An");
        confirmed("Bo", "need-diet-halal", "yes", "needs-consent", "yes");
        visitor.post("/my/" + room.token("An", "/my/").text() + "/cancel", Map.of());
        room.stream(session);
        clock.forward(Duration.ofDays(3));
        room.schedule();

        assertThat(room.registration(session, "Bo")).isInstanceOf(Cancelled.class);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
    }

    @Test
    void oneTakesItBackWhateverBecameOfTheRegistration() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        clock.forward(Duration.between(clock.instant(), session.end()));
        var data = "/my/" + room.token("An", "/my/").text() + "/data";
        assertThat(visitor.post(data + "/needs", Map.of()).location()).isEqualTo(data);

        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        assertThat(visitor.get(data).text()).doesNotContain("Halal");
        assertThat(visitor.post(data + "/needs", Map.of()).status()).as("pressed again").isEqualTo(303);
        assertThat(room.registration(session, "An")).isInstanceOf(Confirmed.class);
    }

    @Test
    void whoTakesOverASeatSaysWhatTheyNeedThemselves() {
        confirmed("An", "need-diet-halal", "yes", "needs-consent", "yes");
        var path = "/my/" + room.token("An", "/my/").text() + "/colleague";
        visitor.post(path, Map.of("name", "Bo", "email", RegistrationRoom.address("Bo")));
        room.press("Bo");

        assertThat(room.registration(session, "Bo")).isInstanceOf(Confirmed.class);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        var details = "/my/" + room.token("Bo", "/my/").text() + "/details";
        assertThat(visitor.post(details, visitor.get(details).form("need-diet-vegan", "yes", "needs-consent", "yes"))
                .status()).isEqualTo(303);
        assertThat(needs("Bo").all()).extracting(Need::chosen).containsExactly(List.of("vegan"));
        assertThat(expires(key("Bo"))).contains(TWO_WEEKS_AFTER);
    }

    @Test
    void whoWaitsKeepsItAndTheFormThatGivesWayTakesItsOwnAlong() {
        confirmed("An");
        register("Bo", "need-diet-vegan", "yes", "needs-consent", "yes");
        clock.forward(Duration.ofMinutes(11));
        confirmed("Bo", "need-diet-halal", "yes", "needs-consent", "yes");

        assertThat(room.registration(session, "Bo")).isInstanceOf(Waiting.class);
        assertThat(room.get(KeptNeeds.class).of("sessie").values()).extracting(needs -> needs.all().getFirst().chosen())
                .containsExactly(List.of("halal"));
    }

    @Test
    void oneReadsItTakesItAlongAndErasesIt() {
        confirmed("An", "need-diet-gluten-free", "yes", lab("nl"), "Graag", "needs-consent", "yes");
        var data = "/my/" + room.token("An", "/my/").text() + "/data";

        assertThat(visitor.get(data).text()).contains("Glutenvrij", "Graag", "We wissen dit op donderdag 6 april 2017");
        assertThat(visitor.get(data + "/leerkring.json").body()).contains("gluten-free", "Graag");
        assertThat(visitor.post(data + "/erase", Map.of()).status()).isEqualTo(200);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#") || item.contains("Graag"));
    }

    @Test
    void noMailAndNoLogTellsOfIt() {
        confirmed("An", "need-diet-gluten-free", "yes", "need-diet", "geheim", "needs-consent", "yes");

        assertThat(items()).filteredOn(item -> item.contains("geheim") || item.contains("gluten"))
                .allMatch(item -> item.contains("NEEDS#")).hasSize(1);
        Registration an = room.registration(session, "An");
        assertThat(an.core().needs()).isTrue();
        assertThat(room.get(Sessions.class).find("sessie").orElseThrow().questions()).containsExactly(DIET, GROUP);
    }
}
