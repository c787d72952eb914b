package be.leerkring.registration.correction;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.people.PersonAct;
import be.leerkring.registration.state.Arrival;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An organiser who puts right what is known of a person. */
final class CorrectingTest extends Corrections {

    @Test
    void anotherOrganisationTakesTheSeatAlong() {
        var session = session(2, 0, false);
        confirm(session, "An", "vil");

        assertThat(correct(session, "An", Map.of("organisation", "catalisti")))
                .isInstanceOf(Correcting.Outcome.Done.class);

        assertThat(room.registration(session, "An").participant().organisation()).isEqualTo("Catalisti");
        assertThat(room.seats("sessie").organisations()).isEqualTo(Map.of("catalisti", 1));
        assertThat(room.purposes("An")).as("nobody is mailed about it").containsExactly("confirm-request", "confirmed");
    }

    @Test
    void whatPassesTheRulesIsSaidFirst() {
        var session = session(3, 1, true);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "catalisti");

        assertThat(correct(session, "An", Map.of("organisation", "catalisti"))).isInstanceOfSatisfying(
                Correcting.Outcome.Invalid.class,
                invalid -> assertThat(invalid.sheet().passed()).containsExactly("correction.means.full"));
        assertThat(correct(session, "An", Map.of("organisation", "other", "otherOrganisation", "Buiten")))
                .isInstanceOfSatisfying(
                        Correcting.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.sheet().passed()).containsExactly("correction.means.approval"));
        assertThat(room.registration(session, "An").participant().organisation()).isEqualTo("VIL");

        assertThat(correct(session, "An", Map.of("organisation", "catalisti", "anyway", "yes")))
                .isInstanceOf(Correcting.Outcome.Done.class);
        assertThat(room.seats("sessie").organisations()).isEqualTo(Map.of("catalisti", 2));
    }

    @Test
    void whatChangedSinceItWasSeenIsShownAndTheSecondPressIsNone() {
        var session = session(1, 0, false);
        confirm(session, "An", "vil");
        var seen = room.registration(session, "An");
        correct(session, "An", Map.of("role", "coach"));

        assertThat(correct(seen, Map.of("role", "coach"))).isInstanceOf(Correcting.Outcome.Done.class);
        assertThat(correct(seen, Map.of("role", "directeur"))).isInstanceOfSatisfying(
                Correcting.Outcome.Conflict.class,
                conflict -> assertThat(conflict.sheet().conflict().orElseThrow())
                        .extracting(change -> change.from() + " " + change.to())
                        .containsExactly("coach directeur"));
    }

    @Test
    void ofWhoWasThereTheNameIsPutRightAndNothingElse() {
        var session = session(1, 0, false);
        confirm(session, "An", "vil");
        clock.moveTo(session.start());
        arrive(session, "An");
        clock.moveTo(session.end().plus(Duration.ofHours(1)));

        assertThat(correct(session, "An", Map.of("name", "An Vos", "email", "juist@example.org", "role", "coach")))
                .isInstanceOf(Correcting.Outcome.Done.class);

        var participant = room.registration(session, "An").participant();
        assertThat(participant.state()).isEqualTo(RegistrationState.ATTENDED);
        assertThat(participant.name()).isEqualTo("An Vos");
        assertThat(participant.role()).isEmpty();
    }

    private void arrive(Session session, String name) {
        var before = room.registration(session, name);
        var arrival = (Arrival.Expected) before.arrive(clock.instant());
        room.write(room.get(Registrations.class).put(arrival.next(), session));
    }

    @Test
    void whatIsCancelledOrOverIsNotPutRight() {
        var session = session(2, 0, false);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        room.act(PersonAct.CANCEL, "sessie", room.registration(session, "Bo").participant().person(), "Vol");

        assertThat(correct(session, "Bo", Map.of("role", "coach"))).isInstanceOf(Correcting.Outcome.Closed.class);
        clock.moveTo(session.end());
        assertThat(correct(session, "An", Map.of("role", "coach"))).isInstanceOf(Correcting.Outcome.Closed.class);
    }

    @Test
    void thePagesLeadToTheFormAndBack() {
        var session = session(1, 1, false);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "catalisti");
        var registration = room.registration(session, "An");
        var desk = room.organiser();
        var person = session.deskPath() + "/people/" + registration.participant().person();

        assertThat(desk.get(person).body()).contains(person + "/correct");
        assertThat(desk.get(person + "/correct").body()).contains("an@example.org", "name=\"revision\"");
        var fields = new HashMap<>(Map.of(
                "name", "An", "email", "an@example.org", "organisation", "vil", "role", "coach", "language", "en",
                "revision", String.valueOf(registration.revision())));
        assertThat(desk.post(person + "/correct", fields).status()).isEqualTo(303);
        fields.put("role", "directeur");
        assertThat(desk.post(person + "/correct", fields).status()).as("seen before that").isEqualTo(409);
        fields.put("email", "geen adres");
        assertThat(desk.post(person + "/correct", fields).status()).isEqualTo(422);
        assertThat(desk.get(session.deskPath() + "/people/niemand/correct").status()).isEqualTo(404);
        assertThat(room.registration(session, "An").participant().language().code()).isEqualTo("en");
    }
}
