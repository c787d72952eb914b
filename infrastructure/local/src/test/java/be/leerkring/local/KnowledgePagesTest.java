package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.knowledge.Openings;
import be.leerkring.platform.table.Table;
import be.leerkring.testing.Answer;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network's knowledge as visitors find it, in the sample world. */
class KnowledgePagesTest {

    private static LaptopStage stage;

    @BeforeAll
    static void start() {
        stage = LaptopStage.start();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Answer get(String path, String language) {
        return stage.site().send("GET", path, Map.of("accept-language", language), "");
    }

    private static String knowledge(String words, String theme, String kind, String language) {
        var answer = get(
                "/knowledge?q=%s&theme=%s&kind=%s".formatted(URLEncoder.encode(words, UTF_8), theme, kind), language);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** The ids of the entries that link to something, which are the same in every language. */
    private static List<String> links(String page) {
        return Pattern.compile("<a href=\"/knowledge/([^\"]*)/open\" rel=\"external noopener nofollow\">")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void everythingIsThereTheNewestFirstAndEveryPageLeadsToIt() {
        var page = get("/knowledge", "nl");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-language")).isEqualTo("nl");
        assertThat(links(page.body()))
                .containsExactly(
                        "voorbereiding-industrie-circulair", "dienst-a", "presentatie-innovatiecentra",
                        "dienstenaanbod-innovatiecentra");
        assertThat(page.body()).contains("draaiboek-speeddating.pdf")
                .contains("href=\"/sessions/kennismaking-2017-01\"");
        assertThat(get("/", "nl").body()).contains("class=\"button quiet\" href=\"/knowledge\"");
        assertThat(get("/nowhere", "nl").body()).contains("href=\"/knowledge\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "innovatiecentra | | | nl | presentatie-innovatiecentra dienstenaanbod-innovatiecentra",
            "INNOVÀTIECENTRA présentatie | | | en | presentatie-innovatiecentra",
            "innovation centres | | service | nl | dienstenaanbod-innovatiecentra",
            "| circulaire-economie | | nl | voorbereiding-industrie-circulair dienst-a",
            "| circulaire-economie | material | en | voorbereiding-industrie-circulair",
    })
    void aSearchFindsWhatHasItsWordsItsThemeAndItsKind(
            String words, String theme, String kind, String language, String links) {
        var page = knowledge(given(words), given(theme), given(kind), language);

        assertThat(String.join(" ", links(page))).isEqualTo(links);
    }

    private static String given(String value) {
        return value == null ? "" : value;
    }

    @Test
    void theFormKeepsWhatWasAskedAndIsFilledInWithoutHarm() {
        var page = knowledge("\"><script>centra", "kennismaking", "practice", "nl");

        assertThat(page).contains("value=\"&#34;>&lt;script>centra\"").doesNotContain("<script");
        assertThat(page).contains("<option value=\"kennismaking\" selected>").contains(
                "<option value=\"practice\" selected>");
    }

    @Test
    void whereNothingIsFoundThePageSaysSoAndLeadsBack() {
        var page = knowledge("bestaat niet", "", "", "nl");

        assertThat(links(page)).isEmpty();
        assertThat(page).contains("Niets gevonden").contains("<a href=\"/knowledge\">Toon alles</a>");
        assertThat(knowledge("", "geen-thema", "", "en")).contains("Nothing found")
                .contains("value=\"geen-thema\" selected");
    }

    @Test
    void aSessionShowsItsOwnAndNoOther() {
        var first = get("/sessions/kennismaking-2017-01", "nl").body();
        var second = get("/sessions/industrie-circulair-2017-03", "en").body();

        assertThat(links(first)).containsExactly("presentatie-innovatiecentra", "dienstenaanbod-innovatiecentra");
        assertThat(first).contains("Materiaal en achtergrond").contains("draaiboek-speeddating.pdf");
        assertThat(links(second)).containsExactly("voorbereiding-industrie-circulair");
        assertThat(second).contains("Materials and background");
    }

    @Test
    void whoeverOnlyAsksForTheHeadIsLedOnAndNotCounted() {
        var head = stage.site().send("HEAD", "/knowledge/dienst-a/open", Map.of(), "");

        assertThat(head.status()).isEqualTo(302);
        assertThat(head.header("location")).isEqualTo("https://example.org/dienst-a");
        assertThat(opened(2017)).isEmpty();
        assertThat(get("/knowledge/dienst-a/open", "nl").status()).isEqualTo(302);
        assertThat(opened(2017)).containsExactly(Map.entry("dienst-a", 1));
    }

    private Map<String, Integer> opened(int year) {
        var context = stage.laptop().context();
        var openings = context.getBean(Openings.class);
        return openings.in(context.getBean(Table.class).read(List.of(openings.key(year))), year);
    }
}
