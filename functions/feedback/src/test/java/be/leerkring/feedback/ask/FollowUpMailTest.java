package be.leerkring.feedback.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.ThreeMonthsLater;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The mail of three months later as its reader gets it, held against the files in {@code src/test/resources/mails}. To
 * accept what changed, delete a file and run this: it is written anew, and the run fails once.
 */
final class FollowUpMailTest {

    private static final Path FILES = Path.of("src/test/resources/mails");

    private static final Reply REPLY = new Reply(
            new LocalizedText(Map.of(
                    "nl", "We beginnen een kwartier later.\nElke ronde krijgt acht minuten.",
                    "en", "We begin a quarter later.\nEach round gets eight minutes.")),
            1);

    @Test
    void theMailSaysWhatItSaidAndWhatTheOrganisersChangeWhereTheyDo() throws IOException {
        var written = new ArrayList<Path>();
        try (var later = new ThreeMonthsLater()) {
            for (var language : List.of("nl", "en")) {
                for (var reply : List.of(Reply.NONE, REPLY)) {
                    var mail = later.get(FollowUpMail.class).request(
                            later.attended("An Vos", "Alfa", language), ThreeMonthsLater.SESSION, reply,
                            new Token("sessie.x.y"));
                    var file = FILES.resolve(
                            "follow-up" + (reply.equals(REPLY) ? "-changed" : "") + "." + language + ".txt");
                    var text = "Subject: " + mail.letter().subject() + "\n\n" + text(later, mail);
                    if (!Files.exists(file)) {
                        Files.createDirectories(FILES);
                        Files.writeString(file, text, UTF_8);
                        written.add(file);
                    }
                    assertThat(text).as(file.toString()).isEqualTo(Files.readString(file, UTF_8));
                }
            }
        }
        assertThat(written).as("were written anew: look at them, and run this again").isEmpty();
    }

    private static String text(ThreeMonthsLater later, Mail mail) {
        return later.room().text(later.get(Outbox.class).putOptional(mail).getFirst().item())
                .replace(Outbox.SITE, "{{site}}")
                .replaceAll("/(follow-up|unsubscribe)/[\\w.-]+", "/$1/…")
                .replace("\r\n", "\n");
    }
}
