package be.leerkring.programme.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.knowledge.Openings;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.programme.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the link of an entry leads, and who is counted. */
final class OpeningTest {

    private static final String LINK = "https://example.org/gids?deel=2&taal=nl";

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-12-31T22:59:00Z"));
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(clock);
        add("gids", LINK);
        add("map", "");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void add(String id, String link) {
        var text = new LocalizedText(Map.of("nl", "Gids"));
        var entry = new KnowledgeEntry(
                id, KnowledgeEntry.Kind.MATERIAL, text, text, link, "Map op de schijf", List.of(), Optional.empty(),
                clock.instant(), 0);
        desk.write(desk.get(Knowledge.class).add(entry).toArray(Write[]::new));
    }

    @Test
    void whoFollowsTheLinkOfAnEntryIsLedToItAndCountedInTheNetworksYear() {
        for (int time = 0; time < 3; time++) {
            var answer = desk.stranger().get("/knowledge/gids/open?to=https://elsewhere.example&link=//evil.example");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo(LINK);
            assertThat(answer.cookies()).isEmpty();
        }
        clock.moveTo(Instant.parse("2017-12-31T23:00:00Z"));
        desk.stranger().get("/knowledge/gids/open");

        assertThat(opened(2017)).isEqualTo(Map.of("gids", 3));
        assertThat(opened(2018)).isEqualTo(Map.of("gids", 1));
        assertThat(opened(2016)).isEmpty();
    }

    @Test
    void aHeaderHoldsEveryLink() {
        add("cafe", "https://example.org/café?q=é%20a");

        assertThat(desk.stranger().get("/knowledge/cafe/open").location())
                .isEqualTo("https://example.org/caf%C3%A9?q=%C3%A9%20a");
    }

    @Test
    void whatHasNoLinkAndWhatIsNoEntryLeadsNowhere() {
        for (var id : List.of("map", "geen", "A", "..", "%2F%2Fevil.example")) {
            assertThat(desk.stranger().get("/knowledge/" + id + "/open").status()).as(id).isEqualTo(404);
        }
        assertThat(opened(2017)).isEmpty();
    }

    @Test
    void theListLinksToItAndAsksProgramsNotToFollow() {
        assertThat(desk.stranger().get("/knowledge").body())
                .contains("<a href=\"/knowledge/gids/open\" rel=\"external noopener nofollow\">")
                .doesNotContain(LINK);
    }

    private Map<String, Integer> opened(int year) {
        var openings = desk.get(Openings.class);
        return openings.in(desk.get(Table.class).read(List.of(openings.key(year))), year);
    }
}
