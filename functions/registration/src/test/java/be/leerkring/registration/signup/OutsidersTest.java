package be.leerkring.registration.signup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.state.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever says to be of an organisation, with an address that is none of its own. */
final class OutsidersTest {

    private final RegistrationRoom room = new RegistrationRoom(MovableClock.at(Instant.parse("2017-03-06T09:00:00Z")));

    @AfterEach
    void close() {
        room.close();
    }

    /** Everybody in these tests has mail at example.org. */
    @ParameterizedTest
    @CsvSource({
            "OPEN, false, vil.example, CONFIRMED",
            "OPEN, true, vil.example, WAITING",
            "OPEN, true, example.org, CONFIRMED",
            "OPEN, true, '', CONFIRMED",
            "SUBSIDISED, false, vil.example, WAITING",
            "SUBSIDISED, false, 'vil.example, example.org', CONFIRMED",
            "SUBSIDISED, true, vil.example, WAITING",
            "SUBSIDISED, false, '', CONFIRMED"
    })
    void anOrganiserDecidesWhereTheSessionIsNotForEverybody(
            Session.Audience audience, boolean approval, String domains, RegistrationState state) {
        knowing(domains);
        var session = publish(audience, approval);

        room.confirm(session, "Jan", "vil");

        assertThat(room.registration(session, "Jan").state()).isEqualTo(state);
        if (state == RegistrationState.WAITING) {
            assertThat(room.registration(session, "Jan", Waiting.class).approved()).isFalse();
            assertThat(room.purposes("Jan")).endsWith("approval");
            assertThat(room.seats("sessie").unapproved()).isEqualTo(1);
            assertThat(room.seats("sessie").free()).as("nobody waits for them").isEqualTo(1);
        }
    }

    @Test
    void anOrganisersConsentIsAllThatTheyNeed() {
        knowing("vil.example");
        var session = publish(Session.Audience.SUBSIDISED, false);
        room.confirm(session, "Jan", "vil");
        var person = room.registration(session, "Jan").participant().person();
        assertThat(room.organiser().get(session.deskPath() + "/people/" + person).body())
                .contains("dit is geen adres van de organisatie. Die gebruikt vil.example");

        room.approve("sessie", person);

        assertThat(room.registration(session, "Jan").state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void theNameTypedInFullIsNoWayAroundIt() {
        knowing("vil.example");
        var session = publish(Session.Audience.OPEN, true);

        room.confirm(session, "Jan", "VIL");

        assertThat(room.registration(session, "Jan").state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void theFormSaysSoBefore() {
        var session = publish(Session.Audience.SUBSIDISED, false);
        assertThat(room.visitor().get(session.path() + "/register").body()).doesNotContain("Gebruik het e-mailadres");

        knowing("vil.example");

        assertThat(room.visitor().get(session.path() + "/register").body())
                .contains("Gebruik het e-mailadres van uw organisatie");
    }

    private Session publish(Session.Audience audience, boolean approval) {
        var session = RegistrationRoom.session("sessie", new AdmissionRules(
                Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, approval));
        return room.publish(
                new Session(
                        session.id(),
                        session.title(),
                        session.summary(),
                        session.start(),
                        session.end(),
                        session.venue(),
                        audience,
                        session.themes(),
                        session.programme(),
                        session.assumed(),
                        session.admission(),
                        session.edition()),
                1);
    }

    private void knowing(String domains) {
        var organisations = room.get(Organisations.class);
        var list = organisations.read();
        room.write(organisations.put(list.with(List.of(new Organisation(
                "vil", "VIL", Organisation.Kind.SPEARHEAD_CLUSTER, false, "", "", "",
                MailDomains.of(domains).orElseThrow(), List.of(), List.of(), 1)))));
    }
}
