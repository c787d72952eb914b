package be.leerkring.registration.news;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.News;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.own.Cancelling;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What organisers see before a session moves, and what people are told of it: what was, what is, and why. */
final class MovedNewsTest {

    private static final String PATH = "/organiser/sessions/sessie";

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);

    @AfterEach
    void close() {
        room.close();
    }

    private Session publish(AdmissionRules rules, int seats, String... people) {
        var session = room.publish(RegistrationRoom.session("sessie", rules), seats);
        for (var name : people) {
            room.confirm(session, name, "vil");
            clock.forward(Duration.ofMinutes(1));
        }
        return session;
    }

    private Session stored() {
        return room.get(Sessions.class).find("sessie").orElseThrow();
    }

    private Answer move(Reader an, String... to) {
        var shown = an.post(PATH + "/move", an.get(PATH + "/move").form(to));
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        var form = shown.form();
        form.put("seen", Long.toString(stored().edition().revision()));
        assertThat(an.post(PATH + "/move", form).status()).isEqualTo(303);
        return shown;
    }

    private String mail(String name) {
        return room.mails(name).getLast().text();
    }

    @Test
    void theMailSaysWhatWasAndWhyAndNothingOfWhatStayed() {
        var session = publish(AdmissionRules.NONE, 2, "An");
        var organiser = room.organiser();

        var shown = move(
                organiser,
                "date", "2017-04-20",
                "reason-nl", "De spreker is ziek.\r\n\r\nZie https://www.example.org",
                "reason-en", "The speaker is ill.");
        room.stream(session, "#SESSION");

        assertThat(shown.text()).contains("De spreker is ziek.", "was donderdag 23 maart 2017");
        assertThat(mail("An"))
                .contains(
                        "Nieuwe datum: donderdag 20 april 2017 (was donderdag 23 maart 2017)",
                        "De organisator schrijft daarbij:",
                        "De spreker is ziek.\n\nZie https://www.example.org")
                .doesNotContain("Nieuwe uren", "Nieuwe plaats", "The speaker");
        assertThat(News.movedFrom(stored())).contains(session.appointment());
        assertThat(News.reason(stored()).lacks(new Language("en"))).isFalse();
        assertThat(room.get(ChangeLog.class).read("sessie", Optional.empty()).entries().getFirst().changes())
                .extracting(change -> change.field())
                .containsExactly("date", "reason.en", "reason.nl");
    }

    @Test
    void whoWasToldOfAMoveIsToldWhatTheyKnowSinceThen() {
        var session = publish(AdmissionRules.NONE, 3, "An");
        var organiser = room.organiser();
        move(organiser, "start", "10:00", "end", "12:00");
        room.stream(session, "#SESSION");
        clock.forward(Duration.ofMinutes(1));
        room.confirm(stored(), "Bo", "catalisti");
        clock.forward(Duration.ofMinutes(1));

        move(organiser, "venue", "Lamot", "city", "Mechelen", "start", "11:00", "end", "12:00");
        room.stream(session, "#SESSION");

        for (var name : new String[] {"An", "Bo"}) {
            assertThat(mail(name)).contains(
                    "11.00–12.00 uur (was 10.00–12.00 uur)", "Lamot, Mechelen (was Muntpunt, Brussel)");
        }
    }

    @Test
    void whereNobodyWasToldYetTheyAreToldWhatTheyKnew() {
        var session = publish(AdmissionRules.NONE, 2, "An");
        var organiser = room.organiser();
        move(organiser, "date", "2017-03-28");
        move(organiser, "date", "2017-03-29");
        room.stream(session, "#SESSION");

        assertThat(mail("An")).contains("woensdag 29 maart 2017 (was donderdag 23 maart 2017)");
        assertThat(room.purposes("An")).containsOnlyOnce("moved");
    }

    @Test
    void whatWouldNotBeRightAnyMoreIsSaidBeforeTheSessionMoves() {
        var rules = new AdmissionRules(
                Optional.of(Instant.parse("2017-03-15T08:00:00Z")),
                Optional.of(Instant.parse("2017-03-20T08:00:00Z")),
                Optional.of(Instant.parse("2017-03-17T08:00:00Z")),
                0,
                0,
                false);
        publish(rules, 2);
        var organiser = room.organiser();

        var shown = organiser.post(PATH + "/move", organiser.get(PATH + "/move").form("date", "2017-03-14"));
        assertThat(shown.text()).contains(
                "Inschrijven kan vanaf woensdag 15 maart 2017 om 9.00 uur. Dan is de sessie al begonnen",
                "Inschrijven kan tot maandag 20 maart 2017 om 9.00 uur, maar stopt al als de sessie begint",
                "Organisaties die geen subsidie krijgen");
        var fits = organiser.post(PATH + "/move", organiser.get(PATH + "/move").form("date", "2017-03-21"));
        assertThat(fits.text()).doesNotContain("Wat dan niet meer klopt").contains("veranderen niet");
    }

    @Test
    void somebodyWhoWasOfferedASeatHasASampleOfTheirOwnWithTheNewDeadline() {
        var session = publish(AdmissionRules.NONE, 1, "An", "Bo", "Cis");
        room.get(Cancelling.class).cancel(room.token("An", "/my/"));
        room.stream(session);
        clock.forward(Duration.ofMinutes(1));
        var organiser = room.organiser();

        var form = organiser.get(PATH + "/move").form("date", "2017-03-06", "start", "19:10", "end", "21:00");
        var shown = organiser.post(PATH + "/move", form).text();
        assertThat(shown).contains(
                "Eén persoon die een aangeboden plaats kan nemen",
                "Eén persoon op de wachtlijst",
                "maandag 6 maart 2017 om 17.00 uur");

        form.put("start", "11:30");
        assertThat(organiser.post(PATH + "/move", form).text())
                .contains("Eén persoon die een aangeboden plaats verliest", "niet langer kunnen vrijhouden");
    }

    @Test
    void whyASessionIsCalledOffIsInTheMailAndATextThatIsTooLongIsSaidSo() {
        var session = publish(AdmissionRules.NONE, 1, "An", "Bo");
        var organiser = room.organiser();
        var form = organiser.get(PATH + "/call-off").form("reason-nl", "Te weinig <b>inschrijvingen</b>.");
        assertThat(organiser.post(PATH + "/call-off", form).text()).contains("Te weinig <b>inschrijvingen</b>.");

        form.put("seen", Long.toString(stored().edition().revision()));
        form.put("reason-en", "x".repeat(1001));
        var refused = organiser.post(PATH + "/call-off", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("ten hoogste 1000 tekens");
        assertThat(stored().cancelled()).isFalse();

        form.put("reason-en", "");
        assertThat(organiser.post(PATH + "/call-off", form).status()).isEqualTo(303);
        room.stream(session, "#SESSION");
        for (var name : new String[] {"An", "Bo"}) {
            assertThat(mail(name)).contains("schrijft daarbij:", "Te weinig <b>inschrijvingen</b>.");
        }
    }
}
