package be.leerkring.registration.door;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.registration.own.Cancelling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes in without a seat. */
final class ChairsTest extends AtTheDoor {

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
        clock.moveTo(session.start().minus(Duration.ofHours(1)));
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
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
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
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        clock.moveTo(DOORS);
        arrive("An", DOORS);
        attendance().arrive(PersonKey.fresh(session.id()), DOORS, ORGANISER);
        assertThat(state("An")).isEqualTo(RegistrationState.CANCELLED);
        assertThat(checkIn().people()).extracting(one -> one.participant().name()).containsExactly("Bo");

        room.change(session.calledOff(DOORS));
        arrive("Bo", DOORS);
        clock.moveTo(session.start());
        attendance().missEverybodyElse(session.id(), ORGANISER);
        assertThat(state("Bo")).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(log()).isEmpty();
    }
}
