package be.leerkring.registration.news;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.VenueForm;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.Queued;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people who registered are told of the venue: everybody where it is, and who has a seat where to join online. */
final class VenueToldTest {

    private static final String PATH = "/organiser/sessions/sessie";
    private static final String LINK = "https://meet.example.org/j/871?pwd=geheim";

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private Session session;

    @BeforeEach
    void somePeople() {
        var plain = RegistrationRoom.session("sessie", AdmissionRules.NONE);
        var venue = VenueForm.of(new FormText(Map.of(
                "venue", "Muntpunt", "room", "Zaal “De Wolken”", "street", "Munt 6", "postcode", "1000",
                "city", "Brussel", "position", "50.8503, 4.354", "online", LINK,
                "directions-nl", "Trein: Brussel-Centraal.\nTram: <b>Beurs</b>.", "access-en", "There is a lift.")));
        session = room.publish(
                new Session(
                        plain.id(), plain.title(), plain.summary(), plain.start(), plain.end(), venue.venue(),
                        plain.audience(), plain.themes(), plain.programme(), false, plain.admission(),
                        plain.edition()),
                1);
        room.confirm(session, "An", "vil");
        room.confirm(session, "Bo", "vil");
        clock.forward(Duration.ofMinutes(15));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String mail(String name, String purpose) {
        return room.mails(name).stream()
                .filter(mail -> mail.purpose().equals(purpose))
                .map(VenueToldTest::all)
                .findFirst()
                .orElseThrow();
    }

    /** With the appointment as a calendar reads it. */
    private static String all(Queued mail) {
        return mail.text() + mail.calendar().replace("\r\n ", "");
    }

    private Answer my(String name) {
        return room.visitor().get("/my/" + room.token(name, "/my/").text());
    }

    @Test
    void whoHasASeatIsToldHowToGetThereAndWhereToJoinOnline() {
        assertThat(mail("An", "confirmed")).contains(
                "Muntpunt, Zaal “De Wolken”, Munt 6, 1000 Brussel",
                "Hoe u er raakt:\n\nTrein: Brussel-Centraal.\nTram: <b>Beurs</b>.",
                "Toegankelijkheid:\n\nThere is a lift.",
                "https://www.openstreetmap.org/?mlat=50.8503&mlon=4.354#map=18/50.8503/4.354",
                LINK);
        var page = my("An");
        assertThat(page.text()).contains(
                "Muntpunt, Zaal “De Wolken”, Munt 6, 1000 Brussel", "Online deelnemen " + LINK,
                "Hoe u er raakt Trein: Brussel-Centraal. Tram: <b>Beurs</b>.");
        assertThat(page.body()).contains("mlat=50.8503&amp;mlon=4.354", "lang=\"en\"><p>There is a lift.");

        clock.moveTo(Instant.parse("2017-03-22T08:05:00Z"));
        room.schedule();
        assertThat(mail("An", "reminder-day")).contains("Munt 6, 1000 Brussel", "Tram: <b>Beurs</b>.", LINK);
    }

    @Test
    void whoWaitsIsToldWhereItIsAndNeverWhereToJoinOnline() {
        assertThat(mail("Bo", "confirm-request")).contains("Munt 6, 1000 Brussel");
        assertThat(mail("Bo", "waiting")).contains("Munt 6, 1000 Brussel").doesNotContain("Beurs");
        assertThat(my("Bo").text()).contains("Munt 6, 1000 Brussel").doesNotContain("Hoe u er raakt", "Beurs");
        room.mails("Bo").forEach(mail -> assertThat(all(mail)).doesNotContain("meet.example.org"));
        assertThat(my("Bo").body()).doesNotContain("meet.example.org");
    }

    @Test
    void whoGaveUpTheSeatReadsNoMoreOfIt() {
        var token = room.token("An", "/my/").text();
        room.visitor().post("/my/" + token + "/cancel", Map.of());

        assertThat(room.visitor().get("/my/" + token).body()).doesNotContain("meet.example.org", "Beurs");
        assertThat(mail("An", "cancelled")).doesNotContain("meet.example.org");
    }

    @Test
    void whatIsSaidOfThePlaceMovesAlongUnlessItIsChangedAndThatIsAskedAbout() {
        var desk = room.organiser();
        var form = desk.get(PATH + "/move").form("venue", "Lamot", "room", "", "street", "Van Beethovenstraat 8-10",
                "postcode", "2800", "city", "Mechelen");

        var shown = desk.post(PATH + "/move", form);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("Muntpunt, Zaal “De Wolken”, Munt 6, 1000 Brussel")
                .contains("Lamot, Van Beethovenstraat 8-10, 2800 Mechelen")
                .contains("De plaats verandert, maar een deel van wat erover gezegd wordt niet");
        form.putAll(Map.of("position", "51.0245, 4.4781", "directions-nl", "Trein: Nekkerspoel.\r\nTe voet.",
                "access-en", ""));
        var mended = desk.post(PATH + "/move", form);
        assertThat(mended.text()).doesNotContain("De plaats verandert, maar").contains("Nekkerspoel");
        var pressed = mended.form();
        pressed.put("seen", Long.toString(session.edition().revision()));
        assertThat(desk.post(PATH + "/move", pressed).status()).isEqualTo(303);
        room.stream(session, "#SESSION");

        var venue = room.get(Sessions.class).find("sessie").orElseThrow().venue();
        assertThat(venue.full()).isEqualTo("Lamot, Van Beethovenstraat 8-10, 2800 Mechelen");
        assertThat(venue.whereabouts().directions().byLanguage())
                .isEqualTo(Map.of("nl", "Trein: Nekkerspoel.\nTe voet."));
        assertThat(venue.whereabouts().online()).isEqualTo(LINK);
        assertThat(mail("An", "moved")).contains("Lamot, Van Beethovenstraat 8-10", "Nekkerspoel", "mlat=51.0245",
                LINK);
        assertThat(mail("Bo", "moved")).contains("Lamot, Van Beethovenstraat 8-10")
                .doesNotContain("meet.example.org", "Nekkerspoel");
    }

    @Test
    void anotherLinkIsToldToWhoHasASeatAndToNobodyElse() {
        move("online", "https://meet.example.org/j/999");

        assertThat(mail("An", "moved")).contains("De link om online deel te nemen is een andere.", "/j/999")
                .doesNotContain("/j/871", "Nieuwe plaats", "Nieuwe uren");
        assertThat(room.mails("An").getLast().subject()).isEqualTo("Andere link: Samen leren");
        assertThat(room.purposes("Bo")).doesNotContain("moved");

        clock.forward(Duration.ofMinutes(15));
        move("online", "");
        assertThat(all(room.mails("An").getLast())).contains("Online deelnemen kan niet meer.")
                .doesNotContain("meet.example.org");
    }

    @Test
    void anotherRoomIsAMoveAndWhatIsOnlyAddedIsNone() {
        assertThat(post("directions-nl", "Te voet.").text()).contains("De sessie is daar en dan al");
        assertThat(post("access-nl", "Er is een lift.", "position", "").text()).contains("De sessie is daar en dan al");

        move("room", "Kelder");

        assertThat(mail("Bo", "moved")).contains("Muntpunt, Kelder, Munt 6, 1000 Brussel (was Muntpunt, Zaal");
        assertThat(room.mails("Bo").getLast().subject()).isEqualTo("Verplaatst: Samen leren");
    }

    /** A look at what the move form would do, with these fields filled in. */
    private Answer post(String... namesAndValues) {
        var desk = room.organiser();
        return desk.post(PATH + "/move", desk.get(PATH + "/move").form(namesAndValues));
    }

    private void move(String... namesAndValues) {
        var pressed = post(namesAndValues).form();
        pressed.put("seen", Long.toString(room.get(Sessions.class).find("sessie").orElseThrow().edition().revision()));
        assertThat(room.organiser().post(PATH + "/move", pressed).status()).isEqualTo(303);
        room.stream(session, "#SESSION");
    }

    @Test
    void whatIsWrongWithThePlaceMovesNothing() {
        var desk = room.organiser();
        var form = desk.get(PATH + "/move").form("street", "Elders 1", "position", "91, 4", "online", "x");

        var answer = desk.post(PATH + "/move", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Vul een breedtegraad en een lengtegraad in", "Vul de volledige link in");
        assertThat(answer.form()).containsEntry("street", "Elders 1");
        assertThat(room.get(Sessions.class).find("sessie")).contains(session);
    }
}
