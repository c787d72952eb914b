package be.leerkring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.emulator.MovableClock;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Words;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.testing.StartedRoom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a mail says is the same when it is sent as when it was decided, and takes a fraction of its HTML. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailBodiesTest {

    private static final String WORDS = "Élodie <&> \"'\\ {0} \t😀 שלום \u2028 "
            + "Samenwerkingsprojecten in de Vlaamse innovatienetwerken. ";

    private StartedRoom room;

    @BeforeAll
    void start() {
        room = StartedRoom.at(MovableClock.at(Instant.parse("2017-02-15T08:00:00Z")));
    }

    @AfterAll
    void close() {
        room.close();
    }

    /** One of each kind, and of each with and without what can be empty. */
    private static List<Letter.Block> blocks() {
        return List.of(
                new Letter.Paragraph(WORDS + "\n\n" + WORDS),
                new Letter.Paragraph(""),
                new Letter.Written(new Words("- " + WORDS + "\n- https://example.org", "en")),
                new Letter.Written(Words.NONE),
                new Letter.Facts(List.of(
                        new Letter.Fact("Wanneer", WORDS, "fr"), new Letter.Fact("Wanneer", WORDS),
                        new Letter.Fact("", ""))),
                new Letter.Facts(List.of()),
                new Letter.Steps(List.of(
                        new Letter.Step("Tafel 15", "Ronde 1", WORDS), new Letter.Step(WORDS, "", ""))),
                new Letter.Button(WORDS, "/my/abc.def"),
                new Letter.Reference(WORDS, "/sessions/één"),
                new Letter.Sources(List.of(
                        new Letter.Source(new Words(WORDS, "fr"), WORDS, "https://example.org/?a=1&b=2"),
                        new Letter.Source(new Words(WORDS, ""), "", ""))));
    }

    private static MailBody body(List<Letter.Block> blocks) {
        return new MailBody(
                new Letter(WORDS, new Words("Élodie", "fr"), "Dag " + WORDS, blocks, "Met vriendelijke groet", WORDS),
                List.of(new Mail.Attachment("sessie.ics", "text/calendar", "URL:" + Outbox.SITE + "/x\r\n" + WORDS)));
    }

    private Item packed(MailBody body) {
        return Item.map()
                .with("subject", body.letter().subject())
                .with("quoted", body.letter().quoted().text())
                .with("quotedLanguage", body.letter().quoted().language())
                .with("body", room.get(MailBodies.class).pack(body));
    }

    @Test
    void everyKindOfBlockIsReadAsItWasWritten() {
        assertThat(blocks()).extracting(Object::getClass).as("all kinds are tried")
                .contains(Letter.Block.class.getPermittedSubclasses());
        Stream.concat(
                Stream.of(body(blocks()), body(List.of()), new MailBody(body(blocks()).letter(), List.of())),
                blocks().stream().map(block -> body(List.of(block))))
                .forEach(body -> assertThat(room.get(MailBodies.class).in(packed(body))).isEqualTo(body));
    }

    @Test
    void aBodyTakesAFractionOfWhatIsMadeOfIt() {
        var letter = body(blocks()).letter();
        var html = room.get(Letters.class).html(letter, new Language("nl"), Optional.empty());

        assertThat(packed(body(blocks())).requiredBytes("body").length).isLessThan(html.length() / 8);
    }

    @Test
    void whatIsDamagedIsSaidToBe() {
        var whole = packed(body(blocks())).requiredBytes("body");
        var bodies = room.get(MailBodies.class);

        for (int length = 0; length < whole.length; length++) {
            var cut = Item.map().with("body", Attribute.bytes(Arrays.copyOf(whole, length)));
            assertThatThrownBy(() -> bodies.in(cut)).isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> bodies.in(Item.map())).hasMessageContaining("body");
        assertThatThrownBy(() -> bodies.in(Item.map().with("body", "tekst"))).hasMessageContaining("body");
    }
}
