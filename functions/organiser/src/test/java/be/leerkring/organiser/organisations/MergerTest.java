package be.leerkring.organiser.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Sessions;
import be.leerkring.organiser.OrganiserRoom;
import be.leerkring.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two organisations become one. */
class MergerTest {

    private static final String HERE = "/organiser/organisations";
    private static final AdmissionRules TWO_OF_ONE = new AdmissionRules(Optional.empty(), Optional.empty(),
            Optional.empty(), 0, 2, false);

    private final OrganiserRoom room = new OrganiserRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @BeforeEach
    void startWithThree() {
        room.put(
                new Organisation("oud", "Oud Netwerk", Organisation.Kind.OTHER, false, "https://oud.example.org", "An",
                        "an@example.org", new MailDomains(List.of("oud.example.org", "samen.example.org")),
                        List.of("ouder"), List.of("Nog ouder"), 3),
                new Organisation("nieuw", "Nieuw", Organisation.Kind.SPEARHEAD_CLUSTER, false, "", "", "",
                        new MailDomains(List.of("nieuw.example.org", "samen.example.org")), List.of(), List.of(), 0),
                new Organisation("derde", "Derde", Organisation.Kind.OTHER, false));
    }

    private void take(String session, String person, String organisation) {
        var counts = room.get(SeatCounts.class);
        var known = room.get(Sessions.class).find(session).orElseThrow();
        room.write(counts.take(known, room.seats(session), new Place(person, organisation, true, true), TWO_OF_ONE));
    }

    private Answer merge(String from, String into, int fromRevision, int intoRevision) {
        return room.post(
                HERE + "/" + from + "/merge",
                Map.of(
                        "into", into,
                        "fromRevision", Integer.toString(fromRevision),
                        "intoRevision", Integer.toString(intoRevision)));
    }

    @Test
    void firstItIsShownWhatItMeansAndNothingChanges() {
        room.session("straks", 30, TWO_OF_ONE);
        take("straks", "p1", "oud");
        take("straks", "p2", "oud");
        take("straks", "p3", "nieuw");

        assertThat(room.get(HERE + "/oud/merge").body()).contains("Oud Netwerk samenvoegen", ">Derde<")
                .doesNotContain("Ja, voeg samen");
        var shown = room.get(HERE + "/oud/merge?into=nieuw");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("Sessie straks op", "2 en 1 plaatsen", "https://oud.example.org",
                "name=\"fromRevision\" value=\"3\"", "Ja, voeg samen");
        assertThat(room.get(HERE + "/oud/merge?into=oud").body()).doesNotContain("Ja, voeg samen");
        assertThat(room.get(HERE + "/weg/merge").status()).isEqualTo(404);
        assertThat(room.list().all()).hasSize(3);
        assertThat(room.seats("straks").organisations()).isEqualTo(Map.of("oud", 2, "nieuw", 1));
    }

    @Test
    void itsIdsNamesAndSeatsMoveAlongAndTheSecondPressIsAsTheFirst() {
        room.session("voorbij", -10, TWO_OF_ONE);
        room.session("straks", 30, TWO_OF_ONE);
        take("straks", "p1", "oud");
        take("straks", "p2", "nieuw");

        for (int press = 0; press < 2; press++) {
            var answer = merge("oud", "nieuw", 3, 0);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).isEqualTo(HERE + "/nieuw");
        }

        assertThat(room.list().all()).extracting(Organisation::id).containsExactly("nieuw", "derde");
        var merged = room.organisation("oud").orElseThrow();
        assertThat(merged).isEqualTo(new Organisation("nieuw", "Nieuw", Organisation.Kind.SPEARHEAD_CLUSTER, false,
                "https://oud.example.org", "An", "an@example.org",
                new MailDomains(List.of("nieuw.example.org", "samen.example.org", "oud.example.org")),
                List.of("oud", "ouder"),
                List.of("Oud Netwerk", "Nog ouder"), 1));
        assertThat(room.list().canonical("ouder")).isEqualTo("nieuw");
        assertThat(room.get(HERE + "/oud").location()).isEqualTo(HERE + "/nieuw");

        var seats = room.seats("straks");
        assertThat(seats.organisations()).isEqualTo(Map.of("nieuw", 2));
        assertThat(seats.isOrganisationFull(new Place("p3", "ouder", true, true), TWO_OF_ONE)).isTrue();
        assertThat(room.seats("voorbij").merged()).as("a session that is over").isEmpty();
        assertThat(room.log()).hasSize(1);
        assertThat(room.told()).contains("organisation-merged organisation: Oud Netwerk > Nieuw");
    }

    @Test
    void whatWasMergedIsMergedOnce() {
        room.session("straks", 30, TWO_OF_ONE);
        take("straks", "p1", "oud");
        merge("oud", "nieuw", 3, 0);

        assertThat(merge("nieuw", "derde", 1, 0).status()).isEqualTo(303);

        assertThat(room.list().canonical("ouder")).isEqualTo("derde");
        assertThat(room.seats("straks").organisation(new Place("p1", "oud", true, true))).isEqualTo("derde");
        assertThat(room.seats("straks").organisations()).isEqualTo(Map.of("derde", 1));
        assertThat(merge("oud", "nieuw", 3, 0).status()).as("neither is listed").isEqualTo(404);
    }

    @Test
    void whatChangedMeanwhileIsShownAnew() {
        room.post(HERE + "/nieuw", Map.of("name", "Nieuwer", "kind", "other", "revision", "0"));

        var answer = merge("oud", "nieuw", 3, 0);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("Een van de twee is intussen gewijzigd", "Nieuwer",
                "name=\"intoRevision\" value=\"1\"");
        assertThat(room.list().all()).hasSize(3);
        assertThat(merge("oud", "oud", 3, 3).status()).isEqualTo(404);
    }

    @Test
    void moreSessionsThanOneTransactionTakesAreAllTold() {
        for (int day = 1; day <= 60; day++) {
            room.session("s-" + day, day, TWO_OF_ONE);
        }
        take("s-60", "p1", "oud");

        assertThat(merge("oud", "nieuw", 3, 0).status()).isEqualTo(303);

        for (int day = 1; day <= 60; day++) {
            assertThat(room.seats("s-" + day).merged()).containsEntry("oud", "nieuw").containsEntry("ouder", "nieuw");
        }
        assertThat(room.seats("s-60").organisations()).isEqualTo(Map.of("nieuw", 1));
    }
}
