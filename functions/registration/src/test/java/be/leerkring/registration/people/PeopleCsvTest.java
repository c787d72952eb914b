package be.leerkring.registration.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Csv;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.registration.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What a spreadsheet makes of the list of people. */
final class PeopleCsvTest {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private final PeopleCsv csv = new PeopleCsv(new Languages("nl,en"), new NetworkTime("Europe/Brussels"));

    private static final Language DUTCH = new Language("nl");

    private static Person person(String name, String organisation, String role) {
        return new Person(
                new Participant(
                        "sessie",
                        "sleutel",
                        "sleutel",
                        name,
                        new EmailAddress("an@example.org"),
                        "",
                        organisation,
                        Organisation.Kind.OTHER,
                        role,
                        new Language("nl"),
                        RegistrationState.OFFERED,
                        new Interests(List.of("industrie-4-0"), List.of("zelf_bedacht"))),
                Instant.parse("2017-03-25T23:30:00Z"),
                Optional.of(Instant.parse("2017-03-26T01:00:00Z")),
                false,
                Optional.empty(),
                3);
    }

    private static List<CSVRecord> read(String file, CSVFormat format) throws IOException {
        try (var parser = CSVParser.parse(file.substring(1), format)) {
            return parser.getRecords();
        }
    }

    @Example
    void theFileReadsBackAsItWasWritten() throws IOException {
        var file = csv.write(
                List.of(person("Zoë \"Zo\" Ångström", "Ελένη, & co", "a;b"), person("An", "VIL", "")),
                Csv.Separator.COMMA,
                DUTCH);

        var records = read(file, CSVFormat.RFC4180);
        assertThat(records).hasSize(3);
        assertThat(records.getFirst()).first().isEqualTo("Naam");
        assertThat(records.get(1).toList())
                .containsExactly(
                        "Zoë \"Zo\" Ångström",
                        "an@example.org",
                        "Ελένη, & co",
                        "Andere clusterorganisatie",
                        "a;b",
                        "nl",
                        "Plaats aangeboden",
                        "2017-03-26 00:30",
                        "3",
                        "2017-03-26 03:00",
                        "nee",
                        "industrie 4.0",
                        "zelf bedacht");
        assertThat(
                read(csv.write(List.of(), Csv.Separator.COMMA, new Language("en")), CSVFormat.RFC4180).getFirst())
                .first()
                .isEqualTo("Name");
    }

    @Example
    void itIsUtf8WithAByteOrderMarkAndEveryLineEndsAsTheRfcHasIt() {
        var file = csv.write(List.of(person("An", "VIL", "")), Csv.Separator.COMMA, DUTCH);

        assertThat(file.getBytes(UTF_8)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(file).endsWith("\r\n");
        assertThat(file.lines()).hasSize(2)
                .allSatisfy(line -> assertThat(line.chars().filter(c -> c == ',')).hasSize(12));
    }

    @Example
    void forABelgianExcelSemicolonsDivideTheCells() throws IOException {
        var file = csv.write(List.of(person("Peeters, An", "a;b", "")), Csv.Separator.SEMICOLON, DUTCH);

        var records = read(file, CSVFormat.RFC4180.builder().setDelimiter(';').get());
        assertThat(records.get(1)).startsWith("Peeters, An", "an@example.org", "a;b");
        assertThat(file).contains("Peeters, An;").contains("\"a;b\"");
    }

    @Example
    void onlyWhatCouldBeAFormulaGetsAnApostrophe() {
        assertThat(List.of(
                "=1+1", "+32 2 123 45 67", "-", "@an", "\ttab", "＝1", "=cmd|' /C calc'!A0", "Club;=1+1", "Club,@x",
                "\"=1\""))
                .extracting(Csv::defused)
                .containsExactly(
                        "'=1+1", "'+32 2 123 45 67", "'-", "'@an", "'\ttab", "'＝1", "'=cmd|' /C calc'!A0",
                        "Club;'=1+1", "Club,'@x", "\"'=1\"");
        assertThat(List.of("", "An-Sofie", "R&D - manager", "Zorg + Welzijn", "an@example.org", "4 = 4", "'t Hof"))
                .allSatisfy(text -> assertThat(Csv.defused(text)).isEqualTo(text));
    }

    /** What a hostile participant can put in a form's field: one line, and much else. */
    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars("=+-@;,|\"' ＝＋－＠aé1\\")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Property(tries = 3_000)
    void noCellIsAFormulaWhicheverSeparatorAProgramExpects(
            @ForAll("hostile") String name, @ForAll("hostile") String organisation, @ForAll("hostile") String role)
            throws IOException {
        for (var separator : Csv.Separator.values()) {
            var file = csv.write(List.of(person(name, organisation, role)), separator, DUTCH);
            var read = read(file, CSVFormat.RFC4180.builder().setDelimiter(separator.delimiter()).get()).get(1);
            assertThat(read).hasSize(13).noneMatch(cell -> FORMULA.matcher(cell).matches());
            assertThat(List.of(read.get(0), read.get(2), read.get(4)))
                    .extracting(cell -> cell.replace("'", ""))
                    .containsExactly(name.replace("'", ""), organisation.replace("'", ""), role.replace("'", ""));
            for (var other : List.of(",", ";", "\t", "|", "\"")) {
                assertThat(file.substring(1).lines()
                        .flatMap(line -> Pattern.compile(Pattern.quote(other)).splitAsStream(line)))
                        .as("split at " + other)
                        .noneMatch(cell -> FORMULA.matcher(cell.replace("\"", "")).matches());
            }
        }
    }
}
