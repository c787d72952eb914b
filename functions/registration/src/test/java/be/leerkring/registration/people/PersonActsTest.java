package be.leerkring.registration.people;

import static be.leerkring.registration.people.PersonAct.CANCEL;
import static be.leerkring.registration.people.PersonAct.CONFIRM;
import static be.leerkring.registration.people.PersonAct.MAIL;
import static be.leerkring.registration.people.PersonAct.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.LogEntry;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What organisers do about one person, also when two of them do, or the person does. */
final class PersonActsTest extends ActsOnPeople {

    @Test
    void whoIsPutInLineGivesTheSeatToTheFirstThereAndStandsAtTheEnd() {
        var session = session(1, false);
        confirm(session, "An", "Bo", "Cis");

        assertThat(act(WAIT, session, "An", "")).isEqualTo(DONE);
        room.stream(session);

        assertThat(state(session, "An")).isEqualTo(RegistrationState.WAITING);
        assertThat(state(session, "Bo")).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.seats("sessie").position(person(session, "Cis"))).contains(1);
        assertThat(room.seats("sessie").position(person(session, "An"))).contains(2);
        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirmed", "put-in-line");
        assertThat(room.mails("An").getLast().calendarType()).endsWith("method=CANCEL");
        assertThat(room.mails("An").getLast().text()).contains("U hebt dus geen plaats meer");
        var entry = log(session).getFirst();
        assertThat(entry.what()).isEqualTo("person-waiting");
        assertThat(entry.person()).isEqualTo(person(session, "An"));
        assertThat(entry.by()).isEqualTo(RegistrationRoom.ORGANISER.address());
        assertThat(entry.changes()).containsExactly(new Change("state", "Bevestigd", "Op de wachtlijst"));
    }

    @Test
    void whoHasYetToConfirmCanBePutInLineToo() {
        var session = session(5, true);
        room.submit(session, "An", "ander", "nl");
        room.submit(session, "Bo", "vil", "nl");

        act(WAIT, session, "An", "");
        act(WAIT, session, "Bo", "");

        assertThat(room.registration(session, "An", Waiting.class).approved()).as("waits for consent").isFalse();
        assertThat(room.registration(session, "Bo", Waiting.class).approved()).isTrue();
        assertThat(room.seats("sessie").waiting()).isEqualTo(1);
        assertThat(room.seats("sessie").unapproved()).isEqualTo(1);
        assertThat(room.mails("Bo").getLast().text()).doesNotContain("geen plaats meer");
        assertThat(room.mails("Bo").getLast().calendar()).isEmpty();
        room.press("An");
        assertThat(state(session, "An")).as("the old link gives no seat").isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void aReasonIsMailedAndShownAndGoesWithTheRegistration() {
        var session = session(1, false);
        confirm(session, "An", "Bo");
        var reason = "U meldde zich telefonisch af.\n\nTot een volgende keer!";

        assertThat(act(CANCEL, session, "An", reason)).isEqualTo(DONE);
        room.stream(session);

        var cancelled = room.registration(session, "An", Cancelled.class);
        assertThat(cancelled.state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(cancelled.ending()).isEqualTo(Cancelled.Ending.ORGANISER);
        assertThat(cancelled.reason()).isEqualTo(reason);
        assertThat(state(session, "Bo")).isEqualTo(RegistrationState.OFFERED);
        var mail = room.mails("An").getLast();
        assertThat(mail.purpose()).isEqualTo("cancelled-by-organiser");
        assertThat(mail.text()).contains("telefonisch af.\n\nTot een volgende keer!");
        assertThat(mail.calendarType()).endsWith("method=CANCEL");
        assertThat(log(session).getFirst().changes())
                .as("the log keeps nothing that erasing would have to find")
                .containsExactly(new Change("state", "Bevestigd", "Geannuleerd"));

        room.submit(session, "An", "vil", "nl");
        var person = room.registration(session, "An", Pending.class).participant().person();
        var key = Participants.key(session.id(), person);
        assertThat(room.get(Table.class).read(List.of(key)).get(key).text("reason", "")).isEmpty();
    }

    @Test
    void offersAndPlacesInLineAndUnconfirmedOnesCanBeCancelledToo() {
        var session = session(1, false);
        confirm(session, "An", "Bo", "Cis");
        room.submit(session, "Dora", "vil", "nl");
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        assertThat(state(session, "Bo")).isEqualTo(RegistrationState.OFFERED);

        act(CANCEL, session, "Cis", "Reden");
        act(CANCEL, session, "Dora", "Reden");
        act(CANCEL, session, "Bo", "Reden");

        assertThat(room.seats("sessie").free()).isEqualTo(1);
        assertThat(room.seats("sessie").waiting()).isZero();
        assertThat(List.of("Bo", "Cis", "Dora"))
                .allSatisfy(name -> assertThat(state(session, name)).isEqualTo(RegistrationState.CANCELLED))
                .allSatisfy(name -> assertThat(room.mails(name).getLast().calendar()).isEmpty());
        room.press("Dora");
        assertThat(state(session, "Dora")).isEqualTo(RegistrationState.CANCELLED);
    }

    @Test
    void aMailSentAgainHasAFreshLinkAndWhoHasYetToConfirmGetsTwoDaysMore() {
        var session = session(1, false);
        confirm(session, "An", "Bo");
        room.submit(session, "Cis", "vil", "nl");
        var old = room.token("An", "/my/");
        clock.forward(Duration.ofHours(47));

        act(MAIL, session, "An", "");
        act(MAIL, session, "Bo", "");
        act(MAIL, session, "Cis", "");

        assertThat(room.purposes("An")).endsWith("confirmed", "confirmed");
        assertThat(room.token("An", "/my/")).isNotEqualTo(old);
        assertThat(room.purposes("Bo")).endsWith("waiting", "waiting");
        assertThat(room.purposes("Cis")).endsWith("confirm-request", "confirm-request");
        clock.forward(Duration.ofHours(47));
        room.press("Cis");
        assertThat(state(session, "Cis")).isEqualTo(RegistrationState.WAITING);
        assertThat(log(session)).extracting(LogEntry::what).containsOnly("person-mailed").hasSize(3);
        assertThat(log(session)).allSatisfy(entry -> assertThat(entry.changes()).isEmpty());
    }

    @Test
    void anOrganiserWhoConfirmsVouchesForTheAddressAndConsents() {
        var session = session(1, true);
        room.submit(session, "An", "ander", "nl");
        room.submit(session, "Bo", "vil", "nl");
        clock.forward(Duration.ofMinutes(1));

        act(CONFIRM, session, "An", "");
        act(CONFIRM, session, "Bo", "");

        assertThat(state(session, "An")).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.purposes("An")).endsWith("vouched");
        assertThat(room.mails("An").getLast().calendarType()).endsWith("method=REQUEST");
        assertThat(state(session, "Bo")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.purposes("Bo")).endsWith("vouched-waiting");
        assertThat(room.seats("sessie").taken()).isEqualTo(1);
    }
}
