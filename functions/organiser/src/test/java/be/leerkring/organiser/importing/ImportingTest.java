package be.leerkring.organiser.importing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.organiser.OrganiserRoom;
import be.leerkring.testing.Answer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a spreadsheet into the list. */
class ImportingTest {

    private static final String HERE = "/organiser/organisations/import";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("<textarea name=\"text\" hidden>\n([^<]*)</textarea>");

    private final OrganiserRoom room = new OrganiserRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @BeforeEach
    void startWithTwo() {
        room.put(
                new Organisation("vil", "VIL", Organisation.Kind.SPEARHEAD_CLUSTER, false),
                new Organisation("catalisti", "Catalisti", Organisation.Kind.OTHER, false, "https://catalisti.be", "An",
                        "", MailDomains.NONE, List.of("fisch"), List.of("FISCH"), 3));
    }

    private Answer preview(String text) {
        return room.upload(HERE, text.getBytes(UTF_8), Map.of("text", ""));
    }

    /** Presses the button that the preview has. */
    private Answer take(Answer preview) {
        var seen = SEEN.matcher(preview.body());
        var text = TEXT.matcher(preview.body());
        assertThat(seen.find() && text.find()).as(preview.body()).isTrue();
        var plain = text.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return room.upload(HERE, new byte[0], Map.of("text", plain, "seen", seen.group(1)));
    }

    private Organisation named(String name) {
        return room.list().called(name).orElseThrow();
    }

    @Test
    void aFileOfABelgianExcelIsShownFirstAndThenTakenOver() {
        var file = "Naam;Soort;Website;Contact;E-mail;Opmerking\r\n"
                + "Café Réseau;IBN;www.cafe-reseau.be;Zoë Dupré;Zoe@Example.org;leuk\r\n"
                + "vil;;https://vil.be;;;\r\n"
                + "\"Puntkomma; en zo\";Andere clusterorganisaties;;;;\r\n";

        var preview = room.upload(HERE, file.getBytes(Charset.forName("windows-1252")), Map.of("text", ""));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body())
                .contains(
                        "2 toe te voegen, 1 te wijzigen, 0 die al zo in de lijst staan, geen regel niet over te nemen.")
                .contains("Café Réseau", "Zoë Dupré", "<ins>https://vil.be</ins>", "Opmerking");
        assertThat(room.list().all()).hasSize(2);

        var taken = take(preview);

        assertThat(taken.status()).isEqualTo(303);
        assertThat(taken.location()).isEqualTo("/organiser/organisations?added=2&changed=1&refused=0");
        assertThat(room.get(taken.location()).body()).contains("2 organisaties toegevoegd, 1 gewijzigd");
        var cafe = named("cafe reseau");
        assertThat(cafe.id()).isEqualTo("cafe-reseau");
        assertThat(cafe.kind()).isEqualTo(Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK);
        assertThat(cafe.website()).isEqualTo("https://www.cafe-reseau.be");
        assertThat(cafe.contact()).isEqualTo("Zoë Dupré");
        assertThat(named("VIL").website()).isEqualTo("https://vil.be");
        assertThat(named("VIL").kind()).as("an empty cell").isEqualTo(Organisation.Kind.SPEARHEAD_CLUSTER);
        assertThat(named("Puntkomma; en zo").kind()).isEqualTo(Organisation.Kind.OTHER);
        assertThat(room.log().getFirst().about()).isEqualTo("2 toegevoegd, 1 gewijzigd");
        assertThat(room.told()).contains(
                "organisations-imported organisation:  > Café Réseau",
                "organisations-imported website:  > VIL: https://vil.be");

