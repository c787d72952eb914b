package be.leerkring.registration.line;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailReports;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.own.TakingSeat;
import be.leerkring.registration.state.Offered;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seat that comes free for somebody whom no mail reaches. */
final class UnreachableTest extends SeatsOfASession {

    /** One of the organisers in the settings of the test kit, with the mailbox an@example.org. */
    private static final String ORGANISER = "An";

    private Session session;

    @BeforeEach
    void aFullSession() {
        session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 1);
        confirm(session, "Els", "Fay", "Gus");
        later();
    }

    @Test
    void itIsOfferedToTheNextWhoCanBeReachedAndNobodyLosesAPlace() {
        bounce("Fay", MailState.BOUNCED);

        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);

        assertThat(state("Fay")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.seats("sessie").position(person("Fay"))).contains(1);
        assertThat(room.purposes("Fay")).containsExactly("confirm-request", "waiting");
        assertThat(state("Gus")).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.mails(ORGANISER)).singleElement().satisfies(mail -> {
            assertThat(mail.purpose()).isEqualTo("unreachable");
            assertThat(mail.text())
                    .contains("Eén persoon", "naar de volgende op de wachtlijst", "/people?state=waiting")
                    .doesNotContain("Fay", "fay@", person("Fay"));
        });
    }

    @Test
    void organisersAreToldOnceHoweverOftenASeatPassesBy() {
        bounce("Fay", MailState.COMPLAINED);
        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);
        later();

        room.get(Cancelling.class).cancel(room.token("Gus", "/my/"));
        room.stream(session);
        room.schedule();

        assertThat(room.purposes(ORGANISER)).containsExactly("unreachable");
        assertThat(room.seats("sessie").free()).isEqualTo(1);
    }

    @Test
    void whereNobodyCanBeReachedTheSeatStaysFreeAndWhoeverComesCanHaveIt() {
        bounce("Fay", MailState.BOUNCED);
        bounce("Gus", MailState.BOUNCED);

        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);

        assertThat(room.mails(ORGANISER)).singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("2 mensen", "De plaats blijft vrij"));
        assertThat(room.seats("sessie").unreachable()).hasSize(2);
        confirm(session, "Dre");
        assertThat(state("Dre")).as("nobody waits for whom no mail reaches").isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void onceTheSuppressionIsLiftedTheyAreOfferedASeatLikeAnybody() {
        bounce("Fay", MailState.BOUNCED);
        bounce("Gus", MailState.BOUNCED);
        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);

        room.write(room.get(Addresses.class).lift(RegistrationRoom.address("Gus")));
        clock.forward(Duration.ofHours(1));
        room.schedule();

        assertThat(state("Gus")).isEqualTo(RegistrationState.OFFERED);
        assertThat(state("Fay")).isEqualTo(RegistrationState.WAITING);
        room.get(TakingSeat.class).take(room.token("Gus", "/my/"));
        assertThat(state("Gus")).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void anOfferThatBouncesPassesOnWithinAQuarterAndItsReaderIsFirstInLineAgain() {
        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);
        assertThat(state("Fay")).isEqualTo(RegistrationState.OFFERED);
        report(MailState.BOUNCED);
        bounce("Fay", MailState.BOUNCED);

        clock.forward(Duration.ofMinutes(15));
        room.schedule();
        room.stream(session);

        assertThat(state("Fay")).isEqualTo(RegistrationState.WAITING);
        assertThat(room.seats("sessie").position(person("Fay"))).contains(1);
        assertThat(state("Gus")).isEqualTo(RegistrationState.OFFERED);
        assertThat(room.purposes(ORGANISER)).containsExactly("unreachable");
    }

    @Test
    void anOfferWhoseReaderComplainsOfItWasReadAndStands() {
        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);
        report(MailState.DELIVERED);
        report(MailState.COMPLAINED);
        bounce("Fay", MailState.COMPLAINED);

        clock.forward(Duration.ofMinutes(15));
        room.schedule();

        assertThat(state("Fay")).isEqualTo(RegistrationState.OFFERED);
        clock.moveTo(room.registration(session, "Fay", Offered.class).until());
        room.schedule();
        room.stream(session);
        assertThat(state("Fay")).as("its time is over").isEqualTo(RegistrationState.CANCELLED);
        assertThat(state("Gus")).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void anOfferThatWasNotHandedOverForAnEarlierComplaintIsTakenBack() {
        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);
        bounce("Fay", MailState.COMPLAINED);

        clock.forward(Duration.ofMinutes(15));
        room.schedule();
        room.stream(session);

        assertThat(state("Fay")).isEqualTo(RegistrationState.WAITING);
        assertThat(state("Gus")).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void aListOfTheUnreachableLongerThanOneLookHoldsNobodyUp() {
        confirm(session, "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "Laatste");
        for (var name : new String[] {"Fay", "Gus", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9"}) {
            bounce(name, MailState.BOUNCED);
        }

        room.get(Cancelling.class).cancel(room.token("Els", "/my/"));
        room.stream(session);

        assertThat(state("Laatste")).isEqualTo(RegistrationState.OFFERED);
    }

    private void bounce(String name, MailState cause) {
        room.get(Addresses.class).suppress(RegistrationRoom.address(name), cause);
    }

    /** What SES reports of the mail that offers Fay the seat. */
    private void report(MailState state) {
        var offered = room.registration(session, "Fay", Offered.class);
        var mail = QueuedMails.key(offered.participant().subject(), "offer", offered.revision());
        assertThat(room.get(MailReports.class).take(mail, state, "id", "")).isTrue();
    }
}
