package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Busy;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.need.NeedsForm;
import be.leerkring.registration.own.ColleagueForm;
import be.leerkring.registration.own.PassingOn;
import be.leerkring.registration.signup.Confirming;
import be.leerkring.registration.signup.RegistrationForm;
import be.leerkring.registration.signup.SigningUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody's mailbox is filled by somebody who types their address, and nobody fills a session from one place. */
class ConfirmRequestsTest {

    private static final String OFFICE = "192.0.2.7";

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    private RegistrationRoom room;

    @BeforeEach
    void open() {
        room = new RegistrationRoom(clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Session session(String id) {
        return room.publish(RegistrationRoom.session(id, AdmissionRules.NONE), 10);
    }

    /** The mails that leave by now. */
    private List<Key> leaving() {
        return room.get(QueuedMails.class).unsent(clock.instant()).toList();
    }

    private int held() {
        return room.get(QueuedMails.class).held();
    }

    @Test
    void whoeverRegistersForTenSessionsInARowGetsTenMails() {
        for (var number = 0; number < 10; number++) {
            assertThat(room.submit(session("sessie-" + number), "An", "vil", "nl"))
                    .isInstanceOf(SigningUp.Outcome.Mailed.class);
        }
        assertThat(leaving()).hasSize(10);
        assertThat(held()).isZero();
    }

    @Test
    void theThirteenthMailToOneMailboxIsHeldForAnHourHoweverItsAddressIsSpelt() {
        for (var number = 0; number < 12; number++) {
            room.submit(session("sessie-" + number), number % 2 == 0 ? "A.n+%d".formatted(number) : "An", "vil", "nl");
        }
        assertThat(leaving()).hasSize(12);

        var last = session("laatste");
        assertThat(room.submit(last, "An", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
        assertThat(leaving()).hasSize(12);
        assertThat(held()).isOne();
        assertThat(room.registration(last, "An").state()).isEqualTo(RegistrationState.PENDING);

        clock.forward(Duration.ofMinutes(64));
        assertThat(leaving()).hasSize(12);
        clock.forward(Duration.ofMinutes(1));
        assertThat(leaving()).hasSize(13);
        room.press("An");
        assertThat(room.registration(last, "An").state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void theFourthMailToOneAddressForOneSessionIsHeld() {
        var session = session("sessie");
        for (var number = 0; number < 4; number++) {
            room.submit(session, "An", "vil", "nl");
            clock.forward(Duration.ofMinutes(11));
        }
        assertThat(leaving()).hasSize(3);
        assertThat(held()).isOne();
        assertThat(room.submit(session("andere"), "An", "vil", "nl")).isInstanceOf(SigningUp.Outcome.Mailed.class);
        assertThat(held()).isOne();
    }

    @Test
    void aColleagueIsMailedWithinTheSameLimits() {
        for (var number = 0; number < 12; number++) {
            room.submit(session("sessie-" + number), "An", "vil", "nl");
        }
        var last = session("laatste");
        room.confirm(last, "Bo", "vil");

        assertThat(pass("An", "huis")).isInstanceOf(PassingOn.Outcome.Asked.class);

        assertThat(held()).isOne();
    }

    private PassingOn.Outcome pass(String colleague, String source) {
        var form = ColleagueForm
                .of(new FormText(Map.of("name", colleague, "email", RegistrationRoom.address(colleague))));
        return room.get(PassingOn.class).pass(room.token("Bo", "/my/"), form, source);
    }

    @Test
    void fromOneSourceComeThirtyFormsAnHourAndAHundredAndTwentyADay() {
        var sessions = IntStream.range(0, 5).mapToObj(number -> session("sessie-" + number)).toList();
        for (var hour = 0; hour < 4; hour++) {
            var counted = hour == 0 ? 15 : 28;
            for (var form = 0; form < counted; form++) {
                countFrom(OFFICE, sessions.get(hour), "P" + hour + "n" + form);
            }
            for (var form = counted; form < 30; form++) {
                assertThat(submitFrom(OFFICE, sessions.get(hour), "P" + hour + "n" + form))
                        .isInstanceOf(SigningUp.Outcome.Mailed.class);
            }
            var refused = (SigningUp.Outcome.TooOften) submitFrom(OFFICE, sessions.get(hour), "Te Veel");
            assertThat(Duration.between(clock.instant(), refused.until()))
                    .isEqualTo(hour < 3 ? Duration.ofMinutes(65) : Duration.ofMinutes(24 * 60 + 5 - 3 * 65));
            assertThat(room.mails("Te Veel")).isEmpty();
            clock.forward(Duration.ofMinutes(65));
        }
        assertThat(submitFrom(OFFICE, sessions.get(4), "Te Veel"))
                .isInstanceOf(SigningUp.Outcome.TooOften.class);
        assertThat(submitFrom("198.51.100.1", sessions.get(4), "Te Veel"))
                .isInstanceOf(SigningUp.Outcome.Mailed.class);
        room.confirm(sessions.get(4), "Bo", "vil");
        assertThat(pass("Cis", OFFICE)).isInstanceOf(PassingOn.Outcome.TooOften.class);
    }

    /** Counts a form that came from there, and does nothing else of what a form does. */
    private void countFrom(String source, Session session, String name) {
        var unproven = room.get(UnprovenMails.class);
        var asking = unproven.asking(
                new EmailAddress(RegistrationRoom.address(name)), session.id(), source);
        var read = room.get(Table.class).read(unproven.keys(asking));
        room.write(unproven.asked(asking, read).toArray(Write[]::new));
    }

    /** Whoever reads that it is busy sends the form again. */
    private static SigningUp.Outcome untilServed(Supplier<SigningUp.Outcome> form) {
        while (true) {
            try {
                return form.get();
            } catch (Busy busy) {
                // Again.
            }
        }
    }

    @Test
    void formsAtTheSameMomentPassNoLimit() throws Exception {
        var sessions = IntStream.range(0, 16).mapToObj(number -> session("sessie-" + number)).toList();
        for (var number = 0; number < 15; number++) {
            countFrom(OFFICE, sessions.getFirst(), "Eerder" + number);
        }
        var forms = new ArrayList<Callable<SigningUp.Outcome>>();
        for (var session : sessions) {
            forms.add(() -> untilServed(() -> room.submit(session, "An", "vil", "nl")));
        }
        for (var number = 0; number < 20; number++) {
            var name = "Vreemde" + number;
            forms.add(() -> untilServed(() -> submitFrom(OFFICE, sessions.getFirst(), name)));
        }
        var refused = 0;
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (var outcome : threads.invokeAll(forms)) {
                refused += outcome.get() instanceof SigningUp.Outcome.TooOften ? 1 : 0;
            }
        }
        assertThat(refused).isEqualTo(5);
        assertThat(leaving()).hasSize(12 + 15);
        assertThat(held()).isEqualTo(4);
    }

    @Test
    void fromOneSourceTwentyPeopleConfirmInAnHourForOneSession() {
        var session = session("vol");
        var other = session("ander");
        for (var number = 0; number < 21; number++) {
            room.submit(session, "P" + number, "vil", "nl");
        }
        room.submit(other, "Ver", "vil", "nl");
        var confirming = room.get(Confirming.class);
        for (var number = 0; number < 20; number++) {
            assertThat(confirming.confirm(room.token("P" + number, "/confirm/"), OFFICE)).isEmpty();
        }
        assertThat(confirming.confirm(room.token("P20", "/confirm/"), OFFICE))
                .contains(clock.instant().plus(Duration.ofMinutes(65)));
        assertThat(room.registration(session, "P20").state()).isEqualTo(RegistrationState.PENDING);
        assertThat(confirming.confirm(room.token("P7", "/confirm/"), OFFICE)).as("a second press").isEmpty();
        assertThat(confirming.confirm(room.token("Ver", "/confirm/"), OFFICE)).as("another session").isEmpty();

        clock.forward(Duration.ofMinutes(65));
        assertThat(confirming.confirm(room.token("P20", "/confirm/"), OFFICE)).isEmpty();
        assertThat(room.registration(session, "P20").state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void aStrangersWordsGoIntoNoMailToAnAddressThatNobodyProved() {
        var session = session("sessie");
        var form = new RegistrationForm(
                "WIN 500 EUR https://evil.example", "els@example.org", OrganisationChoice.OTHER, "Bel +32 900 12345",
                "", "nl", "yes", "", Interests.NONE,
                NeedsForm.EMPTY);
        room.get(SigningUp.class).submit(session.id(), form, OFFICE);
        clock.forward(Duration.ofHours(25));
        room.schedule();

        assertThat(room.mails("Els")).hasSize(2).allSatisfy(mail -> assertThat(mail.subject() + mail.text())
                .doesNotContain("WIN", "evil.example", "900 12345")
                .contains("Goedendag", Outbox.SITE));
    }

    private SigningUp.Outcome submitFrom(String source, Session session, String name) {
        return room.submit(session, name, RegistrationRoom.address(name), "vil", "nl", source);
    }
}
