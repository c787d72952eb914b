package be.leerkring.speeddating.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.speeddating.DatingDesk;
import be.leerkring.speeddating.plan.Acquaintances;
import be.leerkring.speeddating.plan.History;
import be.leerkring.speeddating.planner.Pair;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered the day after, and who is asked. */
final class AskingForContactsTest extends DayAfter {

    @Test
    void aPlanThatTookPlaceIsRememberedInTheMorningAndAskedAboutAtNoonOnce() {
        speedDate(4, 3, 2);
        theScheduleRuns();
        assertThat(memory().history().organisations()).isEmpty();

        clock.moveTo(MORNING);
        theScheduleRuns();
        assertThat(memory().history().organisations().getFirst().meetings().values()).containsOnly(1).hasSize(4);
        assertThat(people).allSatisfy(one -> assertThat(mails(one, "contacts")).isEmpty());

        clock.moveTo(NOON);
        theScheduleRuns();
        theScheduleRuns();
        assertThat(people).allSatisfy(one -> {
            assertThat(mails(one, "contacts")).hasSize(1);
            assertThat(desk.text(mails(one, "contacts").getFirst()))
                    .contains("/my/", "/contacts", "U komt het alleen te weten als u elkaar kiest");
        });
        assertThat(memory().history().people().getFirst().times()).hasSize(4);
    }

    @Test
    void aPlanThatNobodyClosedIsLookedAtAgainUntilSomebodyDoes() {
        people = desk.people(session, 4, 1);
        var an = desk.organiser("an");
        an.post(PAGE, an.get(PAGE).form("rounds", "3"));
        clock.moveTo(NOON);
        theScheduleRuns();
        assertThat(desk.plan().state()).isEqualTo(SpeedDates.State.PLANNED);
        assertThat(memory().history().people()).isEmpty();

        over(3);
        theScheduleRuns();
        assertThat(memory().history().people().getFirst().people()).hasSize(4);
    }

    @Test
    void theFiguresOfASessionThatWasClosedInTheEveningGetItsPairsInTheMorning() {
        var figures = desk.get(Figures.class);
        desk.write(desk.get(Organisations.class).putFirst(IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Organisation(
                        "org-" + number, "Organisatie " + number, Organisation.Kind.SPEARHEAD_CLUSTER, false))
                .toList()));
        speedDate(4, 3, 2);
        desk.write(figures.close(session, new SessionFigures(
                session.id(), session.title(), session.start(), clock.instant(), 40, false, Map.of(), List.of(), 0, 0,
                0, new PairsMet(0, 0, 6))));

        clock.moveTo(MORNING);
        theScheduleRuns();

