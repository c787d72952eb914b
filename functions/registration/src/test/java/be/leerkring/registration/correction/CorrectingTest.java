package be.leerkring.registration.correction;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.people.PersonAct;
import be.leerkring.registration.signup.Confirming;
import be.leerkring.registration.state.Arrival;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An organiser who puts right what is known of a person. */
final class CorrectingTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    private Session session(int capacity, int mostOfOne, boolean approval) {
        return room.publish(
                RegistrationRoom.session(
                        "sessie",
                        new AdmissionRules(
                                Optional.empty(), Optional.empty(), Optional.empty(), 0, mostOfOne, approval)),
                capacity);
    }

    private void confirm(Session session, String name, String organisation) {
        room.confirm(session, name, organisation);
        clock.forward(Duration.ofMinutes(1));
    }

    private Correcting.Outcome correct(Session session, String name, Map<String, String> changed) {
        return correct(room.registration(session, name), changed);
    }

    private Correcting.Outcome correct(Registration seen, Map<String, String> changed) {
        var participant = seen.participant();
        var fields = new HashMap<String, Object>(Map.of(
                "name", participant.name(),
                "email", participant.email().text(),
                "organisation",
                participant.organisationId().isEmpty() ? "other" : participant.organisationId(),
                "otherOrganisation", participant.organisationId().isEmpty() ? participant.organisation() : "",
                "role", participant.role(),
                "language", participant.language().code()));
        fields.putAll(changed);
        var outcome = room.get(Correcting.class).correct(
                new PersonKey(participant.session(), participant.person()),
                CorrectionForm.of(new FormText(fields)),
                seen.revision(),
                RegistrationRoom.ORGANISER);
        clock.forward(Duration.ofMinutes(1));
        return outcome;
    }

    @Test
    void whoWasMistypedKeepsThePlaceInLineAndIsReachedElsewhere() {
        var session = session(1, 0, false);
        confirm(session, "An", "vil");
        confirm(session, "Bo", "vil");
        confirm(session, "Cis", "vil");
        var old = room.token("Bo", "/my/");

        assertThat(correct(session, "Bo", Map.of("email", "juist@example.org", "role", "coach")))
                .isInstanceOf(Correcting.Outcome.Done.class);

        var juist = room.registration(session, "juist").participant();
        assertThat(juist.role()).isEqualTo("coach");
        assertThat(room.seats("sessie").position(juist.person())).contains(1);
        assertThat(room.purposes("juist")).containsExactly("address-changed");
        assertThat(room.mails("Bo").getLast().purpose()).isEqualTo("address-left");
        assertThat(room.mails("Bo").getLast().text()).doesNotContain("Dag Bo", "VIL", "juist@", "/my/");
        assertThat(room.mails("Bo").getLast().calendar()).isEmpty();
        assertThat(room.get(Destinations.class).follow(old, MyLink.PURPOSE)).isInstanceOf(Destination.Unknown.class);
        assertThat(room.get(Destinations.class).follow(room.token("juist", "/my/"), MyLink.PURPOSE))
                .isInstanceOf(Destination.Found.class);
        assertThat(entries("Bo")).isZero();
        assertThat(entries("juist")).isEqualTo(1);
        var entry = room.get(ChangeLog.class).read("sessie", Optional.empty()).entries().getFirst();
        assertThat(entry.what()).isEqualTo("person-corrected");
        assertThat(entry.changes()).extracting(change -> change.field() + change.from() + " " + change.to())
                .containsExactly("email verbeterd", "role verbeterd");
    }

    private int entries(String name) {
        return room.get(Mailboxes.class).find(new EmailAddress(RegistrationRoom.address(name))).entries().size();
    }

    @Test
    void anAddressThatTakesNoMailIsToldNothing() {
        var session = session(1, 0, false);
        confirm(session, "An", "vil");
        room.get(Addresses.class).suppress("an@example.org", MailState.BOUNCED);
        var before = room.purposes("An").size();

        correct(session, "An", Map.of("email", "juist@example.org"));

        assertThat(room.purposes("An")).hasSize(before);
        assertThat(room.purposes("juist")).containsExactly("address-changed");
    }

    @Test
    void whoHasNotConfirmedIsAskedAtTheRightAddressAndHasTwoDaysForIt() {
        var session = session(1, 0, false);
        room.submit(session, "An", "vil", "nl");
        clock.forward(Duration.ofHours(30));

        correct(session, "An", Map.of("email", "juist@example.org"));
        clock.forward(Duration.ofHours(30));

        assertThat(room.purposes("juist")).containsExactly("confirm-request");
        assertThat(room.registration(session, "juist")).isInstanceOf(Pending.class);
        room.get(Confirming.class).confirm(room.token("juist", "/confirm/"));
        assertThat(room.registration(session, "juist")).isInstanceOf(Confirmed.class);
        assertThat(room.get(Destinations.class).follow(room.token("An", "/confirm/"), Destinations.CONFIRM))
                .isInstanceOf(Destination.Unknown.class);
    }

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
    void nobodyIsRegisteredTwiceByIt() {
        var session = session(3, 0, false);
        confirm(session, "An", "vil");
        room.submit(session, "An", "juist@example.org", "vil", "nl");
        room.get(Confirming.class).confirm(room.token("juist", "/confirm/"));

        assertThat(correct(session, "An", Map.of("email", "juist@example.org")))
                .isInstanceOf(Correcting.Outcome.Invalid.class);
        assertThat(room.registrations(session, "juist")).hasSize(1);
    }

    @Test
    void theNameBehindAnAddressIsFoundByTheNameAsItWasPutRight() {
        var session = session(3, 0, false);
        confirm(session, "An", "vil");
        correct(session, "An", Map.of("name", "An Vos"));
        clock.forward(Duration.ofMinutes(15));

        room.submit(session, "An Vos", "an@example.org", "vil", "nl");

        assertThat(room.purposes("An")).endsWith("already");
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
