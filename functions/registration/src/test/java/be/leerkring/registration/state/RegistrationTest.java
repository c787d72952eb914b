package be.leerkring.registration.state;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RegistrationTest {

    private static final Instant ASKED = Instant.parse("2017-02-15T08:00:00Z");
    private static final Instant LATER = ASKED.plus(Duration.ofHours(1));
    private static final Session SESSION = new Session(
            "sessie",
            new LocalizedText(Map.of("nl", "Sessie")),
            LocalizedText.NONE,
            Instant.parse("2017-03-23T12:30:00Z"),
            Instant.parse("2017-03-23T16:00:00Z"),
            new Session.Venue("Zaal", "Brussel"),
            Session.Audience.OPEN,
            List.of(),
            List.of(),
            false,
            AdmissionRules.NONE,
            Session.Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
    private static final Instant UNTIL = Instant.parse("2017-03-20T17:00:00Z");
    private static final Seats ROOM = new Seats(0, 40, 39, 0, 0, Map.of(), List.of());
    private static final Seats FULL = new Seats(0, 40, 40, 0, 0, Map.of(), List.of());

    private static final Core CORE = new Core(participant("Jan"), 3, ASKED, ASKED);
    private static final Core CHANGED = new Core(participant("Jan"), 4, ASKED, LATER);
    private static final Pending PENDING = new Pending(CORE);
    private static final Confirmed CONFIRMED = new Confirmed(CORE);
    private static final Waiting WAITING = new Waiting(CORE);
    private static final Offered OFFERED = new Offered(CORE, UNTIL);
    private static final Cancelled CANCELLED = new Cancelled(CORE, Cancelled.Ending.OWN, "");

    private static Registration in(RegistrationState state) {
        return registration(state, CORE);
    }

    private static Registration registration(RegistrationState state, Core core) {
        return switch (state) {
            case PENDING -> PENDING.with(core);
            case CONFIRMED -> CONFIRMED.with(core);
            case WAITING -> WAITING.with(core);
            case OFFERED -> OFFERED.with(core);
            case CANCELLED -> CANCELLED.with(core);
            case ATTENDED -> new Attended(core);
            case ABSENT -> new Absent(core);
        };
    }

    private static Cancelled ended(Cancelled.Ending ending) {
        return new Cancelled(CHANGED, ending, "");
    }

    private static List<Place> line(int length) {
        return IntStream.range(0, length)
                .mapToObj(place -> new Place("person-" + place, "cluster", true, true))
                .toList();
    }

    private static Participant participant(String name) {
        var address = new EmailAddress("jan@voorbeeld.be");
        return new Participant(
                "sessie",
                address.personAt("sessie"),
                name,
                address,
                "",
                "Cluster",
                Organisation.Kind.OTHER,
                "",
                new Language("nl"),
                RegistrationState.PENDING);
    }

    @Test
    void theFirstFormMakesAPendingRegistration() {
        assertThat(Pending.first(participant("Jan").as(RegistrationState.CONFIRMED), ASKED))
                .isEqualTo(new Pending(new Core(participant("Jan"), ASKED.getEpochSecond(), ASKED, ASKED)));
    }

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

    @ParameterizedTest
    @CsvSource({
            "PENDING, Ask",
            "CONFIRMED, Remind",
            "WAITING, Remind",
            "OFFERED, Remind",
            "CANCELLED, Ask",
            "ATTENDED, Remind",
            "ABSENT, Remind"
    })
    void anotherFormLeadsToAMail(RegistrationState state, String kind) {
        var request = in(state).request(participant("Jan"), LATER);

        assertThat(request.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void whoAsksAgainIsAskedToConfirmWhatTheNewFormSays() {
        assertThat(CANCELLED.request(participant("Johan"), LATER))
                .isEqualTo(new Request.Ask(new Pending(new Core(participant("Johan"), 4, LATER, LATER))));
    }

    /** A stranger's form must not change what somebody confirmed. */
    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "WAITING", "OFFERED", "ATTENDED", "ABSENT"})
    void aFormChangesNothingOfWhatWasConfirmed(RegistrationState state) {
        assertThat(in(state).request(participant("Een ander"), LATER))
                .isEqualTo(new Request.Remind(
                        in(state),
                        registration(state, new Core(participant("Jan"), 4, LATER, ASKED))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
    void theSameFormWithinTenMinutesIsASecondPress(RegistrationState state) {
        var end = ASKED.plus(Duration.ofMinutes(10));

        assertThat(in(state).request(participant("Jan"), end.minusMillis(1)))
                .isInstanceOf(Request.Repeated.class);
        assertThat(in(state).request(participant("Jan"), end)).isNotInstanceOf(Request.Repeated.class);
    }

    @Test
    void aCorrectedFormIsNoSecondPress() {
        assertThat(PENDING.request(participant("Johan"), ASKED.plusSeconds(5)))
                .isInstanceOf(Request.Ask.class);
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