        assertThat(take(preview).location()).as("the second press").endsWith("added=0&changed=0&refused=0");
    }

    @Test
    void aColumnOfMailDomainsIsTakenOverAndAnEmptyCellChangesNothing() {
        var file = "Naam;Soort;Maildomeinen\nVIL;;vil.be, VIL.example\nCatalisti;;\nMet post;ibn;gmail.com\n";

        var preview = preview(file);

        assertThat(preview.body()).contains("vil.be, vil.example", "kan iedereen een adres krijgen");
        assertThat(take(preview).status()).isEqualTo(303);
        assertThat(named("VIL").domains().all()).containsExactly("vil.be", "vil.example");
        assertThat(named("Catalisti").domains().all()).isEmpty();
    }

    @Test
    void whateverDividesTheCellsAndHoweverTheyAreWrittenTheyAreRead() {
        for (var divider : List.of(";", ",", "\t")) {
            var text = "\uFEFF"
                    + "Name%sKind%sE-mail\nÉén%sspearhead cluster%seen@example.org\n".replace("%s", divider);
            assertThat(preview(text).body()).as(divider).contains("<b>Één</b><small>Speerpuntcluster</small>");
            var utf16 = room.upload(HERE, text.getBytes(UTF_16LE), Map.of("text", ""));
            assertThat(utf16.body()).as("UTF-16 " + divider).contains("<b>Één</b><small>Speerpuntcluster</small>");
        }
        assertThat(preview("sep=,\r\nnaam,soort\r\nA;B,ibn\r\n").body()).contains("<b>A;B</b>");
        assertThat(preview("Zonder kop;ibn").body()).contains("<b>Zonder kop</b>");
        assertThat(room.upload(HERE, new byte[0], Map.of("text", "\uFEFFGeplakt\tibn")).body())
                .contains("<b>Geplakt</b>");
    }

    @Test
    void whatNobodySeesAroundACellMakesNoDifferenceAndADomainKeepsItsLetters() {
        var file = "Naam\u00a0;Soort;Website;E-mail\n"
                + "\u200bStichting\u00a0Café\u00a0;ibn\u00a0;https://www.café-cluster.be/;"
                + "\u00a0info@maßanfertigung.de\u200b\n";

        var preview = preview(file);

        assertThat(preview.body()).contains("<b>Stichting Café</b>", "https://www.café-cluster.be/",
                "info@maßanfertigung.de");
        assertThat(take(preview).status()).isEqualTo(303);
        assertThat(named("stichting cafe").website()).isEqualTo("https://www.xn--caf-cluster-dbb.be/");
        assertThat(named("stichting cafe").email()).isEqualTo("info@xn--maanfertigung-cdb.de");
        assertThat(room.get("/organiser/organisations?q=massanfertigung").body())
                .contains("href=\"mailto:info@xn--maanfertigung-cdb.de\">info@maßanfertigung.de</a>")
                .contains("href=\"https://www.xn--caf-cluster-dbb.be/\"", ">www.café-cluster.be</a>");
    }

    @Test
    void whatIsNotTakenIsReportedByItsLineAndWhy() {
        var long150 = "n".repeat(151);
        var file = "Naam;Soort;Website;Contact;E-mail\n" // 1
                + "Nieuw;ibn;;;\n" // 2
                + "\n" // 3
                + "Zonder soort;;;;\n" // 4
                + "Rare soort;vereniging;;;\n" // 5
                + "Rare site;ibn;javascript:alert(1);;\n" // 6
                + "Rare mail;ibn;;;geen adres\n" // 7
                + "nieuw;andere;;;\n" // 8
                + long150 + ";ibn;;;\n" // 9
                + "\"Twee\nregels\";ibn;;;\n" // 10, 11
                + "Fisch;ibn;;;\n" // 12
                + ";ibn;;;\n" // 13
                + "VIL;speerpuntcluster;;;\n" // 14
                + "Lang contact;ibn;;" + "c".repeat(101) + ";\n"; // 15

        var body = preview(file).body();

        assertThat(body).contains("2 toe te voegen, 0 te wijzigen, 1 die al zo in de lijst staan, 9 regels");
        assertThat(body).contains("<b>Twee regels</b>");
        for (var refused : List.of(
                "4</td><td>Zonder soort</td><td>Kies een soort",
                "5</td><td>Rare soort</td><td>Geen soort die we kennen: ‘vereniging’",
                "6</td><td>Rare site</td><td>Vul een volledig adres in",
                "7</td><td>Rare mail</td><td>Vul een geldig e-mailadres in",
                "8</td><td>nieuw</td><td>Deze naam staat ook op regel 2",
                "9</td><td>" + "n".repeat(60) + "…</td><td>Vul een naam van hoogstens 150",
                "12</td><td>Fisch</td><td>Heet nu Catalisti",
                "13</td><td></td><td>Vul de naam van de organisatie in",
                "15</td><td>Lang contact</td><td>Vul hoogstens 100 tekens")) {
            assertThat(body).contains("<td>" + refused);
        }
    }

    @Test
    void aQuotationMarkThatStandsAloneEndsTheReadingAndSaysWhere() {
        assertThat(preview("Naam;Soort\nEen;ibn\nTwee;ibn\n\"Drie\"x;ibn\nVier;ibn\n").body())
                .contains("Vanaf regel 4 kan het bestand niet gelezen worden", "<b>Een</b>", "<b>Twee</b>")
                .doesNotContain("<b>Vier</b>");
    }

    @Test
    void noMoreThanFiveHundredFitAndNoMoreThanAThousandLinesAreRead() {
        var file = IntStream.range(0, 1200)
                .mapToObj(number -> "Organisatie " + number + ";ibn;https://www.organisatie-" + number
                        + ".be;An Peeters;an"
                        + number + "@example.org")
                .collect(Collectors.joining("\n", "Naam;Soort;Website;Contact;E-mail\n", "\n"));

        var preview = preview(file);

        assertThat(preview.body())
                .contains("498 toe te voegen", "502 regels", "Alleen de eerste 1.000 regels zijn gelezen")
                .contains("500</td><td>Organisatie 498</td><td>De lijst is vol: er kunnen hoogstens 500");
        assertThat(take(preview).status()).isEqualTo(303);
        assertThat(room.list().all()).hasSize(OrganisationList.MOST);
        assertThat(room.get("/organiser/log").body()).contains("Organisatie 497");
        assertThat(room.post("/organiser/organisations/new", Map.of("name", "Nog een", "kind", "other")).body())
                .contains("De lijst is vol");
    }

    @Test
    void fiveHundredOfTheLongestKindAreTooMuchForTheListAndThePageSaysSo() {
        var file = IntStream.range(0, 498)
                .mapToObj(number -> "%03d".formatted(number) + "é".repeat(147) + ";ibn;https://example.org/"
                        + "w".repeat(170) + ";" + "ç".repeat(100) + ";"
                        + "a".repeat(60) + "@" + "b".repeat(60) + "." + "c".repeat(60) + ".example.org")
                .collect(Collectors.joining("\n", "Naam;Soort;Website;Contact;E-mail\n", "\n"));

        var preview = preview(file);

        assertThat(preview.body()).contains("Zo wordt de lijst te groot").doesNotContain("name=\"seen\"");
    }

    @Test
    void nothingIsTakenThatTheOrganiserDidNotSee() {
        var preview = preview("Naam;Soort;Website\nVIL;;https://vil.be\n");
        room.put(
                new Organisation("vil", "VIL", Organisation.Kind.OTHER, false, "https://vil.example", "", "",
                        MailDomains.NONE, List.of(), List.of(), 1));

        var taken = take(preview);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("De lijst is intussen gewijzigd", "<del>https://vil.example</del>");
        assertThat(named("VIL").website()).isEqualTo("https://vil.example");
        assertThat(take(taken).status()).isEqualTo(303);
        assertThat(named("VIL").website()).isEqualTo("https://vil.be");
    }

    @Test
    void whatIsNoTextOrNothingAtAllIsRefused() {
        var workbook = room.upload(HERE, new byte[] {'P', 'K', 3, 4, 0, 0}, Map.of("text", ""));
        assertThat(workbook.status()).isEqualTo(422);
        assertThat(workbook.body()).contains("href=\"#file\"", "Bewaar uw rekenblad als CSV");
        var nothing = room.upload(HERE, new byte[0], Map.of("text", " "));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("href=\"#text\"");
        assertThat(preview("Naam;Soort\n").body()).contains("Er is niets over te nemen");
    }
}
