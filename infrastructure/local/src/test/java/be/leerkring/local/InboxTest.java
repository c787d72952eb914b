package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrived is there after a stop, and what is kept of it grows by what is new. */
final class InboxTest {

    @TempDir
    Path folder;

    private Inbox inbox() {
        return new Inbox(new Memory(Optional.of(folder)));
    }

    private static SentMail mail(int number) {
        return mail(number, "<p>één</p>\n".repeat(20));
    }

    private static SentMail mail(int number, String html) {
        return new SentMail(
                "id-" + number, Instant.parse("2017-02-15T09:00:00Z"), "netwerk@example.org",
                List.of("jan@example.org"),
                List.of(), "Onderwerp \u2028 " + number, "één\r\n\"twee\"\n", html,
                Map.of("A", "b"),
                List.of(new SentMail.Attachment("sessie.ics", "text/calendar", "BEGIN:\r\n".getBytes(UTF_8))),
                Map.of());
    }

    private long kept() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void eachMailAddsToWhatIsKeptAsMuchAsTheOneBefore() throws IOException {
        var inbox = inbox();
        var sizes = new long[40];
        for (int number = 0; number < sizes.length; number++) {
            inbox.receive(mail(10 + number));
            sizes[number] = kept();
        }
        assertThat(IntStream.range(10, sizes.length).mapToLong(each -> sizes[each] - sizes[each - 1]))
                .containsOnly(sizes[9] - sizes[8]);
        assertThat(inbox().size()).isEqualTo(40);
        assertThat(inbox().json(0)).hasSameContentAs(inbox.json(0));
    }

    @Test
    void oneCanAskForWhatIsNew() {
        var inbox = inbox();
        for (int number = 1; number <= 5; number++) {
            inbox.receive(mail(number));
        }
        assertThat(inbox.since(3)).extracting(PackedMail::id).containsExactly(4L, 5L);
        assertThat(inbox.since(0)).hasSize(5);
        assertThat(inbox.since(-7)).hasSize(5);
        assertThat(inbox.since(5)).isEmpty();
        assertThat(inbox.since(Long.MAX_VALUE)).isEmpty();
        assertThat(inbox.mail(5)).map(InboxMail::id).contains(5L);
        assertThat(inbox.mail(0)).isEmpty();
        assertThat(inbox.mail(6)).isEmpty();
    }

    @Test
    void itsListHasPagesTheNewestFirst() {
        var inbox = new Inbox(new Memory(Optional.empty()));
        assertThat(inbox.before(Long.MAX_VALUE)).isEmpty();
        for (int number = 1; number <= 2 * Inbox.PAGE + 1; number++) {
            inbox.receive(mail(number));
        }
        var newest = inbox.before(Long.MAX_VALUE);
        assertThat(newest).hasSize(Inbox.PAGE).first().extracting(PackedMail::id).isEqualTo(201L);
        var older = inbox.before(newest.getLast().id());
        assertThat(older).hasSize(Inbox.PAGE).first().extracting(PackedMail::id).isEqualTo(101L);
        assertThat(inbox.before(older.getLast().id())).extracting(PackedMail::id).containsExactly(1L);
        assertThat(inbox.before(1)).isEmpty();
        assertThat(inbox.before(-3)).isEmpty();
    }

    @Test
    void scriptsReadAllOfItAsOneListAndWhatIsEmptyIsThereToo() throws IOException {
        var inbox = new Inbox(new Memory(Optional.empty()));
        assertThat(inbox.json(0)).hasContent("[]");
        var bare = new SentMail("id", Instant.EPOCH, "a@example.org", List.of(), List.of(), "", "", "", Map.of(),
                List.of(), Map.of());
        inbox.receive(bare);
        inbox.receive(mail(2));
        inbox.receive(mail(3));
        try (var json = inbox.json(0); var newer = inbox.json(2)) {
            var all = ObjectMapper.getDefault().readValue(json, Argument.listOf(InboxMail.class));
            assertThat(all).extracting(InboxMail::id).containsExactly(1L, 2L, 3L);
            assertThat(all.get(1).attachments()).hasSize(1);
            assertThat(new String(newer.readAllBytes(), UTF_8)).startsWith("[{").contains("Onderwerp").endsWith("}]");
        }
        assertThat(new String(inbox.mail(1).map(PackedMail::of).orElseThrow().json(), UTF_8))
                .contains("\"attachments\":[]", "\"headers\":{}", "\"subject\":\"\"");
    }

    /** The laptop lives in 512 MB: a mail of 20 kB, as a confirmation is with its HTML, may take a fifth of that. */
    @Test
    void thousandsOfMailsTakeLittleMemory() {
        var inbox = new Inbox(new Memory(Optional.empty()));
        var words = new Random(2017).ints(900, 0, 100_000).mapToObj(Integer::toString).collect(joining(" "));
        var html = "<p style=\"margin:0 0 16px;font-family:sans-serif\">Hieronder staat het nog eens.</p>".repeat(180);
        for (int number = 1; number <= 5_000; number++) {
            inbox.receive(mail(number, words + html + number));
        }
        assertThat(inbox.size()).isEqualTo(5_000);
        assertThat(inbox.since(0).stream().mapToLong(mail -> mail.packed().length).sum()).isLessThan(5_000 * 4_000L);
        assertThat(inbox.mail(4_711).orElseThrow().html()).isEqualTo(words + html + 4_711);
    }

    @Test
    void whereverALineIsCutOffTheMailsBeforeItStayAndTheNextOneFollows() throws IOException {
        var inbox = inbox();
        inbox.receive(mail(1));
        var first = kept();
        inbox.receive(mail(2));
        var file = folder.resolve("inbox.jsonl");
        var whole = Files.readAllBytes(file);
        for (int length = (int) first; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            var again = inbox();
            assertThat(again.since(0)).as("cut at %d", length).extracting(PackedMail::mail)
                    .containsExactly(inbox.mail(1).orElseThrow());
            again.receive(mail(3));
            assertThat(inbox().since(0)).extracting(PackedMail::subject).containsExactly(
                    mail(1).subject(), mail(3).subject());
        }
    }
}
