package be.leerkring.registration.closing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Write;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Conflicts;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What becomes of a session, and of its people, when it is closed. */
@Isolated
final class ClosingSessionTest extends AfterSessions {

    private static final String PAGE = "/organiser/sessions/maart/close";
    private static final String DOOR = "/organiser/sessions/maart/check-in";

    private void everyKindOfPeople() {
        people(session, RegistrationState.ATTENDED, "An", "Bo");
        person(session, RegistrationState.ATTENDED, "Cis", "", "Streekfonds", Kind.OTHER);
        person(session, RegistrationState.ATTENDED, "Dirk", "", "streek-fonds", Kind.OTHER);
        people(session, RegistrationState.CONFIRMED, "Els");
        person(session, RegistrationState.CONFIRMED, "Fien", "netwerk", "Netwerk", Kind.INNOVATIVE_BUSINESS_NETWORK);
        people(session, RegistrationState.ABSENT, "Gust");
        people(session, RegistrationState.CANCELLED, "Hans");
        people(session, RegistrationState.WAITING, "Ine");
        people(session, RegistrationState.OFFERED, "Jos");
        people(session, RegistrationState.PENDING, "Kim");
    }

    private Answer press() {
        var organiser = room.organiser();
        return organiser.post(PAGE, Map.of("seen", seen(organiser.get(PAGE))));
    }

    private static String seen(Answer page) {
        var start = page.body().indexOf("name=\"seen\" value=\"") + 19;
        return page.body().substring(start, page.body().indexOf('"', start));
    }

