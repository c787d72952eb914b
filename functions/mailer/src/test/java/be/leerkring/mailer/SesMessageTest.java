package be.leerkring.mailer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.web.FormText;
import java.util.List;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A mail as its reader gets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SesMessageTest {

    private final PostOffice office = new PostOffice();

    @BeforeAll
    void send() {
        var calendar = new Mail.Attachment(
                "sessie.ics", "text/calendar; charset=utf-8", "URL:" + Outbox.SITE + "/sessions/één\r\n");
        office.deliver(office.features.queue("jan@voorbeeld.be", List.of(calendar)));
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theAddressOfTheSiteIsFilledInEverywhere() {
        var mail = office.ses.mails().getFirst();

        assertThat(mail.text()).contains("\n" + PostOffice.SITE + "/confirm/abc").doesNotContain(Outbox.SITE);
        assertThat(mail.html()).contains("\"" + PostOffice.SITE + "/confirm/abc\"").doesNotContain(Outbox.SITE);
        assertThat(mail.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("sessie.ics");
            assertThat(attachment.contentType()).isEqualTo("text/calendar; charset=utf-8");
            assertThat(new String(attachment.content(), UTF_8))
                    .isEqualTo("URL:" + PostOffice.SITE + "/sessions/één\r\n");
        });
    }

    @Test
    void theSenderIsNamedInAnEncodedWord() {
        var from = office.ses.mails().getFirst().from();

        assertThat(from).matches("=\\?\\p{Graph}+\\?= <" + PostOffice.SENDER + ">");
        assertThat(DecoderUtil.decodeEncodedWords(from, UTF_8))
                .isEqualTo(PostOffice.NETWORK + " <" + PostOffice.SENDER + ">");
    }

    @Test
    void answersGoToTheOrganisers() {
        assertThat(office.ses.mails().getFirst().replyTo())
                .containsExactly("een@leerkring.example", "twee@leerkring.example");
    }

    @Test
    void itSaysThatNoPersonSentIt() {
        assertThat(office.ses.mails().getFirst().headers()).containsEntry("Auto-Submitted", "auto-generated");
    }

    @Test
    void bothFormsSayTheSame() {
        var mail = office.ses.mails().getFirst();

        assertThat(mail.subject()).isEqualTo("Bevestig uw inschrijving");
        assertThat(mail.text()).contains("Dag Jan", "Nog één stap.", "Bevestigen", "U schreef zich in.");
        assertThat(mail.html()).contains("Dag Jan", "Nog één stap.", "Bevestigen", "U schreef zich in.");
    }

    /** Whoever is called so: the words of a letter are words, whatever the code puts where the address belongs. */
    @Test
    void nobodyTypesTheAddressOfTheSite() {
        var fact = new Letter.Fact(Outbox.SITE + "/evil", "{{site}}/evil" + Outbox.SITE);

        assertThat(fact.name()).isEqualTo("site/evil");
        assertThat(fact.value()).isEqualTo("{{site}}/evilsite");
        assertThat(new Letter.Paragraph("een\r\ntwee\t" + Outbox.SITE).text()).isEqualTo("een\r\ntwee\tsite");
        assertThat(Outbox.SITE.matches(FormText.LINE)).isFalse();
        assertThat(Outbox.SITE.matches(FormText.LINES)).isFalse();
        assertThat(office.ses.mails()).allSatisfy(mail -> assertThat(mail.text()).doesNotContain("\u001a"));
    }
}
