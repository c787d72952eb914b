package be.leerkring.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.session.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report as organisers and everybody read it. */
final class ReportOverHttpTest {

    private static final List<String> NO_YEARS = List.of("abc", "0", "99999", "1e9", "-2017", "2017.5", "0999", "3000");

    private ReportRoom room;

    @BeforeEach
    void open() {
        room = new ReportRoom("2018-02-01T08:00:00Z");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Session hold(String id, String day, Map<Kind, Heads> heads, int newPeople, int answers) {
        var session = room.publish(ReportRoom.session(id, LocalDate.parse(day)));
        room.close(session, new SessionFigures(
                id,
                session.title(),
                session.start(),
                session.end(),
                40,
                true,
                heads,
                List.of("org-0", "org-5", "org-18"),
                1,
                newPeople,
                1,
                new PairsMet(20, 114, 153)));
        for (int answer = 0; answer < answers; answer++) {
            room.answer(session, OptionalInt.of(4), OptionalInt.of(answer % 2 == 0 ? 9 : 7));
        }
        return session;
    }

    private static Map<Kind, Heads> heads(int spearhead, int innovative, int other) {
        return Map.of(
                Kind.SPEARHEAD_CLUSTER, new Heads(spearhead, 1, 0, 0),
                Kind.INNOVATIVE_BUSINESS_NETWORK, new Heads(innovative, 3, 2, 2),
                Kind.OTHER, new Heads(other, 0, 0, 0));
    }

    @Test
    void organisersReadAYearBesideTheYearBefore() {
        hold("oud", "2016-06-01", heads(6, 10, 5), 21, 0);
        hold("een", "2017-03-23", heads(8, 16, 2), 26, 14);
        room.publish(ReportRoom.session("open", LocalDate.parse("2017-09-01")));
        var calledOff = room.publish(ReportRoom.session("af", LocalDate.parse("2017-10-01")));
        room.publish(calledOff.calledOff(Instant.EPOCH));
        var latest = room.organiser().get("/organiser/report");
        assertThat(latest.status()).isEqualTo(303);
        assertThat(latest.location()).isEqualTo("/organiser/report/2017");
        var page = room.organiser().get("/organiser/report/2017");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Jaarverslag 2017", "van 30 (13%)", "Organisatie 1 ", "114 van 153", "Sessie een")
                .contains("Eén sessie is voorbij en nog niet afgesloten")
                .doesNotContain("Van het jaar voordien zijn er geen cijfers");
        assertThat(page.body()).contains("/organiser/report/2016").doesNotContain("/organiser/report/2018");
    }

    @Test
    void organisersAreToldThatAYearHasNoFiguresYet() {
        assertThat(room.organiser().get("/organiser/report").location()).isEqualTo("/organiser/report/2018");
        var page = room.organiser().get("/organiser/report/2018");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Van 2018 zijn er nog geen cijfers");
        assertThat(room.reader().get("/report/2018").status()).isEqualTo(404);
        assertThat(room.reader().get("/report").text()).contains("Er zijn nog geen cijfers");
    }

    @Test
    void whatIsNoYearIsNotFound() {
        hold("een", "2017-03-23", heads(8, 16, 6), 30, 14);
        for (var year : NO_YEARS) {
            assertThat(room.reader().get("/report/" + year).status()).as(year).isEqualTo(404);
            assertThat(room.organiser().get("/organiser/report/" + year).status()).as(year).isEqualTo(404);
            assertThat(room.organiser().get("/organiser/report/" + year + "/report.csv").status()).isEqualTo(404);
            assertThat(room.organiser().get("/organiser/report/" + year + "/report.json").status()).isEqualTo(404);
        }
        assertThat(room.reader().get("/organiser/report/2017").status()).isEqualTo(303);
        assertThat(room.reader().get("/organiser/report/2017/report.csv").status()).isEqualTo(303);
    }

    @Test
    void everybodyReadsNoFigureOfAFew() {
        hold("klein", "2017-02-01", heads(1, 2, 1), 4, 2);
        assertThat(room.reader().get("/report/2017").status()).isEqualTo(404);
        hold("een", "2017-03-23", heads(8, 16, 2), 26, 14);
        assertThat(room.reader().get("/report").location()).isEqualTo("/report/2017");
        var running = room.reader().get("/report/2017");
        assertThat(running.status()).isEqualTo(200);
        assertThat(running.text())
                .contains("26", "zondag 1 april 2018", "niet getoond")
                .doesNotContain("klein", "Niet gekomen", "Annuleringen", "Organisatie 1 ", "4,0");
        room.clock().moveTo(Instant.parse("2018-04-01T00:00:00Z"));
        var settled = room.reader().get("/report/2017");
        assertThat(settled.text()).contains("4,0", "14 van 26 (54%)", "niet getoond").doesNotContain("zondag 1 april");
    }

    @Test
    void theFilesHaveEveryFigureUnderItsName() {
        hold("een", "2017-03-23", heads(8, 16, 2), 26, 14);
        var csv = room.organiser().get("/organiser/report/2017/report.csv");
        assertThat(csv.header("content-disposition")).isEqualTo("attachment; filename=\"report-2017.csv\"");
        assertThat(csv.body().lines().toList())
                .startsWith("\uFEFFDeel,Naam,Cijfer,2017,\"2017, van\",2016,\"2016, van\",Hoe we tellen")
                .anyMatch(line -> line.startsWith("Meteen,no-shows,Niet gekomen,4,30,,,"))
                .anyMatch(line -> line.startsWith("Meteen,present.other,van andere organisaties,2,,,,"));
        assertThat(room.organiser().get("/organiser/report/2017/report.csv?for=excel").body())
                .contains("Meteen;usefulness;Hoe nuttig, op 5;4;;;;");
        var json = room.organiser().get("/organiser/report/2017/report.json");
        assertThat(json.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(json.body())
                .contains("\"year\":2017", "\"no-shows\":{\"chapter\":\"immediate\",\"value\":4,\"of\":30}")
                .contains("\"session\":\"een\"", "\"netPromoterScore\":50", "\"Organisatie 19\"");
    }
}
