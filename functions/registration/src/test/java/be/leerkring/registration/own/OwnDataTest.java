package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.FollowUps;
import be.leerkring.network.cooperation.Reported;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.mail.MailClaims;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of somebody, to be read and to be erased. */
final class OwnDataTest extends OwnPages {

    @Test
    void whoErasesEverythingLeavesNothingBehindButTheCounts() {
        var session = session(1, 0);
        confirm(session, "An Vos", "vil");
        confirm(session, "Bo", "vil");
        var person = person(session, "An Vos");
        var token = room.token("An Vos", "/my/");

        assertThat(room.get(OwnData.class).erase(token)).isTrue();
        room.stream(session);

        assertThat(room.registration(session, "Bo").state()).as("the seat").isEqualTo(RegistrationState.OFFERED);
        assertThat(room.purposes("An Vos")).containsExactly("erased");
        assertThat(room.mails("An Vos").getFirst().calendar()).contains("METHOD:CANCEL");
        deliverAll();
        assertThat(items()).noneMatch(item -> item.contains("An Vos")
                || item.contains(RegistrationRoom.address("An Vos"))
                || item.contains(person));
        assertThat(room.get(OwnData.class).erase(token)).as("pressed again").isTrue();
    }

    /** As the mailer does once SES has them. */
    private void deliverAll() {
        var claims = room.get(MailClaims.class);
        room.get(QueuedMails.class)
                .unsent(clock.instant().plusSeconds(1))
                .toList()
                .forEach(key -> claims.sent(((MailClaims.Claim.Held) claims.claim(key)).mail(), "id"));
    }

    private List<String> items() {
        return room.database()
                .client()
                .scanPaginator(scan -> scan.tableName(TestDatabase.TABLE))
                .items()
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void whatSomebodyToldLaterIsShownAndErasedWithAllThatTheyReported() {
        var session = session(1, 0);
        confirm(session, "An", "vil");
        var participant = room.registration(session, "An").participant();
        var by = new PersonKey(session.id(), participant.person());
        var answer = FollowUp.none(by).next(
                "Het draaiboek", "Een gedeeld aanbod", 1,
                Optional.of(new Reported(new Side("catalisti", "Catalisti"), Stage.PLAN, "Nog niets", true)),
                clock.instant());
        var written = room.get(Table.class).write(List.of(
                room.get(FollowUps.class).put(answer, session),
                room.get(Reports.class).put(answer, 1, participant, session)));
        assertThat(written).isInstanceOf(WriteOutcome.Written.class);
        var token = room.token("An", "/my/");

        assertThat(file("An").get("threeMonthsLater").toString())
                .contains("Het draaiboek", "Een gedeeld aanbod", "Catalisti", "plan", "Nog niets");
        assertThat(room.get(OwnData.class).erase(token)).isTrue();
        assertThat(items()).noneMatch(item -> item.contains("FOLLOW-UP#") || item.contains("REPORTED"));
    }
}
