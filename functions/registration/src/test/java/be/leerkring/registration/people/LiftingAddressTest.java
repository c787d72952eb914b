package be.leerkring.registration.people;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailState;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody whom no mail reaches, at the desk. */
final class LiftingAddressTest extends ActsOnPeople {

    @Test
    void theListAndThePageSayWhyAndTheButtonMendsIt() {
        var session = session(1, false);
        confirm(session, "Els", "Fay");
        room.get(Addresses.class).suppress(RegistrationRoom.address("Fay"), MailState.COMPLAINED);
        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);
        assertThat(room.seats("sessie").unreachable()).hasSize(1);
        var path = session.deskPath() + "/people/" + person(session, "Fay");
        assertThat(room.organiser().get(session.deskPath() + "/people").body())
                .containsOnlyOnce("heeft onze mail als ongewenst gemeld");
        assertThat(room.organiser().get(path).body()).contains(
                "Niet te bereiken per mail", "De lezer heeft onze mail als ongewenst gemeld.", "Bel deze persoon",
                "de volgende op de wachtlijst die wel te bereiken is");

        for (int press = 0; press < 2; press++) {
            assertThat(room.organiser().post(path + "/lift", Map.of()).location()).isEqualTo(path);
        }
        room.stream(session);

        assertThat(state(session, "Fay")).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.organiser().get(path).body()).doesNotContain("Niet te bereiken per mail");
        assertThat(log(session)).filteredOn(entry -> entry.what().equals("address-lifted")).singleElement()
                .satisfies(entry -> assertThat(entry.person()).isEqualTo(person(session, "Fay")));
    }

    @Test
    void nobodyIsLiftedWhoIsNotThere() {
        var session = session(1, false);

        assertThat(room.organiser().post(session.deskPath() + "/people/niemand/lift", Map.of()).status())
                .isEqualTo(303);
        assertThat(log(session)).isEmpty();
    }
}
