package be.leerkring.registration.people;

import static be.leerkring.registration.people.PersonAct.APPROVE;
import static be.leerkring.registration.people.PersonAct.CANCEL;
import static be.leerkring.registration.people.PersonAct.CONFIRM;
import static be.leerkring.registration.people.PersonAct.MAIL;
import static be.leerkring.registration.people.PersonAct.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What an organiser decides while somebody else does, or a second time. */
final class ActsAtOnceTest extends ActsOnPeople {

    private static final int ROUNDS = Proof.of(10, 40);

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
                new PersonKey(session.id(), registration.participant().person()),
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
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));

        assertThat(room.get(PersonActs.class).perform(seen)).isEqualTo(CHANGED);

        assertThat(state(session, "An")).isEqualTo(RegistrationState.CANCELLED);
        assertThat(room.seats("sessie").given()).isZero();
    }

    @Test
    void whateverTwoOrganisersAndThePersonDoAtOnceOneOfThemWinsAndNobodyIsToldWhatIsNotSo() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < ROUNDS; round++) {
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
                            room.get(Cancelling.class).cancel(my);
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
                        MAIL, new PersonKey("sessie", "niemand"), 0, "", RegistrationRoom.ORGANISER)))
                .isInstanceOf(PersonActs.Outcome.Unknown.class);
        assertThat(log(session)).isEmpty();
    }
}
