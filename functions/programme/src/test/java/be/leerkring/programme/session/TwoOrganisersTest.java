package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.programme.Desk;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who change one session at once: neither change is lost unseen. */
final class TwoOrganisersTest {

    private static final String ID = "samen-leren-2017-03";
    private static final String PATH = "/organiser/sessions/" + ID;

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    private Desk desk;
    private Reader an;
    private Reader bo;

    @BeforeEach
    void open() {
        desk = new Desk(clock);
        an = desk.organiser("an");
        bo = desk.organiser("bo");
        var values = SessionValues.of(Map.of(
                "title.nl", "Samen leren",
                "title.en", "Learning together",
                "date", "2017-03-23",
                "start", "13:30",
                "end", "17:00",
                "venue", "Muntpunt",
                "city", "Brussel",
                "audience", Session.Audience.OPEN.name(),
                "item.13:30.nl", "Onthaal",
                "capacity", "40"));
        desk.get(Drafting.class).make(values, "session-made", "", new Organiser("an@example.org"));
        clock.forward(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theSecondIsShownWhatTheFirstChangedAndSavesBoth() {
        var seenByBo = bo.get(PATH);
        an.post(PATH, an.get(PATH).form(
                "title-nl", "Samen leren van Europa", "city", "Gent", "item-1-time", "15:00", "item-1-nl", "Pauze"));

        var conflict = bo.post(
                PATH, seenByBo.form("title-nl", "Samen leren, deel 2", "capacity", "30", "item-0-en", "Welcome"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text())
                .contains("Een collega heeft deze sessie intussen gewijzigd")
                .contains("Stad of gemeente Brussel Gent")
                .contains("Programma (15:00, Nederlands) Pauze")
                .contains("Titel (Nederlands) Samen leren Samen leren van Europa Samen leren, deel 2");
        assertThat(conflict.form())
                .containsEntry("title-nl", "Samen leren, deel 2")
                .containsEntry("city", "Gent")
                .containsEntry("capacity", "30")
                .containsEntry("item-0-en", "Welcome")
                .containsEntry("item-1-nl", "Pauze");
        assertThat(desk.session(ID).title().byLanguage()).containsEntry("nl", "Samen leren van Europa");

        assertThat(bo.post(PATH, conflict.form()).status()).isEqualTo(303);
        assertThat(desk.session(ID).title().byLanguage()).containsEntry("nl", "Samen leren, deel 2");
        assertThat(desk.session(ID).venue().city()).isEqualTo("Gent");
        assertThat(desk.session(ID).programme()).extracting(item -> item.title().byLanguage())
                .containsExactly(Map.of("nl", "Onthaal", "en", "Welcome"), Map.of("nl", "Pauze"));
        assertThat(desk.seats(ID).capacity()).isEqualTo(30);
    }

    @Test
    void aConflictIsShownAgainForAsLongAsSomebodyElseSavesFirst() {
        var seenByBo = bo.get(PATH);
        an.post(PATH, an.get(PATH).form("city", "Gent"));
        var first = bo.post(PATH, seenByBo.form("title-nl", "Iets anders"));
        an.post(PATH, an.get(PATH).form("city", "Aalst"));
        var second = bo.post(PATH, first.form());

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("Stad of gemeente Gent Aalst");
        assertThat(bo.post(PATH, second.form()).status()).isEqualTo(303);
        assertThat(desk.session(ID).venue().city()).isEqualTo("Aalst");
        assertThat(desk.session(ID).title().byLanguage()).containsEntry("nl", "Iets anders");
    }

    @Test
    void whoeverChangedNothingOverwritesNothing() {
        var seenByBo = bo.get(PATH);
        an.post(PATH, an.get(PATH).form("city", "Gent"));

        assertThat(bo.post(PATH, seenByBo.form()).status()).isEqualTo(303);
        assertThat(desk.session(ID).venue().city()).isEqualTo("Gent");
        assertThat(desk.log(ID)).hasSize(2);
    }

    @Test
    void nobodyPublishesOrDeletesWhatTheyHaveNotSeen() {
        var seenByBo = bo.get(PATH);
        var previewed = bo.get(PATH + "/preview");
        an.post(PATH, an.get(PATH).form("city", "Gent"));

        assertThat(bo.post(PATH + "/publish", seenByBo.form()).status()).isEqualTo(409);
        assertThat(bo.post(PATH + "/publish", button(previewed)).text()).contains("Stad of gemeente Brussel Gent");
        assertThat(bo.post(PATH + "/delete", button(seenByBo)).status()).isEqualTo(409);
        assertThat(desk.session(ID).edition().draft()).isTrue();

        assertThat(bo.post(PATH + "/publish", button(bo.get(PATH + "/preview"))).status()).isEqualTo(303);
        assertThat(desk.session(ID).edition().draft()).isFalse();
    }

    /** What a button alone sends. */
    private static Map<String, String> button(Answer page) {
        var value = page.body().replaceAll("(?s).*<button[^>]* name=\"base\" value=\"([^\"]*)\".*", "$1");
        return Map.of("base", value);
    }

    @Test
    void aDateThatWasChangedWhileAnotherPublishedIsNotLostUnseen() {
        var seenByBo = bo.get(PATH);
        an.post(PATH + "/publish", an.get(PATH).form());

        var conflict = bo.post(PATH, seenByBo.form("date", "2017-03-24", "title-en", "Together"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Status ontwerp gepubliceerd", "vrijdag 24 maart 2017");
        assertThat(conflict.form()).doesNotContainKey("date").containsEntry("title-en", "Together");
        assertThat(bo.post(PATH, conflict.form()).status()).isEqualTo(303);
        assertThat(desk.session(ID).start()).isEqualTo("2017-03-23T12:30:00Z");
    }

    @Test
    void whatWasMovedMeanwhileStaysMoved() {
        bo.post(PATH + "/publish", Map.of());
        var seenByBo = bo.get(PATH);
        var session = desk.session(ID);
        desk.write(desk.get(Sessions.class)
                .put(session.moved(
                        session.start().plus(Duration.ofDays(1)),
                        session.end().plus(Duration.ofDays(1)),
                        new Session.Venue("De Krook", "Gent"),
                        clock.instant())));

        var conflict = bo.post(PATH, seenByBo.form("title-nl", "Iets anders"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Datum donderdag 23 maart 2017 vrijdag 24 maart 2017", "De Krook");
        assertThat(bo.post(PATH, conflict.form()).status()).isEqualTo(303);
        assertThat(desk.session(ID).start()).isEqualTo("2017-03-24T12:30:00Z");
        assertThat(desk.session(ID).programme().getFirst().at()).isEqualTo("2017-03-24T12:30:00Z");
        assertThat(desk.session(ID).sequence()).isEqualTo(1);
    }

    @Test
    void aBaseThatCanNotBeReadOverwritesNothingUnseen() {
        var form = bo.get(PATH).form("title-nl", "Iets anders", "base", "x");

        assertThat(bo.post(PATH, form).status()).isEqualTo(409);
        assertThat(desk.session(ID).title().byLanguage()).containsEntry("nl", "Samen leren");
    }

    @Test
    void ofTenWhoSaveAtTheSameMomentOneSavesAndTheOthersAreShownWhat() throws Exception {
        var form = bo.get(PATH).form();
        List<Future<Answer>> answers;
        try (var threads = Executors.newFixedThreadPool(10)) {
            answers = threads.invokeAll(IntStream.range(0, 10)
                    .<Callable<Answer>>mapToObj(number -> () -> bo.post(
                            PATH, new Answer(200, Map.of(), "").form(
                                    "base", form.get("base"), "title-nl", "Titel " + number)))
                    .toList());
        }

        assertThat(answers.stream().map(Future::resultNow).filter(answer -> answer.status() == 303)).hasSize(1);
        assertThat(answers.stream().map(Future::resultNow).filter(answer -> answer.status() == 409)).hasSize(9);
        assertThat(desk.log(ID)).hasSize(2);
        assertThat(desk.session(ID).title().byLanguage().get("nl")).startsWith("Titel ");
    }

    @Test
    void thoseWhoRegisterMeanwhileStandInNobodysWay() {
        bo.post(PATH + "/publish", Map.of());
        var seenByBo = bo.get(PATH);
        var counts = desk.get(SeatCounts.class);
        desk.write(counts.take(
                desk.session(ID),
                desk.seats(ID),
                new Place("person", "vil", true, true),
                desk.session(ID).admission()));

        assertThat(bo.post(PATH, seenByBo.form("capacity", "50")).status()).isEqualTo(303);
        assertThat(desk.seats(ID).capacity()).isEqualTo(50);
        assertThat(desk.seats(ID).taken()).isEqualTo(1);
        assertThat(desk.seats(ID).free()).isEqualTo(49);
    }

    @Test
    void aSessionThatTheFormCouldNotMakeStaysAsItIs() {
        bo.post(PATH + "/publish", Map.of());
        var night = desk.session(ID);
        desk.write(desk.get(Sessions.class)
                .put(night.moved(
                        Instant.parse("2017-03-23T20:00:30Z"),
                        Instant.parse("2017-03-24T02:00:00Z"),
                        night.venue(),
                        clock.instant())));

        var saved = bo.post(PATH, bo.get(PATH).form("title-en", "Night"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(desk.session(ID).start()).isEqualTo("2017-03-23T20:00:30Z");
        assertThat(desk.session(ID).end()).isEqualTo("2017-03-24T02:00:00Z");
        assertThat(desk.session(ID).programme()).containsExactly(new Session.ProgrammeItem(
                Instant.parse("2017-03-23T20:00:30Z"), new LocalizedText(Map.of("nl", "Onthaal"))));
        assertThat(desk.get(NetworkTime.class).hour(desk.session(ID).start())).isEqualTo("21:00");
    }
}
