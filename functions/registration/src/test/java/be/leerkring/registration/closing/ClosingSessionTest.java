package be.leerkring.registration.closing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Write;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a session, and of its people, when it is closed. */
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
                .contains("4 mensen tellen als aanwezig")
                .contains("hoeveel mensen hebben afgezegd (1)", "op de wachtlijst stonden (2)");

        assertThat(press().location()).isEqualTo(PAGE);

        assertThat(List.of("Els", "Fien", "Gust")).extracting(this::state).containsOnly(RegistrationState.ABSENT);
        assertThat(List.of("Hans", "Ine", "Jos")).extracting(this::state)
                .containsExactly(RegistrationState.CANCELLED, RegistrationState.WAITING, RegistrationState.OFFERED);
        assertThat(room.registrations(session, "Kim")).as("never confirmed").isEmpty();
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
                .contains("Afgesloten op donderdag 23 maart 2017 om 17.00 uur",
                        "4 aanwezig van de 7 mensen met een plaats");
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
                    .contains("Deze sessie is afgesloten op donderdag 23 maart 2017 om 17.00 uur",
                            "cijfers staan vast");
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
        assertThat(room.organiser().get(PAGE).text()).contains("Deze sessie is niet doorgegaan");
        assertThat(room.organiser().post(PAGE, Map.of()).status()).isEqualTo(410);

        var draft = new Session(
                "ontwerp", session.title(), session.summary(), session.start(), session.end(), session.venue(),
                session.audience(), List.of(), List.of(), false, session.admission(),
                Edition.drafted(clock.instant()));
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
        assertThat(conflict.text()).contains("Er is iets gewijzigd aan wie er was", "Eén persoon telt als afwezig");
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
