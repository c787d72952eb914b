package be.leerkring.organiser.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.organiser.OrganiserRoom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How organisers keep the list of organisations. */
class OrganisationsTest {

    private static final String HERE = "/organiser/organisations";

    private final OrganiserRoom room = new OrganiserRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @BeforeEach
    void startWithTwo() {
        room.put(
                new Organisation("vil", "VIL", Organisation.Kind.SPEARHEAD_CLUSTER, false),
                new Organisation("ibn-04", "Bedrijfsnetwerk 4", Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK, true));
    }

    private static Map<String, String> fields(String name, long revision) {
        return new HashMap<>(Map.of(
                "name", name,
                "kind", "innovative-business-network",
                "website", "https://www.example.org/over?ons=1",
                "contact", "Zoë Dupré",
                "email", "Zoe@Example.org",
                "revision", Long.toString(revision)));
    }

    @Test
    void anOrganisationIsAddedOnceHoweverOftenTheButtonIsPressed() {
        for (int press = 0; press < 2; press++) {
            var answer = room.post(HERE + "/new", fields("Één Netwerk", 0));
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).isEqualTo(HERE);
        }

        assertThat(room.list().all()).hasSize(3);
        var added = room.organisation("een-netwerk").orElseThrow();
        assertThat(added.email()).isEqualTo("zoe@example.org");
        assertThat(room.get(HERE).body()).contains("3 organisaties staan", "Één Netwerk", "www.example.org/over?ons=1",
                "Bedrijfsnetwerk 4 (voorbeeldnaam)");
        assertThat(room.log()).hasSize(1);
        assertThat(room.told()).contains("organisation-added name:  > Één Netwerk",
                "organisation-added kind:  > Innovatief bedrijfsnetwerk");
    }

    @Test
    void theMailDomainsAreSuggestedAndKeptAsAnAddressHasThem() {
        var page = room.get(HERE + "/vil").body();
        assertThat(page).contains("Maildomeinen").doesNotContain("Voorstel");
        assertThat(room.post(HERE + "/vil", fields("VIL", 0)).status()).isEqualTo(303);
        assertThat(room.get(HERE + "/vil").body()).contains("Voorstel, volgens de website of het contact: example.org");

        var fields = fields("VIL", 1);
        fields.put("domains", "@VIL.be; Ook.VIL.example");
        assertThat(room.post(HERE + "/vil", fields).status()).isEqualTo(303);

        assertThat(room.organisation("vil").orElseThrow().domains().all()).containsExactly("vil.be", "ook.vil.example");
        assertThat(room.get(HERE + "/vil").body()).contains("value=\"vil.be, ook.vil.example\"")
                .doesNotContain("Voorstel");
        assertThat(room.get(HERE).body()).contains("vil.be, ook.vil.example");
        assertThat(room.told()).contains("organisation-changed domains:  > vil.be, ook.vil.example");
    }

    @Test
    void noNewOneTakesAnIdThatMeansSomethingElse() {
        for (var name : List.of("Other", "New", "Import", "VIL!", "日本")) {
            assertThat(room.post(HERE + "/new", fields(name, 0)).status()).as(name).isEqualTo(303);
        }
        assertThat(room.list().all()).extracting(Organisation::id)
                .contains("other-2", "new-2", "import-2", "vil-2", "organisatie");
    }

    static List<Map<String, String>> wrong() {
        return List.of(
                Map.of("name", ""),
                Map.of("name", "…"),
                Map.of("name", "vil"),
                Map.of("name", "n".repeat(151)),
                Map.of("name", "om\u202Egekeerd"),
                Map.of("kind", ""),
                Map.of("kind", "club"),
                Map.of("website", "javascript:alert(1)"),
                Map.of("website", "ftp://example.org"),
                Map.of("website", "https://user@example.org"),
                Map.of("website", "https://localhost"),
                Map.of("website", "https://example.org/" + "w".repeat(200)),
                Map.of("contact", "c".repeat(101)),
                Map.of("email", "niemand"),
                Map.of("domains", "geen domein"),
                Map.of("domains", "vil.be, gmail.com"),
                Map.of("domains", "a.be b.be c.be d.be e.be f.be g.be h.be i.be j.be k.be"),
                Map.of("domains", "d".repeat(501)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSaidAndNothingIsWrittenNorLost(Map<String, String> wrong) {
        for (var path : List.of(HERE + "/new", HERE + "/ibn-04")) {
            var fields = fields("Fout ingevuld", 0);
            fields.putAll(wrong);

            var answer = room.post(path, fields);

            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.body()).contains("href=\"#" + wrong.keySet().iterator().next() + "\"")
                    .contains(wrong.containsKey("contact") ? "Fout ingevuld" : "Zoë Dupré");
        }
        assertThat(room.list().all()).extracting(Organisation::name).containsExactly("VIL", "Bedrijfsnetwerk 4");
    }

    @Test
    void aRenamedOrganisationKeepsItsIdIsFoundByItsOldNameAndAPlaceholderBecomesReal() {
        assertThat(room.post(HERE + "/vil", fields("Logistieke Cluster", 0)).status()).isEqualTo(303);
        assertThat(room.post(HERE + "/ibn-04", fields("Echte naam", 0)).status()).isEqualTo(303);

        var renamed = room.organisation("vil").orElseThrow();
        assertThat(renamed.name()).isEqualTo("Logistieke Cluster");
        assertThat(renamed.formerNames()).containsExactly("VIL");
        assertThat(room.get(HERE + "?q=vil").body()).contains("Logistieke Cluster", "Vroeger: VIL");
        var real = room.organisation("ibn-04").orElseThrow();
        assertThat(real.placeholder()).isFalse();
        assertThat(real.formerNames()).isEmpty();
        assertThat(room.told()).contains("organisation-changed name: VIL > Logistieke Cluster");
        assertThat(room.get(HERE + "?q=vil&kind=other").body()).contains("Niets gevonden");
    }

    @Test
    void ofTwoWhoChangeTheSameTheSecondIsShownWhatTheFirstDidAndOfDifferentOnesBothAreHeard() {
        assertThat(room.post(HERE + "/vil", fields("VIL een", 0)).status()).isEqualTo(303);
        assertThat(room.post(HERE + "/ibn-04", fields("Netwerk vier", 0)).status()).isEqualTo(303);

        var second = room.post(HERE + "/vil", fields("VIL twee", 0));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("Iemand anders heeft deze organisatie gewijzigd", "<dd>VIL een</dd>",
                "value=\"VIL twee\"",
                "name=\"revision\" value=\"1\"");
        assertThat(room.organisation("vil").orElseThrow().name()).isEqualTo("VIL een");
        assertThat(room.post(HERE + "/vil", fields("VIL twee", 1)).status()).isEqualTo(303);
        assertThat(room.organisation("vil").orElseThrow().formerNames()).containsExactly("VIL een", "VIL");
        assertThat(room.post(HERE + "/vil", fields("VIL twee", 1)).status()).as("the second press").isEqualTo(303);
        assertThat(room.post(HERE + "/vil/remove", Map.of("revision", "1")).status()).isEqualTo(409);
    }

    @Test
    void ofManyWhoSaveAtTheSameMomentNobodysChangeIsLost() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            number -> () -> room.post(HERE + "/new", fields("Netwerk " + number, 0)).status())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }
        assertThat(room.list().all()).hasSize(10);
        assertThat(room.log()).hasSize(8);
    }

    @Test
    void aRemovedOrganisationIsGoneAndComesBackAsItself() {
        assertThat(room.post(HERE + "/vil/remove", Map.of("revision", "0")).status()).isEqualTo(303);
        assertThat(room.post(HERE + "/vil/remove", Map.of("revision", "0")).status()).isEqualTo(303);
        assertThat(room.organisation("vil")).isEmpty();
        assertThat(room.get(HERE + "/vil").status()).isEqualTo(404);
        assertThat(room.told()).contains("organisation-removed name: VIL > ");
        assertThat(room.post(HERE + "/vil", fields("VIL", 0)).status()).isEqualTo(404);

        room.post(HERE + "/new", fields("VIL", 0));
        assertThat(room.organisation("vil")).isPresent();
    }

    @Test
    void aLongListStandsOnSeveralPages() {
        room.put(IntStream.range(0, 205)
                .mapToObj(number -> new Organisation("o-" + number, "Org %03d".formatted(number),
                        Organisation.Kind.OTHER, false))
                .toArray(Organisation[]::new));

        assertThat(room.get(HERE).body()).contains("Org 099", "?page=2").doesNotContain("Org 100<");
        assertThat(room.get(HERE + "?page=3").body()).contains("Org 204", "?page=2").doesNotContain("?page=4");
        assertThat(room.get(HERE + "?page=99").body()).contains("Org 204");
        assertThat(room.get(HERE + "?q=org&page=2").body()).contains("?q=org&amp;page=3");
    }
}