        assertThat(figures.closed(2017, 2017)).singleElement()
                .extracting(SessionFigures::pairs)
                .isEqualTo(new PairsMet(4, 4, 6));
    }

    @Test
    void onlyThoseWhoWereCheckedInMetWhereAnybodyWas() {
        speedDate(4, 3, 3);
        people.subList(0, 3).forEach(one -> desk.put(one.as(RegistrationState.ATTENDED)));
        clock.moveTo(NOON);
        theScheduleRuns();

        assertThat(memory().history().people().getFirst().times()).hasSize(3);
        assertThat(mails(people.getFirst(), "contacts")).hasSize(1);
        assertThat(mails(people.getLast(), "contacts")).isEmpty();
        assertThat(look(page(people.getLast())).text()).contains("Er staat niemand genoteerd");
    }

    @Test
    void whereverARunIsCutOffNothingCountsTwiceAndNobodyIsMailedTwice() {
        assertThat(Cut.everywhere(this::isCut)).isGreaterThan(7);
    }

    private boolean isCut(int call, Cut.Way way) {
        desk.close();
        open();
        clockBack();
        speedDate(3, 3, 3);
        clock.moveTo(NOON);
        Cut.at(call, way);
        var cut = catchThrowable(this::theScheduleRuns);
        assertThat(cut == null || Cut.happened()).as("%s", cut).isTrue();
        var happened = Cut.happened();
        Cut.nowhere();
        theScheduleRuns();

        assertThat(memory().history().people().getFirst().times().values()).containsExactly(1, 1, 1);
        assertThat(memory().history().organisations().getFirst().meetings().values()).containsExactly(1, 1, 1);
        assertThat(people).allSatisfy(one -> assertThat(mails(one, "contacts")).hasSize(1));
        return happened;
    }

    private void clockBack() {
        clock.moveTo(Instant.parse("2017-01-26T07:00:00Z"));
    }

    @Test
    void theMapIsOneQueryAndOneRead() {
        everybodyMet(4);
        var an = desk.organiser("an");

        Cut.before(3);
        assertThat(desk.stranger().get("/network").status()).isEqualTo(200);
        // Who is signed in is the first call.
        Cut.before(4);
        assertThat(an.get("/organiser/network").status()).isEqualTo(200);
        Cut.before(4);
        assertThat(an.get("/organiser/network.graphml").status()).isEqualTo(200);
    }

    @Test
    void aLaterSessionsPlanKnowsWhoMetBefore() {
        everybodyMet(4);
        var later = new Session(
                "later",
                session.title(),
                session.summary(),
                session.start().plusSeconds(86_400 * 30L),
                session.end().plusSeconds(86_400 * 30L),
                session.venue(),
                session.audience(),
                session.themes(),
                session.programme(),
                false,
                session.admission(),
                session.edition());
        var there = List.of("An 1", "An 2", "Nieuw").stream()
                .map(name -> DatingDesk.person(later, name, "org-" + name.charAt(name.length() - 1)))
                .toList();

        var history = desk.get(Acquaintances.class).of(later, there);

        assertThat(history.people())
                .isEqualTo(Map.of(
                        new Pair(
                                there.get(0).person(), there.get(1).person()),
                        1));
        assertThat(history.organisations()).hasSize(6);
        assertThat(desk.get(Acquaintances.class).of(session, people)).isEqualTo(History.NONE);
    }

    /** From the Thursday to another day, and the noon after it. */
    @ParameterizedTest
    @CsvSource({
            "7, 2017-02-03T11:00:00Z",
            "57, 2017-03-27T10:00:00Z", // a Friday; the clock changes in the weekend
            "2, 2017-01-30T11:00:00Z", // a Saturday
            "-3, 2017-01-24T11:00:00Z"
    })
    void ofASessionThatWasMovedPeopleAreAskedAtNoonAfterItAndOnce(int days, Instant noon) {
        clock.moveTo(Instant.parse("2017-01-02T08:00:00Z"));
        var later = Duration.ofDays(days);
        desk.write(desk.get(Sessions.class).put(session.moved(
                session.start().plus(later), session.end().plus(later), session.venue(), clock.instant())));
        speedDate(4, 3, 3);

        for (var moment : List.of(NOON, noon.minusSeconds(1), noon, noon.plusSeconds(900), NOON.plusSeconds(900))) {
            if (moment.isBefore(clock.instant())) {
                continue;
            }
            clock.moveTo(moment);
            theScheduleRuns();
            assertThat(people).as("%s", moment).allSatisfy(one -> assertThat(mails(one, "contacts"))
                    .hasSize(moment.isBefore(noon) ? 0 : 1));
        }
        assertThat(memory().history().people().getFirst().times().values()).containsOnly(1);
    }

    @Test
    void whoWasAskedIsNotAskedAgainWhereTheSessionIsMovedAfterwards() {
        everybodyMet(4);
        var later = Duration.ofDays(6);
        desk.write(desk.get(Sessions.class).put(session.moved(
                session.start().plus(later), session.end().plus(later), session.venue(), clock.instant())));

        clock.forward(Duration.ofDays(7));
        theScheduleRuns();

        assertThat(people).allSatisfy(one -> assertThat(mails(one, "contacts")).hasSize(1));
        assertThat(memory().history().people().getFirst().times().values()).containsOnly(1);
    }
}
