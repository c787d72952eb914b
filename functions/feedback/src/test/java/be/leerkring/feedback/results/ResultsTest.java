package be.leerkring.feedback.results;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.links.Token;
import be.leerkring.testing.Proof;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organisers see of what people said, and that nobody is to be told by it. */
final class ResultsTest {

    private static final String HERE = "/organiser/sessions/sessie/answers";

    /** Marks, take-away, missed, quote, name: of five people. */
    private static final List<List<String>> SAID = List.of(
            List.of("5", "9", "Zeven namen", "Appelsap", "Alles klopte.", "Jan"),
            List.of("1", "2", "Alvast een afspraak", "Een pauze", "Zo hoort het.", "Els"),
            List.of("3", "7", "Moed", "Meer tijd", "Nu weet ik het.", "Bram"),
            List.of("4", "8", "Éénduidige uitleg", "Zitplaatsen", "Goed gedaan.", "Ilse"),
            List.of("2", "6", "Bronnen", "Bezinning", "Mijn dank.", "Zoë"));

    private FeedbackRoom room;
    private Reader organiser;

    @BeforeEach
    void open() {
        start();
    }

    private void start() {
        room = new FeedbackRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private List<Token> ask(int people) {
        var tokens = new ArrayList<>(room.asked(people).values());
        organiser = room.organiser();
        return tokens;
    }

    private void say(Token token, List<String> said) {
        room.answer(
                token, "usefulness", said.get(0), "recommend", said.get(1), "takeaway", said.get(2), "missed",
                said.get(3), "quote", said.get(4), "attribution", "person", "name", said.get(5), "organisation", "VIL");
    }

    /** The same marks and texts, in some other way the same five people's. */
    private static List<List<String>> together(int way) {
        return IntStream.range(0, SAID.size())
                .mapToObj(person -> IntStream.range(0, SAID.getFirst().size())
                        .mapToObj(question -> SAID.get((person + way * Math.min(question, 4)) % SAID.size())
                                .get(question))
                        .toList())
                .toList();
    }

    private String page(String path) {
        return organiser.get(path).body().replaceAll("[0-9a-f]{64}|[\\w-]{43}", "ID");
    }

    @Test
    void neitherOrderNorTimeNorKeyNorWhatBelongsTogetherIsToBeToldFromFiveAnswersOfThirty() {
        var pages = new ArrayList<List<String>>();
        for (int turn = 0; turn < Proof.of(2, 6); turn++) {
            if (turn > 0) {
                close();
                start();
            }
            var random = new Random(turn);
            var tokens = ask(30);
            Collections.shuffle(tokens, random);
            var order = new ArrayList<>(IntStream.range(0, SAID.size()).boxed().toList());
            Collections.shuffle(order, random);
            var said = together(turn);
            for (var place : order) {
                room.clock().forward(Duration.ofMinutes(random.nextInt(5000)));
                if (random.nextBoolean()) {
                    room.answer(tokens.get(place), "usefulness", "3", "missed", "Dit verandert nog");
                }
                say(tokens.get(place), said.get(place));
            }
            organiser = room.organiser();
            pages.add(List.of(page(HERE), page(HERE + ".csv"), page("/organiser/quotes"), page("/organiser/answers")));
        }
        assertThat(pages.getFirst().getFirst()).contains("van de 30 aanwezigen", "Zeven namen", "Jan, VIL");
        assertThat(pages).containsOnly(pages.getFirst());
    }

    @Test
    void whatOnePersonGaveIsNowhereTogether() {
        var tokens = ask(30);
        IntStream.range(0, SAID.size()).forEach(person -> say(tokens.get(person), SAID.get(person)));

        assertThat(organiser.get(HERE + ".csv").body().lines().skip(1)).hasSize(5 + 11 + 3 * 5)
                .allMatch(line -> SAID.stream().flatMap(said -> said.subList(2, 5).stream()).filter(line::contains)
                        .distinct()
                        .count() <= 1);
        var page = organiser.get(HERE).text();
        for (var lists : List.of(2, 3, 4)) {
            var places = SAID.stream().map(said -> said.get(lists)).sorted(
                    (one, other) -> page.indexOf(one) - page.indexOf(other)).toList();
            assertThat(places).as("in the order of their words").isEqualTo(switch (lists) {
                case 2 -> List.of("Alvast een afspraak", "Bronnen", "Éénduidige uitleg", "Moed", "Zeven namen");
                case 3 -> List.of("Appelsap", "Bezinning", "Een pauze", "Meer tijd", "Zitplaatsen");
                default -> List.of("Alles klopte.", "Goed gedaan.", "Mijn dank.", "Nu weet ik het.", "Zo hoort het.");
            });
        }
    }

    @Test
    void fewerThanFiveAreTextsWithoutAnyNumber() {
        var tokens = ask(30);
        assertThat(organiser.get(HERE).text())
                .contains("Er heeft nog niemand geantwoord. De vraag is naar 30 deelnemers gegaan");
        var seen = new ArrayList<String>();
        for (int person = 0; person < 4; person++) {
            say(tokens.get(person), SAID.get(person));
            var page = organiser.get(HERE);
            assertThat(page.text()).contains("Er hebben minder dan vijf mensen geantwoord", SAID.get(person).get(2));
            assertThat(page.body()).doesNotContain("<table", "tallies");
            assertThat(organiser.get(HERE + ".csv").body()).doesNotContain("nuttig was");
            seen.add(organiser.get("/organiser/answers").text().replaceAll("^.*De laatste sessie", "")
                    .replaceAll("NPS: .*", ""));
        }
        assertThat(seen).as("how many of the four").containsOnly(seen.getFirst());
        assertThat(seen.getFirst()).contains("minder dan 5");

        say(tokens.get(4), SAID.get(4));
        assertThat(organiser.get(HERE).text()).contains("5 van de 30 aanwezigen hebben geantwoord", "3,0");
        assertThat(organiser.get("/organiser/answers").text()).contains("-20");
    }

    @Test
    void aScaleThatFewerThanFiveFilledInIsNotShown() {
        var tokens = ask(10);
        IntStream.range(0, 6).forEach(person -> room.answer(
                tokens.get(person), "usefulness", "4", "recommend", person < 4 ? "9" : ""));
        var page = organiser.get(HERE);
        assertThat(page.text()).contains("6 van de 10 aanwezigen");
        assertThat(page.body()).containsOnlyOnce("class=\"bars\"");
        assertThat(organiser.get(HERE + ".csv").body()).contains("nuttig was").doesNotContain("aanbevelen");
    }

    @Test
    void aKindStandsApartWhereFiveOfItAnswered() {
        var tokens = new ArrayList<>(room.asked(
                14, number -> number % 2 == 0 ? Organisation.Kind.SPEARHEAD_CLUSTER : Organisation.Kind.OTHER)
                .entrySet());
        organiser = room.organiser();
        tokens.forEach(asked -> {
            var number = Integer.parseInt(asked.getKey().replaceAll("\\D", ""));
            room.answer(asked.getValue(), "usefulness", number % 2 == 0 ? "5" : "3");
        });
        assertThat(organiser.get(HERE).text())
                .contains("Speerpuntcluster 7 5,0", "Andere clusterorganisatie 7 3,0",
                        "gemiddeld op 5, uit 14 cijfers");
    }

    @Test
    void aSearchGoesThroughEachListByItself() {
        var tokens = ask(30);
        IntStream.range(0, SAID.size()).forEach(person -> say(tokens.get(person), SAID.get(person)));
        var found = organiser.get(HERE + "?q=eenduidige").text();
        assertThat(found).contains("Éénduidige uitleg", "5 van de 30").doesNotContain("Zitplaatsen", "Goed gedaan");
        assertThat(organiser.get(HERE + "?q=nergens").text()).contains("Geen enkele tekst bevat deze woorden");
        assertThat(organiser.get(HERE + ".csv?for=excel").body()).contains("Vraag;Antwoord;Aantal;Ondertekend");
    }

    @Test
    void whenTheAnswersAreForgottenTheFiguresStay() {
        var tokens = ask(30);
        IntStream.range(0, SAID.size()).forEach(person -> say(tokens.get(person), SAID.get(person)));
        room.clock().forward(Duration.ofDays(366));
        organiser = room.organiser();
        assertThat(organiser.get(HERE).text())
                .contains("5 van de 30 aanwezigen", "gemiddeld op 10")
                .doesNotContain("Zeven namen", "Jan");
        assertThat(organiser.get("/organiser/quotes").text()).contains("Er wacht geen enkele zin op een oordeel");
    }

    @Test
    void anUnknownSessionHasNoAnswers() {
        organiser = room.organiser();
        for (var path : List.of("", ".csv", "/reply")) {
            assertThat(organiser.get("/organiser/sessions/nergens/answers" + path).status()).isEqualTo(404);
        }
        assertThat(organiser.post("/organiser/sessions/nergens/answers/reply", Map.of()).status())
                .isEqualTo(404);
    }
}
