package be.leerkring.registration;

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

    private static Registration in(RegistrationState state) {
        return registration(participant("Jan").as(state), 3, ASKED, ASKED);
    }

    private static Registration registration(Participant participant, long revision, Instant asked, Instant since) {
        return new Registration(
                participant,
                revision,
                asked,
                since,
                participant.state() == RegistrationState.OFFERED ? Optional.of(UNTIL) : Optional.empty(),
                Optional.empty(),
                true,
                false,
                Registration.Ending.NONE);
    }

    private static Registration ended(Registration.Ending ending) {
        return new Registration(
                participant("Jan").as(RegistrationState.CANCELLED),
                4,
                ASKED,
                LATER,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                ending);
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

    private static Registration changed(RegistrationState state, Instant since) {
        return registration(participant("Jan").as(state), 4, ASKED, since);
    }

    @Test
    void theFirstFormMakesAPendingRegistration() {
        assertThat(Registration.first(participant("Jan").as(RegistrationState.CONFIRMED), ASKED))
                .isEqualTo(registration(participant("Jan"), ASKED.getEpochSecond(), ASKED, ASKED));
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
        assertThat(in(RegistrationState.CANCELLED).request(participant("Johan"), LATER))
                .isEqualTo(new Registration.Request.Ask(registration(participant("Johan"), 4, LATER, LATER)));
    }

    /** A stranger's form must not change what somebody confirmed. */
    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "WAITING", "OFFERED", "ATTENDED", "ABSENT"})
    void aFormChangesNothingOfWhatWasConfirmed(RegistrationState state) {
        assertThat(in(state).request(participant("Een ander"), LATER))
                .isEqualTo(new Registration.Request.Remind(
                        registration(participant("Jan").as(state), 4, LATER, ASKED)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
    void theSameFormWithinTenMinutesIsASecondPress(RegistrationState state) {
        var end = ASKED.plus(Duration.ofMinutes(10));

        assertThat(in(state).request(participant("Jan"), end.minusMillis(1)))
                .isInstanceOf(Registration.Request.Repeated.class);
        assertThat(in(state).request(participant("Jan"), end)).isNotInstanceOf(Registration.Request.Repeated.class);
    }

    @Test
    void aCorrectedFormIsNoSecondPress() {
        assertThat(in(RegistrationState.PENDING).request(participant("Johan"), ASKED.plusSeconds(5)))
                .isInstanceOf(Registration.Request.Ask.class);
    }

    @Test
    void whoConfirmsGetsASeatOrAPlaceInTheLine() {
        var pending = in(RegistrationState.PENDING);

        assertThat(pending.confirm(SESSION, ROOM, LATER))
                .isEqualTo(new Registration.Confirmation.Seated(changed(RegistrationState.CONFIRMED, LATER)));
        assertThat(pending.confirm(SESSION, FULL, LATER))
                .isEqualTo(new Registration.Confirmation.Lined(changed(RegistrationState.WAITING, LATER)));
        assertThat(pending.confirm(SESSION, new Seats(0, 40, 39, 0, 0, Map.of(), line(1)), LATER))
                .as("a free seat that somebody waits for")
                .isInstanceOf(Registration.Confirmation.Lined.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "WAITING", "OFFERED", "ATTENDED", "ABSENT"})
    void whoConfirmedBeforeIsToldSoAtAnyTime(RegistrationState state) {
        assertThat(in(state).confirm(SESSION, ROOM, LATER)).isEqualTo(new Registration.Confirmation.Already());
        assertThat(in(state).confirm(SESSION, FULL, SESSION.end())).isEqualTo(new Registration.Confirmation.Already());
    }

    @Test
    void whatWasCancelledCannotBeConfirmed() {
        assertThat(in(RegistrationState.CANCELLED).confirm(SESSION, ROOM, LATER))
                .isEqualTo(new Registration.Confirmation.Gone());
    }

    @Test
    void itLapsesAfter48Hours() {
        var lapses = ASKED.plus(Duration.ofHours(48));

        assertThat(in(RegistrationState.PENDING).lapses()).isEqualTo(lapses);
        assertThat(in(RegistrationState.PENDING).confirm(SESSION, ROOM, lapses.minusMillis(1)))
                .isInstanceOf(Registration.Confirmation.Seated.class);
        assertThat(in(RegistrationState.PENDING).confirm(SESSION, ROOM, lapses))
                .isEqualTo(new Registration.Confirmation.Gone());
    }

    @Test
    void onceTheSessionBeganItIsTooLateToConfirm() {
        var pending = Registration.first(participant("Jan"), SESSION.start().minus(Duration.ofHours(1)));

        assertThat(pending.confirm(SESSION, ROOM, SESSION.start().minusMillis(1)))
                .isInstanceOf(Registration.Confirmation.Seated.class);
        assertThat(pending.confirm(SESSION, ROOM, SESSION.start()))
                .isEqualTo(new Registration.Confirmation.TooLate());
    }

    @Test
    void whoCancelsGivesTheSeatOrThePlaceInTheLineBack() {
        assertThat(in(RegistrationState.CONFIRMED).cancel(SESSION, LATER))
                .isEqualTo(new Registration.Cancellation.SeatReleased(ended(Registration.Ending.OWN)));
        assertThat(in(RegistrationState.OFFERED).cancel(SESSION, LATER))
                .isEqualTo(new Registration.Cancellation.OfferDeclined(ended(Registration.Ending.DECLINED)));
        assertThat(in(RegistrationState.WAITING).cancel(SESSION, LATER))
                .isEqualTo(new Registration.Cancellation.LineLeft(ended(Registration.Ending.OWN)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "CANCELLED", "ATTENDED", "ABSENT"})
    void whereThereIsNothingToCancelNothingChanges(RegistrationState state) {
        assertThat(in(state).cancel(SESSION, LATER)).isEqualTo(new Registration.Cancellation.Already());
    }

    @Test
    void onceTheSessionBeganNoSeatIsGivenBack() {
        assertThat(in(RegistrationState.CONFIRMED).cancel(SESSION, SESSION.start()))
                .isEqualTo(new Registration.Cancellation.Already());
    }

    @Test
    void anOfferIsTakenBeforeItsTimeIsOverAndTakingItAgainChangesNothing() {
        var offered = in(RegistrationState.OFFERED);

        assertThat(offered.take(SESSION, UNTIL.minusMillis(1))).isInstanceOf(Registration.Taking.Taken.class);
        assertThat(offered.take(SESSION, UNTIL)).isEqualTo(new Registration.Taking.TooLate());
        assertThat(offered.lapse(UNTIL.minusMillis(1))).isEmpty();
        assertThat(offered.lapse(UNTIL))
                .hasValueSatisfying(lapsed -> assertThat(lapsed.ending()).isEqualTo(Registration.Ending.LAPSED));
        assertThat(in(RegistrationState.CONFIRMED).take(SESSION, LATER)).isEqualTo(new Registration.Taking.Already());
        assertThat(in(RegistrationState.CANCELLED).take(SESSION, LATER)).isEqualTo(new Registration.Taking.TooLate());
        assertThat(in(RegistrationState.WAITING).take(SESSION, LATER)).isEqualTo(new Registration.Taking.TooLate());
    }

    @Test
    void inASessionThatDoesNotTakePlaceNothingIsConfirmedTakenOrCancelled() {
        var off = SESSION.calledOff(ASKED);

        assertThat(in(RegistrationState.PENDING).confirm(off, ROOM, LATER))
                .isEqualTo(new Registration.Confirmation.TooLate());
        assertThat(in(RegistrationState.OFFERED).take(off, LATER)).isEqualTo(new Registration.Taking.TooLate());
        assertThat(in(RegistrationState.CONFIRMED).cancel(off, LATER))
                .isEqualTo(new Registration.Cancellation.Already());
    }

    @Test
    void whoNeedsAnOrganisersConsentWaitsForItInLine() {
        var asks = new Session(
                SESSION.id(), SESSION.title(), SESSION.summary(), SESSION.start(), SESSION.end(), SESSION.venue(),
                SESSION.audience(),
                SESSION.themes(), SESSION.programme(), false,
                new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, true),
                SESSION.edition());

        assertThat(in(RegistrationState.PENDING).confirm(asks, ROOM, LATER))
                .isInstanceOfSatisfying(
                        Registration.Confirmation.Lined.class,
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
            assertThat(confirmation).isNotInstanceOf(Registration.Confirmation.Seated.class);
        }
        if (hours >= 48) {
            assertThat(confirmation)
                    .isNotInstanceOf(Registration.Confirmation.Seated.class)
                    .isNotInstanceOf(Registration.Confirmation.Lined.class);
        }
    }

    @Property
    void toConfirmTwiceChangesNothing(
            @ForAll RegistrationState state, @ForAll @IntRange(max = 41) int taken,
            @ForAll @IntRange(max = 3) int waiting) {
        var seats = new Seats(0, 40, taken, 0, 0, Map.of(), line(waiting));
        var next = switch (in(state).confirm(SESSION, seats, LATER)) {
            case Registration.Confirmation.Seated(var seated) -> seated;
            case Registration.Confirmation.Lined(var lined) -> lined;
            case Registration.Confirmation.TakenOver(var takenOver, var giver) -> takenOver;
            case Registration.Confirmation.Already already -> in(state);
            case Registration.Confirmation.Gone gone -> in(state);
            case Registration.Confirmation.TooLate late -> in(state);
        };

        assertThat(next.confirm(SESSION, ROOM, LATER.plusSeconds(1)))
                .isIn(new Registration.Confirmation.Already(), new Registration.Confirmation.Gone());
    }

    @Property
    void toCancelTwiceGivesOneSeatBack(@ForAll RegistrationState state) {
        var next = switch (in(state).cancel(SESSION, LATER)) {
            case Registration.Cancellation.SeatReleased(var cancelled) -> cancelled;
            case Registration.Cancellation.OfferDeclined(var cancelled) -> cancelled;
            case Registration.Cancellation.LineLeft(var cancelled) -> cancelled;
            case Registration.Cancellation.Already already -> in(state);
        };

        assertThat(next.cancel(SESSION, LATER)).isEqualTo(new Registration.Cancellation.Already());
    }
}
