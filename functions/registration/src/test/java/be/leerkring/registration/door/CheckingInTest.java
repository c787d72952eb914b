package be.leerkring.registration.door;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.LogEntry;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.registration.Crowd;
import be.leerkring.registration.RegistrationRoom;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is marked as here or as absent, at whichever door and in whichever order. */
final class CheckingInTest extends AtTheDoor {

    private static final int CROWD = 120;

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
        Crowd.record(room, session, crowd.stream().map(this::participant), REGISTERING);
        var before = Crowd.byName(room, session);
        clock.moveTo(session.start());
        var seen = crowd.subList(0, CROWD / 2);

        together(List.of(
                () -> attendance().missEverybodyElse(session.id(), ORGANISER),
                Executors.callable(() -> seen.forEach(name -> arrive(before.get(name), clock.instant())))));
        attendance().missEverybodyElse(session.id(), ORGANISER);

        var after = Crowd.byName(room, session);
        assertThat(seen).extracting(name -> after.get(name).state()).containsOnly(RegistrationState.ATTENDED);
        assertThat(crowd.subList(CROWD / 2, CROWD)).extracting(name -> after.get(name).state())
                .containsOnly(RegistrationState.ABSENT);
    }

    private Participant participant(String name) {
        return participant(name, RegistrationRoom.address(name));
    }

    private Participant participant(String name, String typed) {
        var address = new EmailAddress(typed);
        return new Participant(
                session.id(),
                address.derive(session.id()),
                name,
                address,
                "vil",
                "VIL",
                Organisation.Kind.SPEARHEAD_CLUSTER,
                "",
                new Language("nl"),
                RegistrationState.CONFIRMED);
    }

    @Test
    void peopleStandByNameAndAreFoundWithoutAccents() {
        var names = List.of("Zoë Maes", "Özlem Aydin", "an Peeters", "Ömer Claes");
        Crowd.record(
                room, session,
                names.stream().map(name -> participant(name, "gast" + names.indexOf(name) + "@example.org")),
                REGISTERING);

        assertThat(checkIn().people()).extracting(one -> one.participant().name())
                .containsExactly("an Peeters", "Ömer Claes", "Özlem Aydin", "Zoë Maes");
        assertThat(checkIn().found("ozlem")).hasSize(1);
        assertThat(checkIn().found("MAES zoe")).hasSize(1);
        assertThat(checkIn().found("vil")).hasSize(4);
        assertThat(checkIn().found("niemand")).isEmpty();
    }
}
