package be.leerkring.registration.people;

import static be.leerkring.registration.people.PersonAct.APPROVE;
import static be.leerkring.registration.people.PersonAct.CANCEL;
import static be.leerkring.registration.people.PersonAct.CONFIRM;
import static be.leerkring.registration.people.PersonAct.MAIL;
import static be.leerkring.registration.people.PersonAct.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Leaving;
import be.leerkring.registration.signup.Admission;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What organisers do about one person, also when two of them do, or the person does. */
final class PersonActsTest {

    private static final PersonActs.Outcome DONE = new PersonActs.Outcome.Done();
    private static final PersonActs.Outcome CHANGED = new PersonActs.Outcome.Changed();

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    private Session session(int capacity, boolean approval) {
        return room.publish(
                RegistrationRoom.session(
                        "sessie",
                        new AdmissionRules(
                                Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, approval)),
                capacity);
    }

    private void confirm(Session session, String... names) {
        for (var name : names) {
            clock.forward(Duration.ofMinutes(1));
            room.confirm(session, name, "vil");
        }
        clock.forward(Duration.ofMinutes(1));
    }

    private String person(Session session, String name) {
        return room.registration(session, name).participant().person();
    }

    private PersonActs.Outcome act(PersonAct act, Session session, String name, String reason) {
        var outcome = room.act(act, session.id(), person(session, name), reason);
        clock.forward(Duration.ofMinutes(1));
        return outcome;
    }

    private RegistrationState state(Session session, String name) {
        return room.registration(session, name).state();
    }

    private List<LogEntry> log(Session session) {
        return room.get(ChangeLog.class).read(session.id(), Optional.empty()).entries();
    }

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
        assertThat(room.seats("sessie").waiting()).isEqualTo(2);
        assertThat(room.mails("Bo").getLast().text()).doesNotContain("geen plaats meer");
        assertThat(room.mails("Bo").getLast().calendar()).isEmpty();
        room.get(Admission.class).confirm(room.token("An", "/confirm/"));
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
        room.get(Leaving.class).cancel(room.token("An", "/my/"));
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
        room.get(Admission.class).confirm(room.token("Dora", "/confirm/"));
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
        room.get(Admission.class).confirm(room.token("Cis", "/confirm/"));
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

    @Test
    void pressingTwiceDoesItOnce() {
        var session = session(2, true);
        room.confirm(session, "An", "ander");
        room.confirm(session, "Bo", "vil");
        room.submit(session, "Cis", "vil", "nl");
        clock.forward(Duration.ofMinutes(15));
        for (var wish : List.of(
                wish(APPROVE, session, "An", ""),
                wish(MAIL, session, "Bo", ""),
                wish(CONFIRM, session, "Cis", ""))) {
            var before = log(session).size();
            assertThat(room.get(PersonActs.class).perform(wish)).isEqualTo(DONE);
            assertThat(room.get(PersonActs.class).perform(wish)).as(wish.act().code()).isEqualTo(DONE);
            assertThat(log(session)).as(wish.act().code()).hasSize(before + 1);
        }
        for (var act : List.of(WAIT, CANCEL)) {
            var wish = wish(act, session, "Bo", "Reden");
            var before = room.purposes("Bo").size();
            assertThat(room.get(PersonActs.class).perform(wish)).isEqualTo(DONE);
            assertThat(room.get(PersonActs.class).perform(wish)).as(act.code()).isEqualTo(DONE);
            assertThat(room.purposes("Bo")).as(act.code()).hasSize(before + 1);
        }
    }

    private PersonActs.Wish wish(PersonAct act, Session session, String name, String reason) {
        var registration = room.registration(session, name);
        return new PersonActs.Wish(
                act,
                new Participants.Subject(session.id(), registration.participant().person()),
                registration.revision(),
                reason,
                RegistrationRoom.ORGANISER);
    }

    @Test
    void whatChangedSinceItWasSeenIsLookedAtAgain() {
        var session = session(1, true);
        room.confirm(session, "An", "ander");
        var seen = wish(CANCEL, session, "An", "Er is geen plaats.");
        act(APPROVE, session, "An", "");

        assertThat(room.get(PersonActs.class).perform(seen)).isEqualTo(CHANGED);

        assertThat(state(session, "An")).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(room.purposes("An")).doesNotContain("cancelled-by-organiser");
        assertThat(log(session)).hasSize(1);
    }

    @Test
    void aPersonWhoCancelsIsNotApprovedAfterwards() {
        var session = session(1, true);
        room.confirm(session, "An", "ander");
        var seen = wish(APPROVE, session, "An", "");
        room.get(Leaving.class).cancel(room.token("An", "/my/"));

        assertThat(room.get(PersonActs.class).perform(seen)).isEqualTo(CHANGED);

        assertThat(state(session, "An")).isEqualTo(RegistrationState.CANCELLED);
        assertThat(room.seats("sessie").given()).isZero();
    }

    @Test
    void whateverTwoOrganisersAndThePersonDoAtOnceOneOfThemWinsAndNobodyIsToldWhatIsNotSo() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 20; round++) {
                var session = room.publish(
                        RegistrationRoom.session(
                                "sessie-" + round,
                                new AdmissionRules(
                                        Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, true)),
                        1);
                var name = "An" + round;
                room.confirm(session, name, "ander");
                clock.forward(Duration.ofMinutes(1));
                var approve = wish(APPROVE, session, name, "");
                var cancel = new PersonActs.Wish(
                        CANCEL, approve.subject(), approve.revision(), "Vol", new Organiser("b@example.org"));
                var my = room.token(name, "/my/");
                var acts = List.<Callable<Object>>of(
                        () -> room.get(PersonActs.class).perform(approve),
                        () -> room.get(PersonActs.class).perform(cancel),
                        () -> {
                            room.get(Leaving.class).cancel(my);
                            return true;
                        });
                for (var done : threads.invokeAll(acts)) {
                    done.get();
                }
                assertThat(state(session, name)).as("cancelled by one or the other")
                        .isEqualTo(RegistrationState.CANCELLED);
                var last = room.registration(session, name, Cancelled.class);
                assertThat(room.seats(session.id()).given()).isZero();
                assertThat(room.seats(session.id()).waiting()).isZero();
                assertThat(room.purposes(name))
                        .endsWith(switch (last.ending()) {
                            case ORGANISER -> "cancelled-by-organiser";
                            case OWN -> room.purposes(name).contains("confirmed") ? "cancelled" : "left-line";
                            case DECLINED, LAPSED, PASSED -> "nothing fits";
                        });
            }
        }
    }

    @Test
    void anActThatMakesNoSenseAnyMoreChangesNothing() {
        var session = session(1, false);
        confirm(session, "An");
        assertThat(act(APPROVE, session, "An", "")).as("is in already").isEqualTo(DONE);
        assertThat(act(CONFIRM, session, "An", "")).isEqualTo(DONE);
        clock.moveTo(session.start());

        assertThat(act(WAIT, session, "An", "")).isEqualTo(CHANGED);
        assertThat(act(CANCEL, session, "An", "Te laat")).isEqualTo(CHANGED);
        assertThat(room.get(PersonActs.class)
                .perform(new PersonActs.Wish(
                        MAIL, new Participants.Subject("sessie", "niemand"), 0, "", RegistrationRoom.ORGANISER)))
                .isInstanceOf(PersonActs.Outcome.NoSuchPerson.class);
        assertThat(log(session)).isEmpty();
    }
}
