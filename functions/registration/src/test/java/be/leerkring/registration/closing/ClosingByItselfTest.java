package be.leerkring.registration.closing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.figures.Heads;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When organisers are told that a session will close, and when it does. */
final class ClosingByItselfTest extends AfterSessions {

    private void someWhoWereNotSeen() {
        people(session, RegistrationState.ATTENDED, "An");
        people(session, RegistrationState.CONFIRMED, "Bo", "Cis");
    }

    @Test
    void organisersAreToldAsSoonAsItIsOverAndItClosesTheNextWorkingMorning() {
        someWhoWereNotSeen();
        clock.moveTo(END.minusSeconds(1));
        room.schedule();
        assertThat(told()).isEmpty();

        clock.moveTo(END);
        room.schedule();
        room.schedule();
        assertThat(told()).hasSize(2).allSatisfy(mail -> assertThat(mail)
                .contains("vrijdag 24 maart 2017 om 9.00 uur", "2 mensen", "Bo", "Cis",
                        "/organiser/sessions/maart/close")
                .doesNotContain("Voor An"));
        assertThat(told().getFirst()).startsWith("an@example.org");

        clock.moveTo(FRIDAY.minusSeconds(1));
        room.schedule();
        assertThat(figures(session)).isEmpty();
        assertThat(state("Bo")).isEqualTo(RegistrationState.CONFIRMED);

        clock.moveTo(FRIDAY);
        room.schedule();
        assertThat(frozen(session).everybody()).isEqualTo(new Heads(1, 2, 0, 0));
        assertThat(List.of("Bo", "Cis")).extracting(this::state).containsOnly(RegistrationState.ABSENT);
        assertThat(log("session-closed")).singleElement()
                .satisfies(entry -> assertThat(entry.by()).isEmpty());
        room.schedule();
        assertThat(told()).hasSize(2);
    }

    @Test
    void whereOrganisersCouldNotBeToldItWaitsUntilTheyWereAndAnotherWorkingMorningCame() {
        someWhoWereNotSeen();
        clock.moveTo(FRIDAY);
        room.schedule();
        assertThat(figures(session)).isEmpty();
        assertThat(told()).hasSize(2)
                .allSatisfy(mail -> assertThat(mail).contains("maandag 27 maart 2017 om 9.00 uur"));

        clock.moveTo(Instant.parse("2017-03-27T06:45:00Z"));
        room.schedule();
        assertThat(figures(session)).isEmpty();
        clock.moveTo(Instant.parse("2017-03-27T07:00:00Z"));
        room.schedule();
        assertThat(figures(session)).isPresent();
    }

    @Test
    void whoIsMarkedAfterTheMailIsNoLongerAbsent() {
        someWhoWereNotSeen();
        clock.moveTo(END);
        room.schedule();
        var bo = room.registration(session, "Bo").participant().person();
        assertThat(room.organiser()
                .post("/organiser/sessions/maart/check-in", Map.of("here", bo))
                .status()).isEqualTo(303);

        clock.moveTo(FRIDAY);
        room.schedule();

        assertThat(frozen(session).everybody()).isEqualTo(new Heads(2, 1, 0, 0));
    }

    @Test
    void whereNobodyWasSeenTheMailSaysThatAllCountAsPresent() {
        people(session, RegistrationState.CONFIRMED, "An", "Bo");
        clock.moveTo(END);
        room.schedule();

        assertThat(told()).allSatisfy(mail -> assertThat(mail)
                .contains("alle 2 mensen met een plaats tellen als aanwezig")
                .doesNotContain("Bo"));
    }

