package be.leerkring.programme.site;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Quotes;
import be.leerkring.network.voice.Replies;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Write;
import be.leerkring.programme.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people said and what organisers do because of it, as everybody reads it. */
final class SessionVoiceTest {

    private static final Instant NOW = Instant.parse("2017-02-15T08:00:00Z");
    private static final String PAGE = "/sessions/voorbij";

    private Desk desk;
    private Session session;

    @BeforeEach
    void open() {
        desk = new Desk(Clock.fixed(NOW, ZoneOffset.UTC));
        session = desk.put(new Session(
                "voorbij",
                new LocalizedText(Map.of("nl", "Samen leren")),
                LocalizedText.NONE,
                NOW.minus(Duration.ofDays(10)),
                NOW.minus(Duration.ofDays(9)),
                new Session.Venue("Zaal", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(NOW)), 40);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Write publish(String id, String words, String language) {
        return desk.get(Quotes.class).publish(
                session, new Quote("voorbij", id, words, new Language(language), "Jan, VIL"));
    }

    @Test
    void aQuoteStandsInItsLanguageUntilTheRequestAfterItIsWithdrawn() {
        desk.write(publish("een", "It helped.", "en"));
        for (var page : List.of("/", PAGE)) {
            assertThat(desk.stranger().get(page).body())
                    .contains("<blockquote lang=\"en\"><p>It helped.</p></blockquote>",
                            "<figcaption>Jan, VIL</figcaption>");
        }
        desk.write(desk.get(Quotes.class).withdraw("voorbij", "een"));
        for (var page : List.of("/", PAGE)) {
            assertThat(desk.stranger().get(page).body()).doesNotContain("It helped.");
        }
    }

    @Test
    void aReplyStandsLineByLineAndSaysInWhichLanguageWhereItIsAnother() {
        var replies = desk.get(Replies.class);
        var dutch = Reply.NONE.with(new LocalizedText(Map.of("nl", "Meer koffie\nMinder slides")));
        desk.write(replies.put("voorbij", dutch));
        assertThat(desk.stranger().get(PAGE).body()).contains("<ul><li>Meer koffie</li><li>Minder slides</li>");
        assertThat(desk.organiser("an", "en").get(PAGE).body())
                .contains("You said, we do", " lang=\"nl\"><ul><li>Meer koffie</li>");
        desk.write(replies.put("voorbij", dutch.with(LocalizedText.NONE)));
        assertThat(desk.stranger().get(PAGE).body()).doesNotContain("U zei, wij doen");
    }

    @Test
    void aSessionOfWhichMuchWasSaidAndIsKnownStillHasItsPage() {
        for (int number = 0; number < Quotes.MOST_OF_A_SESSION; number++) {
            desk.write(publish("zin-" + number, "Zin nummer " + number, "nl"));
        }
        var knowledge = desk.get(Knowledge.class);
        for (int number = 0; number < Knowledge.MOST_OF_A_SESSION; number++) {
            desk.write(knowledge.add(new KnowledgeEntry(
                    "fiche-" + number,
                    KnowledgeEntry.Kind.MATERIAL,
                    new LocalizedText(Map.of("nl", "Fiche nummer " + number)),
                    new LocalizedText(Map.of("nl", "Wat het is")),
                    "",
                    "map",
                    List.of(),
                    Optional.of("voorbij"),
                    NOW,
                    0)).toArray(Write[]::new));
        }
        desk.write(desk.get(Replies.class).put("voorbij", Reply.NONE.with(new LocalizedText(Map.of("nl", "Ja")))));
        var page = desk.stranger().get(PAGE);
        assertThat(page.body().split("<blockquote", -1)).hasSize(51);
        assertThat(page.body().split("class=\"entry\"", -1)).hasSize(51);
        assertThat(page.text()).contains("U zei, wij doen", "Deze sessie is voorbij");
        assertThat(desk.stranger().get("/").body().split("<blockquote", -1)).as("on the first page").hasSize(10);
    }
}
