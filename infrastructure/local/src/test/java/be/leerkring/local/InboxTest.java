package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return new SentMail(
                "id-" + number, Instant.parse("2017-02-15T09:00:00Z"), "netwerk@example.org",
                List.of("jan@example.org"),
                List.of(), "Onderwerp \u2028 " + number, "één\r\n\"twee\"\n", "<p>één</p>\n".repeat(20),
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
        assertThat(inbox().all()).isEqualTo(inbox.all()).hasSize(40);
    }

    @Test
    void oneCanAskForWhatIsNew() {
        var inbox = inbox();
        for (int number = 1; number <= 5; number++) {
            inbox.receive(mail(number));
        }
        assertThat(inbox.since(3)).extracting(InboxMail::id).containsExactly(4L, 5L);
        assertThat(inbox.since(0)).hasSize(5);
        assertThat(inbox.since(-7)).hasSize(5);
        assertThat(inbox.since(5)).isEmpty();
        assertThat(inbox.since(Long.MAX_VALUE)).isEmpty();
        assertThat(inbox.mail(5)).map(InboxMail::id).contains(5L);
        assertThat(inbox.mail(0)).isEmpty();
        assertThat(inbox.mail(6)).isEmpty();
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
            assertThat(again.all()).as("cut at %d", length).isEqualTo(inbox.all().subList(0, 1));
            again.receive(mail(3));
            assertThat(inbox().all()).extracting(InboxMail::subject).containsExactly(
                    mail(1).subject(), mail(3).subject());
        }
    }
}
