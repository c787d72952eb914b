package be.leerkring.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mail of this room as its reader gets it, held against the files in {@code src/test/resources/mails}. To accept
 * what changed, delete a file and run this: it is written anew, and the run fails once.
 */
final class MailTextsTest extends EveryMail {

    private static final Path FILES = Path.of("src/test/resources/mails");

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyMailSaysWhatItSaid(String language) throws IOException {
        var written = new ArrayList<Path>();
        for (var mail : mails(language).entrySet()) {
            var text = "Subject: " + mail.getValue().letter().subject() + "\n\n" + text(mail.getValue());
            var file = FILES.resolve(mail.getKey() + "." + language + ".txt");
            if (!Files.exists(file)) {
                Files.createDirectories(FILES);
                Files.writeString(file, text, UTF_8);
                written.add(file);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file, UTF_8));
        }
        assertThat(written).as("were written anew: look at them, and run this again").isEmpty();
    }

    private String text(Mail mail) {
        var outbox = room.get(Outbox.class);
        var write = mail.optional() ? outbox.putOptional(mail).getFirst() : outbox.put(mail);
        return room.text(write.item())
                .replace(Outbox.SITE, "{{site}}")
                .replaceAll("/(address|confirm|my|unsubscribe)/[\\w.-]+", "/$1/…")
                .replace("\r\n", "\n");
    }
}
