package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Letters;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.MailBody;
import be.leerkring.platform.mail.QueuedMail;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.web.NetworkIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Whatever somebody calls himself, his session or his network: no line of a mail's head begins with it. */
final class HeaderInjectionTest {

    private static final Letters LETTERS = new Letters(
            new Languages("nl"), new NetworkIdentity("Netwerk", "", "Agentschap", "", "een@leerkring.example"));

    /** Names in any script, and what somebody would type who wants a header of his own. */
    @Provide
    static Arbitrary<String> names() {
        var scripts = Arbitraries.of(
                "Ελένη", "Žofie", "Łukasz", "محمد", "נועה", "山田", "김", "Владимир", "न", "é́", "😀", "\uD83D", "O'Brien",
                "\"Jan\"", "<jan@voorbeeld.be>", "=?UTF-8?Q?a?=", "");
        var breaks = Arbitraries.of(
                "\r\n", "\n", "\r", "\u0000", "\u0085", "\u2028", "\u2029", "\u000b", "\t", " ", "\u001b", "\u007f");
        var heads = Arbitraries.of("Bcc: x@example.org", "Subject: ja", "\r\n\r\nnew body", "To:", "%0d%0aCc: x@y.be");
        return Arbitraries.oneOf(scripts, breaks, heads, Arbitraries.strings().ofMaxLength(8))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property
    void aSubjectIsOneLineAndSaysTheSame(@ForAll("names") String subject) {
        var sent = message("Netwerk").of(mail(subject, "sessie.ics")).content().simple().subject().data();

        assertThat(sent.codePoints().noneMatch(HeaderInjectionTest::breaksLines)).isTrue();
        assertThat(letters(sent)).isEqualTo(letters(subject));
    }

    @Property
    void aSenderIsOneAddressInAsciiAndItsNameReadsTheSame(@ForAll("names") String name) {
        var from = message(name).of(mail("Onderwerp", "sessie.ics")).fromEmailAddress();

        assertThat(from.chars().allMatch(letter -> letter >= ' ' && letter <= '~')).as(from).isTrue();
        assertThat(from).endsWith(" <" + PostOffice.SENDER + ">");
        var shown = from.substring(0, from.length() - PostOffice.SENDER.length() - 3);
        assertThat(shown.startsWith("\"") || !shown.contains("<")).as(from).isTrue();
        // RFC 2047, section 5: nobody decodes what stands in quotes
        var read = shown.startsWith("\"") ? shown : DecoderUtil.decodeEncodedWords(shown, StandardCharsets.UTF_8);
        assertThat(letters(read)).isEqualTo(letters(name));
    }

    @Property
    void anAttachmentsNameStaysInItsQuotes(@ForAll("names") String name) {
        var sent = message("Netwerk").of(mail("Onderwerp", name)).content().simple().attachments().getFirst()
                .fileName();

        assertThat(sent.codePoints().noneMatch(HeaderInjectionTest::breaksLines)).isTrue();
        assertThat(sent).doesNotContain("\"");
    }

    @Property
    void aHeaderOfOursHoldsNothingOfTheReaders(@ForAll("names") String text) {
        var headers = message(text).of(mail(text, text)).content().simple().headers();

        assertThat(headers).extracting(header -> header.name() + ": " + header.value()).containsExactly(
                "Auto-Submitted: auto-generated",
                "List-Unsubscribe: <" + PostOffice.SITE + "/unsubscribe/abc>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    private static SesMessage message(String networkName) {
        return new SesMessage(new MailerConfiguration(
                PostOffice.SENDER, networkName, "een@leerkring.example", PostOffice.SITE, "leerkring", 10), LETTERS);
    }

    private static QueuedMail mail(String subject, String attachment) {
        return new QueuedMail(
                new Key("MAIL#x", "message#1"), "claim", "message", Instant.EPOCH, Optional.empty(), 0, false,
                Optional.of("/unsubscribe/abc"), "jan@voorbeeld.be", new Language("nl"),
                new MailBody(
                        new Letter(subject, "Dag", List.of(), "Tot dan", "U schreef zich in."),
                        List.of(new Mail.Attachment(attachment, "text/calendar", "BEGIN:VCALENDAR"))));
    }

    private static boolean breaksLines(int letter) {
        return Character.isISOControl(letter) || letter == 0x2028 || letter == 0x2029;
    }

    /** What somebody reads of it, whatever the space between, and whatever marks a quotation. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
