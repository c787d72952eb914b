package be.leerkring.registration.state;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RegistrationTest extends EveryState {

    /** Who reads the item, and other rooms, know the state by its code alone. */
    @ParameterizedTest
    @EnumSource
    void aStateAndItsCodeNeverDisagree(RegistrationState state) {
        for (var other : RegistrationState.values()) {
            var core = new Core(participant("Jan").as(other), 3, ASKED, ASKED);

            assertThat(registration(state, core).state()).isEqualTo(state);
        }
        assertThat(Registration.elsewhere(participant("Jan").as(state), ASKED).state()).isEqualTo(state);
    }

    @Test
    void whatIsHeldIsGivenBackOnce() {
        var place = CONFIRMED.place();
        var seats = new Seats(7, 40, 1, 1, 2, Map.of(place.organisation(), 2), List.of(place));

        assertThat(CONFIRMED.giveBack(seats)).isEqualTo(seats.release(place));
        assertThat(OFFERED.giveBack(seats)).isEqualTo(seats.withdraw(place));
        assertThat(WAITING.giveBack(seats)).isEqualTo(seats.leave(place.person()));
    }

    @Test
    void whoConfirmsGetsASeatOrAPlaceInTheLine() {
        assertThat(PENDING.confirm(SESSION, ROOM, LATER))
                .isEqualTo(new Confirmation.Seated(new Confirmed(CHANGED)));
        assertThat(PENDING.confirm(SESSION, FULL, LATER))
                .isEqualTo(new Confirmation.Lined(new Waiting(CHANGED)));
        assertThat(PENDING.confirm(SESSION, new Seats(0, 40, 39, 0, 0, Map.of(), line(1)), LATER))
                .as("a free seat that somebody waits for")
                .isInstanceOf(Confirmation.Lined.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "WAITING", "OFFERED", "ATTENDED", "ABSENT"})
    void whoConfirmedBeforeIsToldSoAtAnyTime(RegistrationState state) {
        assertThat(in(state).confirm(SESSION, ROOM, LATER)).isEqualTo(new Confirmation.Already());
        assertThat(in(state).confirm(SESSION, FULL, SESSION.end())).isEqualTo(new Confirmation.Already());
    }

    @Test
    void whatWasCancelledCannotBeConfirmed() {
        assertThat(CANCELLED.confirm(SESSION, ROOM, LATER))
                .isEqualTo(new Confirmation.Gone());
    }

    @Test
    void itLapsesAfter48Hours() {
        var lapses = ASKED.plus(Duration.ofHours(48));

        assertThat(PENDING.lapses()).isEqualTo(lapses);
        assertThat(PENDING.confirm(SESSION, ROOM, lapses.minusMillis(1)))
                .isInstanceOf(Confirmation.Seated.class);
        assertThat(PENDING.confirm(SESSION, ROOM, lapses))
                .isEqualTo(new Confirmation.Gone());
    }

    @Test
    void onceTheSessionBeganItIsTooLateToConfirm() {
        var pending = Pending.first(participant("Jan"), SESSION.start().minus(Duration.ofHours(1)));

        assertThat(pending.confirm(SESSION, ROOM, SESSION.start().minusMillis(1)))
                .isInstanceOf(Confirmation.Seated.class);
        assertThat(pending.confirm(SESSION, ROOM, SESSION.start()))
                .isEqualTo(new Confirmation.TooLate());
    }

    @Test
    void whoCancelsGivesTheSeatOrThePlaceInTheLineBack() {
        assertThat(CONFIRMED.cancel(SESSION, LATER))
                .isEqualTo(new Cancellation.Left(CONFIRMED, ended(Cancelled.Ending.OWN)));
        assertThat(OFFERED.cancel(SESSION, LATER))
                .isEqualTo(new Cancellation.Left(OFFERED, ended(Cancelled.Ending.DECLINED)));
        assertThat(WAITING.cancel(SESSION, LATER))
                .isEqualTo(new Cancellation.Left(WAITING, ended(Cancelled.Ending.OWN)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "CANCELLED", "ATTENDED", "ABSENT"})
    void whereThereIsNothingToCancelNothingChanges(RegistrationState state) {
        assertThat(in(state).cancel(SESSION, LATER)).isEqualTo(new Cancellation.Already());
    }

    @Test
    void onceTheSessionBeganNoSeatIsGivenBack() {
        assertThat(CONFIRMED.cancel(SESSION, SESSION.start()))
                .isEqualTo(new Cancellation.Already());
    }

    @Test
    void anOfferIsTakenBeforeItsTimeIsOverAndTakingItAgainChangesNothing() {
        assertThat(OFFERED.take(SESSION, UNTIL.minusMillis(1))).isInstanceOf(Taking.Taken.class);
        assertThat(OFFERED.take(SESSION, UNTIL)).isEqualTo(new Taking.TooLate());
        assertThat(OFFERED.lapse(UNTIL.minusMillis(1))).isEmpty();
        assertThat(OFFERED.lapse(UNTIL))
                .hasValueSatisfying(lapsed -> assertThat(lapsed.ending()).isEqualTo(Cancelled.Ending.LAPSED));
        assertThat(CONFIRMED.take(SESSION, LATER)).isEqualTo(new Taking.Already());
        assertThat(CANCELLED.take(SESSION, LATER)).isEqualTo(new Taking.TooLate());
        assertThat(WAITING.take(SESSION, LATER)).isEqualTo(new Taking.TooLate());
    }

    @Test
    void inASessionThatDoesNotTakePlaceNothingIsConfirmedTakenOrCancelled() {
        var off = SESSION.calledOff(ASKED);

        assertThat(PENDING.confirm(off, ROOM, LATER))
                .isEqualTo(new Confirmation.TooLate());
        assertThat(OFFERED.take(off, LATER)).isEqualTo(new Taking.TooLate());
        assertThat(CONFIRMED.cancel(off, LATER))
                .isEqualTo(new Cancellation.Already());
    }

    @Test
    void whoNeedsAnOrganisersConsentWaitsForItInLine() {
        var asks = new Session(
                SESSION.id(), SESSION.title(), SESSION.summary(), SESSION.start(), SESSION.end(), SESSION.venue(),
                SESSION.audience(),
                SESSION.themes(), SESSION.programme(), false,
                new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, true),
                SESSION.edition());

        assertThat(PENDING.confirm(asks, ROOM, LATER))
                .isInstanceOfSatisfying(
                        Confirmation.Lined.class,
                        lined -> assertThat(lined.next().approved()).isFalse());
    }

    @Property
    void nobodyGetsASeatWhereNoneIsFree(
            @ForAll RegistrationState state,
            @ForAll @IntRange(max = 50) int capacity,
            @ForAll @IntRange(max = 60) int taken,
            @ForAll @IntRange(max = 10) int waiting,
            @ForAll @IntRange(max = 2_000) int hours) {
        var seats = new Seats(0, capacity, taken, 0, 0, Map.of(), line(waiting));

        var confirmation = in(state).confirm(SESSION, seats, ASKED.plus(Duration.ofHours(hours)));

        if (seats.isFull(AdmissionRules.NONE)) {
            assertThat(confirmation).isNotInstanceOf(Confirmation.Seated.class);
        }
        if (hours >= 48) {
            assertThat(confirmation)
                    .isNotInstanceOf(Confirmation.Seated.class)
                    .isNotInstanceOf(Confirmation.Lined.class);
        }
    }

    @Property
    void toConfirmTwiceChangesNothing(
            @ForAll RegistrationState state, @ForAll @IntRange(max = 41) int taken,
            @ForAll @IntRange(max = 3) int waiting) {
        var seats = new Seats(0, 40, taken, 0, 0, Map.of(), line(waiting));
        var next = switch (in(state).confirm(SESSION, seats, LATER)) {
            case Confirmation.Seated(var seated) -> seated;
            case Confirmation.Lined(var lined) -> lined;
            case Confirmation.TakenOver(var _, var takenOver, var _) -> takenOver;
            case Confirmation.Already() -> in(state);
            case Confirmation.Gone() -> in(state);
            case Confirmation.TakenBack() -> in(state);
            case Confirmation.TooLate() -> in(state);
        };

        assertThat(next.confirm(SESSION, ROOM, LATER.plusSeconds(1)))
                .isIn(new Confirmation.Already(), new Confirmation.Gone());
    }

    @Property
    void toCancelTwiceGivesOneSeatBack(@ForAll RegistrationState state) {
        var next = switch (in(state).cancel(SESSION, LATER)) {
            case Cancellation.Left(var _, var cancelled) -> cancelled;
            case Cancellation.Already() -> in(state);
        };

        assertThat(next.cancel(SESSION, LATER)).isEqualTo(new Cancellation.Already());
    }
}
