package be.leerkring.feedback.ask;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the mail says that asks what a session brought. */
final class FeedbackMailTest {

    private FeedbackRoom room;

    @BeforeEach
    void open() {
        room = new FeedbackRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static KnowledgeEntry entry(String id, String title, String link, String reference, Instant created) {
        return new KnowledgeEntry(
                id,
                KnowledgeEntry.Kind.MATERIAL,
                new LocalizedText(Map.of("nl", title, "en", "Slides & more")),
                new LocalizedText(Map.of("nl", "Wat we toonden")),
                link,
                reference,
                List.of(),
                Optional.of("sessie"),
                created,
                0);
    }

    @Test
    void theMailSaysWhereToFindWhatBelongsToTheSession() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        var knowledge = room.get(Knowledge.class);
        var early = Instant.parse("2017-03-20T09:00:00Z");
        room.get(Table.class).write(
                knowledge.add(entry("blad", "Presentatie & meer", "https://example.org/blad?a=1&b=2", "", early)));
        room.get(Table.class).write(knowledge.add(entry("map", "Draaiboek", "", "map 3", early.minusSeconds(1))));
        room.register("jan", new Language("nl"), RegistrationState.CONFIRMED);
        room.register("eleni", new Language("en"), RegistrationState.CONFIRMED);

        room.askOnMonday();

        var dutch = room.mailTo("jan@voorbeeld.be");
        assertThat(room.text(dutch)).contains("""
                Wilt u nog iets nalezen? Dit hoort bij de sessie:

                Presentatie & meer
                Sessiemateriaal
                https://example.org/blad?a=1&b=2

                Draaiboek
                Sessiemateriaal. map 3

                Met vriendelijke groet
                """);
        assertThat(room.html(dutch))
                .contains("<a class=\"link\" href=\"https://example.org/blad?a=1&amp;b=2\"")
                .contains("Presentatie &amp; meer</a>");
        assertThat(room.text(room.mailTo("eleni@voorbeeld.be")))
                .contains("Slides & more\nSession materials\nhttps://example.org/blad?a=1&b=2\n");
    }

    @Test
    void aSessionWithoutKnowledgeHasAMailWithoutAPlaceForIt() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.CONFIRMED);

        room.askOnMonday();

        assertThat(room.text(room.mailTo("jan@voorbeeld.be"))).doesNotContain("hoort bij de sessie");
        assertThat(room.html(room.mailTo("jan@voorbeeld.be"))).doesNotContain("<ul");
    }
}