    @Test
    void whoStandsInLineGetsNoMailAnyMore() {
        people(session, RegistrationState.WAITING, "Lea");
        people(session, RegistrationState.OFFERED, "Noor");
        clock.moveTo(END);
        room.schedule();
        room.stream(session);
        clock.moveTo(FRIDAY);
        room.schedule();
        room.stream(session);

        assertThat(room.mails("Lea")).isEmpty();
        assertThat(room.mails("Noor")).isEmpty();
        assertThat(state("Lea")).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void whereverItIsCutOffEachOrganiserIsToldOnce() {
        for (int number = 1; number < 100; number++) {
            var over = session("cut-" + number, 0);
            people(over, RegistrationState.ATTENDED, "An");
            people(over, RegistrationState.CONFIRMED, "Bo");
            clock.moveTo(END);
            var before = told().size();
            Cut.at(number, number % 2 == 0 ? Cut.Side.AFTER : Cut.Side.BEFORE, Cut.Fate.DIES);
            try {
                room.get(ClosingByItself.class).lookAfterAll();
            } catch (Cut.Died died) {
                assertThat(Cut.happened()).isTrue();
            }
            var happened = Cut.happened();
            Cut.nowhere();
            clock.forward(Duration.ofMinutes(15));
            room.get(ClosingByItself.class).lookAfterAll();
            room.get(ClosingByItself.class).lookAfterAll();
            assertThat(told().size() - before).as("cut at %d", number).isEqualTo(number == 1 ? 4 : 2);
            clock.moveTo(Instant.parse("2017-03-23T12:00:00Z"));
            if (!happened) {
                return;
            }
        }
    }

    @Test
    void oneThatCannotBeClosedNowHoldsUpNoOther() {
        var other = session("ander", 0);
        someWhoWereNotSeen();
        people(other, RegistrationState.CONFIRMED, "An");
        clock.moveTo(END);
        room.schedule();
        clock.moveTo(FRIDAY);
        Cut.at(3, Cut.Side.BEFORE, Cut.Fate.GOES_ON);
        assertThat(room.get(ClosingByItself.class).lookAfterAll()).isEqualTo(1);
        Cut.nowhere();
        assertThat(List.of(figures(session).isPresent(), figures(other).isPresent()))
                .containsExactlyInAnyOrder(true, false);

        room.schedule();
        assertThat(figures(session)).isPresent();
        assertThat(figures(other)).isPresent();
    }

    /** From the Thursday to another day: when organisers are told, and when it closes. */
    @ParameterizedTest
    @CsvSource({
            "7, 2017-03-30T15:00:00Z, 2017-03-31T07:00:00Z, vrijdag 31 maart 2017 om 9.00 uur", // summer time by then
            "1, 2017-03-24T16:00:00Z, 2017-03-27T07:00:00Z, maandag 27 maart 2017 om 9.00 uur",
            "-1, 2017-03-22T16:00:00Z, 2017-03-23T08:00:00Z, donderdag 23 maart 2017 om 9.00 uur"
    })
    void ofASessionThatWasMovedOrganisersAreToldWhenItIsOver(int days, Instant end, Instant closes, String said) {
        clock.moveTo(Instant.parse("2017-03-20T12:00:00Z"));
        someWhoWereNotSeen();
        var length = Duration.between(session.start(), session.end());
        var moved = session.moved(end.minus(length), end, session.venue(), clock.instant());
        room.change(moved);

        for (var moment : List.of(END, FRIDAY)) {
            if (moment.isBefore(end)) {
                clock.moveTo(moment);
                room.schedule();
                assertThat(told()).as("%d days later, as it was to be over", days).isEmpty();
            }
        }
        clock.moveTo(end);
        room.schedule();
        room.schedule();
        assertThat(told()).hasSize(2).allSatisfy(mail -> assertThat(mail).contains(said));

        clock.moveTo(closes.minusSeconds(1));
        room.schedule();
        assertThat(figures(moved)).isEmpty();
        clock.moveTo(closes);
        room.schedule();
        assertThat(figures(moved)).isPresent();
        clock.moveTo(FRIDAY.plus(Duration.ofDays(14)));
        room.schedule();
        assertThat(told()).hasSize(2);
    }
}
