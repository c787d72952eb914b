package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.registration.Destination;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.address.ChangingAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new address that is known already, and what is kept of it. */
final class KnownAddressTest extends NewAddress {

    @Test
    void thatTheNewAddressHasARegistrationOfThisNameOnlyTheMailTells() {
        var session = session(2, 0);
        confirm(session, "An", "vil");
        room.submit(session, "An", RegistrationRoom.address(NEW), "vil", "nl");
        confirmAt(NEW);
        clock.forward(Duration.ofMinutes(15));

        assertThat(ask("An", NEW)).isInstanceOf(ChangingAddress.Outcome.Asked.class);

        assertThat(room.purposes(NEW)).endsWith("already");
        assertThat(items("ADDRESS-CHANGE#")).as("kept of it as of any other question").hasSize(1);
        assertThat(at(session, "An")).isEqualTo("an@example.org");
        assertThat(room.seats("sessie").taken()).isEqualTo(2);
    }

    @Test
    void whoIsRegisteredThereMeanwhileIsNotRegisteredTwice() {
        var session = session(2, 0);
        confirm(session, "An", "vil");
        ask("An", NEW);
        var link = room.token(NEW, "/address/");
        room.submit(session, "An", RegistrationRoom.address(NEW), "vil", "nl");
        confirmAt(NEW);

        assertThat(room.get(ChangingAddress.class).confirm(link))
                .isInstanceOf(ChangingAddress.Confirmation.Taken.class);
        assertThat(room.registrations(session, NEW)).hasSize(1);
        assertThat(at(session, "An")).isEqualTo("an@example.org");
    }

    @Test
    void aColleagueOfAnotherNameAtTheNewAddressIsNobodysBusiness() {
        var session = session(2, 0);
        confirm(session, "An", "vil");
        room.submit(session, "Bo", RegistrationRoom.address(NEW), "vil", "nl");
        confirmAt(NEW);

        ask("An", NEW);

        assertThat(press(NEW)).isInstanceOf(ChangingAddress.Confirmation.Done.class);
        assertThat(room.registrations(session, NEW)).hasSize(2);
        assertThat(entries(NEW)).isEqualTo(2);
    }

    @Test
    void noMoreThanThreeMailsAnHourGoToAnAddressAndTheAnswerStaysTheSame() {
        var session = session(9, 0);
        for (var name : List.of("An", "Bo", "Cis", "Dora")) {
            confirm(session, name, "vil");
            assertThat(ask(name, NEW)).isInstanceOf(ChangingAddress.Outcome.Asked.class);
        }
        assertThat(room.mails(NEW)).hasSize(4)
                .filteredOn(mail -> !mail.at().isAfter(clock.instant()))
                .hasSize(3);
    }

    @Test
    void whoErasesTheirDataErasesTheQuestionToo() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        ask("An", NEW);
        var link = room.token(NEW, "/address/");

        room.get(OwnData.class).erase(room.token("An", "/my/"));

        assertThat(room.get(ChangingAddress.class).confirm(link))
                .isEqualTo(new ChangingAddress.Confirmation.Closed(new Destination.Unknown()));
        assertThat(items("nieuw@example.org")).isEmpty();
    }

    @Test
    void theDataAreErasedBehindTheNewAddressAsBehindTheFirst() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        ask("An", NEW);
        press(NEW);

        room.get(OwnData.class).erase(room.token(NEW, "/my/"));

        assertThat(items("an@example.org")).isEmpty();
        assertThat(room.purposes(NEW)).containsExactly("erased");
        assertThat(entries(NEW)).isZero();
    }
}
