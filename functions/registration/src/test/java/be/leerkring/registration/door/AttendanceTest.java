package be.leerkring.registration.door;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.own.Leaving;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is marked as here or as absent, at whichever door and in whichever order. */
final class AttendanceTest {

    private static final Organiser ORGANISER = new Organiser("organisator@example.org");
    private static final Instant REGISTERING = Instant.parse("2017-03-06T09:00:00Z");
    private static final Instant DOORS = Instant.parse("2017-03-23T12:00:00Z");
    private static final int CROWD = 120;

    private final MovableClock clock = MovableClock.at(REGISTERING);
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 2);

    @AfterEach
    void close() {
        room.close();
    }

    private void confirm(String... names) {
        for (var name : names) {
            room.confirm(session, name, "vil");
            clock.forward(Duration.ofMinutes(1));
        }
    }

    private void arrive(String name, Instant at) {
        attendance().arrive(subject(name), at, ORGANISER);
    }

    private void unmark(String name, Instant at) {
        attendance().unmark(subject(name), at, ORGANISER);
    }

    private Attendance attendance() {
        return room.get(Attendance.class);
    }

    private Participants.Subject subject(String name) {
        var address = EmailAddress.parse(RegistrationRoom.address(name)).orElseThrow();
        return new Participants.Subject(session.id(), address.personAt(session.id()));
    }

    private RegistrationState state(String name) {
        return room.registration(session, name).state();
    }

    private List<LogEntry> log() {
        return room.get(ChangeLog.class).read(session.id(), Optional.empty()).entries();
    }

    private CheckIn checkIn() {
        return room.get(CheckIn.Reader.class).of(session.id(), Locale.forLanguageTag("nl")).orElseThrow();
    }

    private static void together(List<Callable<Object>> phones) throws Exception {
        try (var hands = Executors.newFixedThreadPool(phones.size())) {
            for (var press : hands.invokeAll(phones)) {
                press.get();
            }
        }
    }

    private Callable<Object> phone(String name, Instant at) {
        return Executors.callable(() -> arrive(name, at));
    }

    @Test
    void twoPhonesThatCheckInTheSamePersonMarkThemOnce() throws Exception {
        confirm("An");
        clock.moveTo(DOORS);

        together(List.of(phone("An", DOORS.minusSeconds(3)), phone("An", DOORS), phone("An", DOORS.minusSeconds(60))));
        arrive("An", DOORS);

        assertThat(state("An")).isEqualTo(RegistrationState.ATTENDED);
        assertThat(log()).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("attended");
            assertThat(entry.person()).isEqualTo(subject("An").person());
            assertThat(entry.by()).isEqualTo(ORGANISER.address());
            assertThat(entry.changes()).containsExactly(new Change("attendance", "Bevestigd", "Aanwezig"));
        });
        assertThat(checkIn().here()).isEqualTo(1);
        assertThat(checkIn().expected()).isEqualTo(1);
    }

    @Test
    void aMarkIsTakenBackAndOneThatWasHeldUpDoesNotBringItBack() {
        confirm("An");
        clock.moveTo(DOORS);
        arrive("An", DOORS);
        unmark("An", DOORS.minusSeconds(30));
        assertThat(state("An")).isEqualTo(RegistrationState.ATTENDED);

        unmark("An", DOORS.plusSeconds(30));
        arrive("An", DOORS.plusSeconds(10));
        assertThat(state("An")).isEqualTo(RegistrationState.CONFIRMED);

        arrive("An", DOORS.plusSeconds(50));
        assertThat(state("An")).isEqualTo(RegistrationState.ATTENDED);
        assertThat(room.registration(session, "An").since()).isEqualTo(DOORS.plusSeconds(50));
        assertThat(log()).extracting(LogEntry::what).containsExactlyInAnyOrder(
                "attended", "attendance-undone", "attended");
    }

    @Test
    void whoeverWasNotSeenIsAbsentOnceTheSessionHasStarted() {
        confirm("An", "Bo", "Cis");
        clock.moveTo(DOORS);
        arrive("An", DOORS);
        attendance().missEverybodyElse(session.id(), ORGANISER);
        assertThat(state("Bo")).isEqualTo(RegistrationState.CONFIRMED);

        clock.moveTo(session.start());
        attendance().missEverybodyElse(session.id(), ORGANISER);
        attendance().missEverybodyElse(session.id(), ORGANISER);

        assertThat(state("An")).isEqualTo(RegistrationState.ATTENDED);
        assertThat(state("Bo")).isEqualTo(RegistrationState.ABSENT);
        assertThat(state("Cis")).isEqualTo(RegistrationState.WAITING);
        assertThat(log()).filteredOn(entry -> entry.what().equals("absent")).singleElement().satisfies(
                entry -> assertThat(entry.changes()).containsExactly(
                        new Change("attendance", "Bevestigd", "Afwezig")));
        unmark("Bo", clock.instant());
        assertThat(state("Bo")).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void aMarkThatWasHeldUpBeatsTheGuessThatSomebodyIsAbsent() {
        confirm("An");
        clock.moveTo(session.start().plusSeconds(600));
        attendance().missEverybodyElse(session.id(), ORGANISER);

        arrive("An", session.start().minusSeconds(60));

        assertThat(state("An")).isEqualTo(RegistrationState.ATTENDED);
        assertThat(room.registration(session, "An").since()).isEqualTo(session.start().minusSeconds(60));
    }

    @Test
    void aCrowdIsMarkedAbsentWhileHalfOfItIsSeen() throws Exception {
        var crowd = IntStream.range(0, CROWD).mapToObj(number -> "Gast " + number).toList();
        crowd.forEach(this::record);
        clock.moveTo(session.start());
        var seen = crowd.subList(0, CROWD / 2);

        together(List.of(
                Executors.callable(() -> attendance().missEverybodyElse(session.id(), ORGANISER)),
                Executors.callable(() -> seen.forEach(name -> arrive(name, clock.instant())))));
        attendance().missEverybodyElse(session.id(), ORGANISER);

        assertThat(seen).extracting(this::state).containsOnly(RegistrationState.ATTENDED);
        assertThat(crowd.subList(CROWD / 2, CROWD)).extracting(this::state).containsOnly(RegistrationState.ABSENT);
    }

    private void record(String name) {
        record(name, new EmailAddress(RegistrationRoom.address(name)));
    }

    private void record(String name, EmailAddress address) {
        room.write(room.get(Registrations.class).record(
                new Participant(
                        session.id(),
                        address.personAt(session.id()),
                        name,
                        address,
                        "vil",
                        "VIL",
                        Organisation.Kind.SPEARHEAD_CLUSTER,
                        "",
                        new Language("nl"),
                        RegistrationState.CONFIRMED),
                session,
                REGISTERING));
    }

    @Test
    void beforeTheStartWhoeverWaitsComesInOnASeatThatNobodyHas() {
        confirm("An", "Bo", "Cis");
        clock.moveTo(DOORS);
        arrive("Cis", DOORS);
        assertThat(state("Cis")).isEqualTo(RegistrationState.WAITING);
        assertThat(checkIn().welcome(room.registration(session, "Cis"))).isEqualTo(CheckIn.Welcome.NO_CHAIR);

        room.resize(session.id(), 3);
        assertThat(checkIn().welcome(room.registration(session, "Cis"))).isEqualTo(CheckIn.Welcome.WALK_IN);
        arrive("Cis", DOORS);

        assertThat(state("Cis")).isEqualTo(RegistrationState.ATTENDED);
        assertThat(room.seats(session.id()).taken()).isEqualTo(3);
        assertThat(room.seats(session.id()).waiting()).isZero();
    }

    @Test
    void fromTheStartOnWhoeverWaitsComesInOnAChairThatIsEmptyAndWhoeverIsLateComesInAllTheSame() {
        confirm("An", "Bo", "Cis", "Dirk");
        room.submit(session, "Els", "vil", "nl");
        clock.moveTo(session.start());
        arrive("An", clock.instant());
        arrive("Cis", clock.instant());
        arrive("Dirk", clock.instant());
        arrive("Els", clock.instant());

        assertThat(state("Cis")).isEqualTo(RegistrationState.ATTENDED);
        assertThat(state("Dirk")).isEqualTo(RegistrationState.WAITING);
        assertThat(state("Els")).isEqualTo(RegistrationState.PENDING);
        assertThat(room.seats(session.id()).taken()).isEqualTo(2);
        assertThat(room.seats(session.id()).waiting()).isEqualTo(1);

        arrive("Bo", clock.instant());
        assertThat(state("Bo")).isEqualTo(RegistrationState.ATTENDED);
    }

    @Test
    void twoPhonesDoNotGiveAwayTheSameChair() throws Exception {
        confirm("An", "Bo", "Cis", "Dirk", "Els");
        clock.moveTo(session.start());
        arrive("An", clock.instant());

        together(List.of(phone("Cis", clock.instant()), phone("Dirk", clock.instant()),
                phone("Els", clock.instant())));

        assertThat(checkIn().here()).isEqualTo(2);
        assertThat(room.seats(session.id()).waiting()).isEqualTo(2);
    }

    @Test
    void whoeverWasOfferedASeatHasIt() {
        confirm("An", "Bo", "Cis");
        clock.moveTo(DOORS.minus(Duration.ofHours(5)));
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        assertThat(state("Cis")).isEqualTo(RegistrationState.OFFERED);
        clock.moveTo(DOORS.minus(Duration.ofHours(2)));

        arrive("Cis", clock.instant());
        clock.moveTo(session.end());
        room.schedule();

        assertThat(state("Cis")).isEqualTo(RegistrationState.ATTENDED);
        assertThat(room.seats(session.id()).taken()).isEqualTo(2);
        assertThat(room.seats(session.id()).offered()).isZero();
    }

    @Test
    void nobodyIsMarkedWhoCancelledOrWhoseSessionDoesNotTakePlace() {
        confirm("An", "Bo");
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
        clock.moveTo(DOORS);
        arrive("An", DOORS);
        arrive("Niemand", DOORS);
        assertThat(state("An")).isEqualTo(RegistrationState.CANCELLED);
        assertThat(checkIn().people()).extracting(one -> one.participant().name()).containsExactly("Bo");

        room.change(session.calledOff(DOORS));
        arrive("Bo", DOORS);
        clock.moveTo(session.start());
        attendance().missEverybodyElse(session.id(), ORGANISER);
        assertThat(state("Bo")).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(log()).isEmpty();
    }

    @Test
    void peopleStandByNameAndAreFoundWithoutAccents() {
        var names = List.of("Zoë Maes", "Özlem Aydin", "an Peeters", "Ömer Claes");
        names.forEach(name -> record(name, new EmailAddress("gast" + names.indexOf(name) + "@example.org")));

        assertThat(checkIn().people()).extracting(one -> one.participant().name())
                .containsExactly("an Peeters", "Ömer Claes", "Özlem Aydin", "Zoë Maes");
        assertThat(checkIn().found("ozlem")).hasSize(1);
        assertThat(checkIn().found("MAES zoe")).hasSize(1);
        assertThat(checkIn().found("vil")).hasSize(4);
        assertThat(checkIn().found("niemand")).isEmpty();
    }
}