    @Test
    void whoHadASeatAndWasNotSeenIsAbsentAndTheFiguresAreFrozenWithAnEntryInTheLog() {
        everyKindOfPeople();
        clock.moveTo(END);
        var page = room.organiser().get(PAGE);
        assertThat(page.text()).contains("3 mensen tellen als afwezig", "Els", "Fien", "Gust")
                .contains("4 mensen tellen als aanwezig", "hoeveel er afzegden (1)", "in de rij stonden (2)");

        assertThat(press().location()).isEqualTo(PAGE);

        assertThat(List.of("Els", "Fien", "Gust")).extracting(this::state).containsOnly(RegistrationState.ABSENT);
        assertThat(List.of("Hans", "Ine", "Jos", "Kim")).extracting(this::state)
                .containsExactly(
                        RegistrationState.CANCELLED, RegistrationState.WAITING, RegistrationState.OFFERED,
                        RegistrationState.PENDING);
        var frozen = frozen(session);
        assertThat(frozen.heads()).isEqualTo(Map.of(
                Kind.SPEARHEAD_CLUSTER, new Heads(2, 2, 1, 2),
                Kind.INNOVATIVE_BUSINESS_NETWORK, new Heads(0, 1, 0, 0),
                Kind.OTHER, new Heads(2, 0, 0, 0)));
        assertThat(frozen.checkedIn()).isTrue();
        assertThat(frozen.capacity()).isEqualTo(30);
        assertThat(frozen.closed()).isEqualTo(END);
        assertThat(frozen.reached()).containsExactly("vil");
        assertThat(frozen.unlisted()).isEqualTo(1);
        assertThat(frozen.newPeople()).isEqualTo(4);
        assertThat(frozen.newUnlisted()).isEqualTo(1);
        assertThat(frozen.pairs()).isEqualTo(new PairsMet(0, 0, 3));
        assertThat(log("absent")).hasSize(2);
        assertThat(log("session-closed")).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("an@example.org");
            assertThat(entry.changes())
                    .containsExactly(new Change("present", "", "4"), new Change("absent", "", "3"));
        });
        assertThat(room.organiser().get(PAGE).text())
                .contains("Afgesloten op donderdag 23 maart 2017, 17:00", "4 aanwezig van de 7 mensen met een plaats");
    }

    @Test
    void whereNobodyWasSeenAtAllNobodyIsAbsent() {
        people(session, RegistrationState.CONFIRMED, "An", "Bo");
        clock.moveTo(END);
        assertThat(room.organiser().get(PAGE).text()).contains("Alle 2 mensen met een plaats tellen");

        press();

        assertThat(List.of("An", "Bo")).extracting(this::state).containsOnly(RegistrationState.CONFIRMED);
        assertThat(frozen(session).everybody()).isEqualTo(new Heads(2, 0, 0, 0));
        assertThat(frozen(session).checkedIn()).isFalse();
    }

    @Test
    void oncePressedItStaysAsItIs() {
        everyKindOfPeople();
        clock.moveTo(END);
        press();
        var first = frozen(session);
        clock.forward(Duration.ofDays(1));

        assertThat(room.organiser().post(PAGE, Map.of()).status()).isEqualTo(303);
        close(session);
        room.schedule();

        assertThat(frozen(session)).isEqualTo(first);
        assertThat(log("session-closed")).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void afterItNobodyIsMarkedAtTheDoorAnyMore() {
        everyKindOfPeople();
        clock.moveTo(END);
        press();

        for (var form : List.of(
                Map.of("here", room.registration(session, "Els").participant().person()),
                Map.of("undo", room.registration(session, "An").participant().person()))) {
            var refused = room.organiser().post(DOOR, form);
            assertThat(refused.status()).isEqualTo(410);
            assertThat(refused.text())
                    .contains("Deze sessie is afgesloten op donderdag 23 maart 2017, 17:00", "cijfers staan vast");
        }
        assertThat(room.organiser().post(DOOR + "/absent", Map.of()).status()).isEqualTo(410);
        assertThat(room.organiser().get(DOOR).body())
                .contains("Deze sessie is afgesloten")
                .doesNotContain("name=\"here\"", "name=\"undo\"");
        assertThat(state("Els")).isEqualTo(RegistrationState.ABSENT);
        assertThat(state("An")).isEqualTo(RegistrationState.ATTENDED);
    }

    @Test
    void whatIsNotOverAndWhatNeverWasIsNotClosed() {
        people(session, RegistrationState.CONFIRMED, "An");
        clock.moveTo(END.minusSeconds(1));
        assertThat(room.organiser().get(PAGE).text()).contains("wanneer ze voorbij is");
        assertThat(room.organiser().post(PAGE, Map.of()).status()).isEqualTo(410);

        room.change(session.calledOff(clock.instant()));
        clock.moveTo(FRIDAY.plus(Duration.ofDays(5)));
        assertThat(room.organiser().get(PAGE).text()).contains("Deze sessie ging niet door");
        assertThat(room.organiser().post(PAGE, Map.of()).status()).isEqualTo(410);

        var draft = new Session(
                "ontwerp", session.title(), session.summary(), session.start(), session.end(), session.venue(),
                session.audience(), List.of(), List.of(), false, session.admission(),
                Session.Edition.drafted(clock.instant()));
        room.write(room.get(Sessions.class).put(draft));
        for (var unknown : List.of("ontwerp", "geen", "a..b", "%20")) {
            var path = "/organiser/sessions/" + unknown + "/close";
            assertThat(room.organiser().get(path).status()).as(unknown).isEqualTo(404);
            assertThat(room.organiser().post(path, Map.of()).status()).as(unknown).isEqualTo(404);
        }
        room.schedule();
        assertThat(figures(session)).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void moreThanAYearLaterThereIsNothingLeftToCount() {
        clock.moveTo(END.plus(Duration.ofDays(365)));

        assertThat(room.organiser().get(PAGE).text()).contains("meer dan een jaar voorbij");
        assertThat(room.organiser().post(PAGE, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void whoPressesSeesFirstWhatAColleagueChangedMeanwhile() {
        people(session, RegistrationState.CONFIRMED, "An", "Bo");
        clock.moveTo(END);
        var before = seen(room.organiser().get(PAGE));
        room.organiser().post(DOOR, Map.of("here", room.registration(session, "An").participant().person()));

        var conflict = room.organiser().post(PAGE, Map.of("seen", before));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Er veranderde iets aan wie er was", "Eén persoon telt als afwezig");
        assertThat(figures(session)).isEmpty();
        assertThat(room.organiser().post(PAGE, Map.of("seen", seen(conflict))).status()).isEqualTo(303);
        assertThat(frozen(session).everybody()).isEqualTo(new Heads(1, 1, 0, 0));
    }

    @Test
    void whoWasAtAnotherSessionOfTheYearIsNotNewWhicheverIsClosedFirst() {
        var january = session("januari", -56);
        var may = session("mei", 56);
        var newYear = session("nieuwjaar", 290);
        people(january, RegistrationState.ATTENDED, "An", "Bo");
        people(january, RegistrationState.ABSENT, "Cis");
        person(january, RegistrationState.ATTENDED, "Dirk", "", "Streekfonds", Kind.OTHER);
        people(session, RegistrationState.ATTENDED, "An", "Cis");
        people(may, RegistrationState.CONFIRMED, "Bo", "Cis", "Els");
        person(may, RegistrationState.CONFIRMED, "Fien", "", "STREEKFONDS", Kind.OTHER);
        people(newYear, RegistrationState.ATTENDED, "An");
        clock.moveTo(newYear.end());

        for (var closed : List.of(may, january, session, newYear)) {
            close(closed);
        }

        assertThat(List.of(may, january, session, newYear))
                .extracting(closed -> frozen(closed).newPeople())
                .containsExactly(4, 2, 0, 1);
        assertThat(List.of(may, january)).extracting(closed -> frozen(closed).newUnlisted()).containsExactly(1, 0);
    }

    @Test
    void sessionsThatAreClosedAtOnceCountNobodyAsNewTwice() throws Exception {
        var sessions = IntStream.range(0, 5).mapToObj(number -> session("s-" + number, -number)).toList();
        sessions.forEach(each -> people(each, RegistrationState.ATTENDED, "An", "Bo"));
        clock.moveTo(END);
        Conflicts.of(20);
        try (var hands = Executors.newFixedThreadPool(sessions.size())) {
            for (var done : hands.invokeAll(sessions.stream()
                    .map(each -> Executors.callable((Runnable) () -> close(each)))
                    .toList())) {
                done.get();
            }
        } finally {
            Conflicts.of(0);
        }

        assertThat(sessions.stream().mapToInt(each -> frozen(each).newPeople()).sum()).isEqualTo(2);
    }

    @Test
    void twoWhoCloseItAtOnceCloseItOnceWhileTheDoorIsBusy() throws Exception {
        var names = IntStream.range(0, 90).mapToObj(number -> "Gast " + number).toList();
        people(session, RegistrationState.CONFIRMED, names.toArray(String[]::new));
        people(session, RegistrationState.ATTENDED, "An");
        clock.moveTo(END);
        var organiser = room.organiser();
        try (var hands = Executors.newFixedThreadPool(3)) {
            for (var done : hands.invokeAll(List.of(
                    Executors.callable((Runnable) () -> close(session)),
                    Executors.callable((Runnable) () -> close(session)),
                    Executors.callable((Runnable) () -> names.subList(0, 30).forEach(name -> organiser.post(
                            DOOR, Map.of("here", room.registration(session, name).participant().person()))))))) {
                done.get();
            }
        }

        var there = (int) names.stream().filter(name -> state(name) == RegistrationState.ATTENDED).count();
        assertThat(names).extracting(this::state)
                .containsOnly(RegistrationState.ATTENDED, RegistrationState.ABSENT);
        assertThat(frozen(session).everybody()).isEqualTo(new Heads(there + 1, 90 - there, 0, 0));
        assertThat(log("session-closed")).hasSize(1);
        System.out.printf("%d of 30 were seen before the door was shut%n", there);
    }

    @Test
    void whereverItIsCutOffNothingIsLostAndItIsFrozenOnce() {
        for (var fate : Cut.Fate.values()) {
            for (var side : Cut.Side.values()) {
                System.out.printf(
                        "closing: cut %s each of %d calls, and the process %s%n", side, cuts(side, fate), fate);
            }
        }
    }

    /** The number of calls at which it was cut. */
    private int cuts(Cut.Side side, Cut.Fate fate) {
        for (int number = 1;; number++) {
            var over = session("%s-%s-%d".formatted(side, fate, number).toLowerCase(Locale.ROOT), 0);
            people(over, RegistrationState.CONFIRMED, IntStream.range(0, 45)
                    .mapToObj(guest -> "Gast " + guest)
                    .toArray(String[]::new));
            people(over, RegistrationState.ATTENDED, "An", "Bo");
            clock.moveTo(END);
            Cut.at(number, side, fate);
            try {
                close(over);
            } catch (Cut.Died | RuntimeException cut) {
                assertThat(Cut.happened()).as(cut.toString()).isTrue();
            }
            var happened = Cut.happened();
            Cut.nowhere();
            clock.moveTo(FRIDAY);
            room.get(ClosingByItself.class).lookAfterAll();
            clock.moveTo(FRIDAY.plus(Duration.ofDays(3)));
            room.get(ClosingByItself.class).lookAfterAll();

            assertThat(frozen(over).everybody()).as("%s %s call %d", fate, side, number)
                    .isEqualTo(new Heads(2, 45, 0, 0));
            assertThat(room.get(ChangeLog.class).read(over.id(), Optional.empty()).entries())
                    .extracting(LogEntry::what)
                    .hasSize(46)
                    .containsOnlyOnce("session-closed");
            clock.moveTo(Instant.parse("2017-03-23T12:00:00Z"));
            if (!happened) {
                return number - 1;
            }
        }
    }

    @Test
    void whoseRegistrationIsDamagedHoldsUpNobody() {
        people(session, RegistrationState.ATTENDED, "An");
        people(session, RegistrationState.CONFIRMED, "Bo");
        var damaged = room.registration(session, "Bo").participant();
        room.write(Write.put(Item.at(Participants.key(session.id(), damaged.person())).with("state", "CONFIRMED")));
        clock.moveTo(END);

        close(session);

        assertThat(frozen(session).everybody()).isEqualTo(new Heads(1, 0, 0, 0));
    }
}
