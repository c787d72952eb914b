package be.leerkring.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.meetings.plan.SpeedDatingProof;
import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.head.PageAddress;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.RegistrationRoom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a participant says of themes, and sees of the speed-dating. */
final class OwnDatesTest {

    private static final Instant NOW = Instant.parse("2017-03-06T09:00:00Z");

    private final MovableClock clock = MovableClock.at(NOW);
    private RegistrationRoom room;
    private Session session;

    @BeforeEach
    void open() {
        room = new RegistrationRoom(clock);
        session = room.publish(themed(RegistrationRoom.session("sessie", AdmissionRules.NONE)), 10);
        room.confirm(session, "An", "vil");
        room.confirm(session, "Bo", "catalisti");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static Session themed(Session plain) {
        return themed(plain, "industrie-4-0", "circulaire-economie");
    }

    private static Session themed(Session plain, String... themes) {
        return new Session(
                plain.id(),
                plain.title(),
                plain.summary(),
                plain.start(),
                plain.end(),
                plain.venue(),
                plain.audience(),
                List.of(themes),
                plain.programme(),
                false,
                plain.admission(),
                plain.edition());
    }

    private Seatmate seatmate(String name) {
        return Seatmate.of(room.registration(session, name).participant(), false);
    }

    private void plan(SpeedDates.State state) {
        var nothing = new SpeedDatingProof.Count(
                1,
                1,
                new SpeedDatingProof.Reason("every-pair", List.of(1), ""),
                1,
                new SpeedDatingProof.Reason("capacity", List.of(1, 1), ""),
                1);
        var people = List.of(seatmate("An"), seatmate("Bo"));
        room.write(room.get(SpeedDatingPlans.class).put(
                new SpeedDates(
                        session.id(),
                        new SpeedDatingSettings(
                                1,
                                6,
                                2,
                                Optional.of(session.start()),
                                0,
                                2,
                                false,
                                false,
                                List.of(),
                                List.of(),
                                Set.of(),
                                Set.of(),
                                1),
                        people,
                        List.of(new SpeedDates.Round(List.of(new SpeedDates.Table(3, people)), List.of())),
                        0,
                        state,
                        new SpeedDatingProof(0, nothing, nothing, 0, Map.of(), 0, List.of(), List.of()),
                        Map.of(),
                        Set.of(),
                        NOW,
                        1),
                session));
    }

    private String page(String name) {
        var visit = new Visit(new PageAddress("https://leerkring.example", "/my", "", false), new Language("nl"), true,
                true, "192.0.2.1", "");
        return room.get(MyController.class)
                .look(room.token(name, "/my/").text(), visit)
                .body();
    }

    @Test
    void whatOneSeeksAndOffersIsKeptAsFarAsTheSessionHasIt() {
        var form = DetailsForm.of(new FormText(Map.of(
                "name", "An", "organisation", "vil", "language", "nl",
                "seeks-circulaire-economie", "yes", "seeks-industrie-4-0", "yes",
                "offers-verzonnen", "yes", "offers-industrie-4-0", "yes")));
        assertThat(room.get(ChangingDetails.class).change(room.token("An", "/my/"), form))
                .isInstanceOf(ChangingDetails.Outcome.Done.class);

        assertThat(room.registration(session, "An").participant().interests())
                .isEqualTo(new Interests(
                        List.of("industrie-4-0", "circulaire-economie"), List.of("industrie-4-0")));
        assertThat(page("An")).contains("industrie 4.0, circulaire economie");
    }

    private void retype(String... themes) {
        session = themed(session.next(), themes);
        room.change(session);
    }

    private void change(Map<String, String> interests) {
        var fields = new HashMap<>(Map.of("name", "An", "organisation", "vil", "language", "nl"));
        fields.putAll(interests);
        assertThat(room.visitor().post("/my/" + room.token("An", "/my/").text() + "/details", fields).status())
                .isEqualTo(303);
    }

    @Test
    void aThemeThatAnOrganiserTypesAnewStaysTicked() {
        retype("Europa", "R&D", "e-commerce");
        change(Map.of("seeks-europa", "yes", "offers-r-d", "yes"));
        retype("E-Commerce", "r&d", "EUROPA");

        var form = room.visitor().get("/my/" + room.token("An", "/my/").text() + "/details").body();
        assertThat(form)
                .containsPattern("name=\"seeks-europa\" value=\"yes\" checked")
                .containsPattern("name=\"offers-r-d\" value=\"yes\" checked")
                .doesNotContainPattern("name=\"(offers-europa|seeks-r-d|seeks-e-commerce)\" value=\"yes\" checked");
        assertThat(page("An")).contains("EUROPA", "r&amp;d").doesNotContain("Europa", "R&amp;D");
        assertThat(room.organiser().get("/organiser/sessions/sessie/people.csv").text()).contains("EUROPA");
    }

    @Test
    void everyBoxHasANameOfItsOwn() {
        retype("circulaire-economie", "R&D");
        var form = room.visitor().get("/my/" + room.token("An", "/my/").text() + "/details").body();
        for (var slug : List.of("circulaire-economie", "r-d")) {
            for (var box : List.of("seeks", "offers")) {
                assertThat(form)
                        .contains("aria-labelledby=\"%s-%s theme-%s\"".formatted(box, slug, slug))
                        .contains("id=\"%s-%s\"".formatted(box, slug), "id=\"theme-%s\"".formatted(slug));
            }
        }
    }

    @Test
    void oneSeesWhomOneMeetsOnceItIsAnnounced() {
        plan(SpeedDates.State.PLANNED);
        assertThat(page("An")).doesNotContain("Uw speeddates");
    }

    @Test
    void theListNamesTheTableTheHourAndTheOther() {
        plan(SpeedDates.State.ANNOUNCED);
        assertThat(page("An")).contains("Uw speeddates", "Tafel 3", "13.30", "Bo", "Catalisti");

        room.get(Cancelling.class).cancel(room.token("Bo", "/my/"));
        assertThat(page("Bo")).doesNotContain("Uw speeddates");
    }

    @Test
    void whoeverIsErasedHasNoNameInThePlan() {
        plan(SpeedDates.State.ANNOUNCED);
        assertThat(room.get(OwnData.class).erase(room.token("Bo", "/my/"))).isTrue();

        var plan = room.get(SpeedDatingPlans.class).find(session.id()).orElseThrow();
        assertThat(plan.people()).extracting(Seatmate::name).containsExactly("An", "");
        assertThat(page("An")).contains("(gewist)").doesNotContain("Bo<");
    }
}
