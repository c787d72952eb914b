package be.leerkring.mailer;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.mail.Letters;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.mail.QueuedMail;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.EncoderUtil;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentDisposition;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** A queued mail as SES takes it, with the site's address filled in. */
@Singleton
@Requires(beans = MailerConfiguration.class)
final class SesMessage {

    /** Control characters, and the two that Unicode breaks lines and paragraphs with. */
    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029]+");

    private final MailerConfiguration configuration;
    private final Letters letters;

    SesMessage(MailerConfiguration configuration, Letters letters) {
        this.configuration = configuration;
        this.letters = letters;
    }

    SendEmailRequest of(QueuedMail mail) {
        return SendEmailRequest.builder()
                .fromEmailAddress(from())
                .replyToAddresses(configuration.organisers())
                .destination(destination -> destination.toAddresses(mail.to()))
                .configurationSetName(configuration.configurationSet())
                .emailTags(MessageTag.builder().name(MailTag.NAME).value(MailTag.of(mail.key())).build())
                .content(content -> content.simple(message(mail)))
                .build();
    }

    /** RFC 5322, section 3.4; a name beyond ASCII, or that looks like one, as encoded words (RFC 2047). */
    private String from() {
        var name = line(configuration.networkName());
        var phrase = name.contains("=?")
                ? EncoderUtil.encodeEncodedWord(name, EncoderUtil.Usage.WORD_ENTITY)
                : EncoderUtil.encodeAddressDisplayName(name);
        return phrase + " <" + configuration.sender() + ">";
    }

    private Message message(QueuedMail mail) {
        var letter = mail.body().letter();
        var text = letters.plainText(letter, mail.language(), mail.unsubscribe());
        var html = letters.html(letter, mail.language(), mail.unsubscribe());
        return Message.builder()
                .subject(text(line(letter.subject())))
                .body(body -> body.text(text(fill(text))).html(text(fill(html))))
                .headers(headers(mail))
                .attachments(mail.body().attachments().stream().map(this::attachment).toList())
                .build();
    }

    /** That no person sent it (RFC 3834), and how to get no more of its kind by one click (RFC 2369, RFC 8058). */
    private List<MessageHeader> headers(QueuedMail mail) {
        var headers = new ArrayList<>(List.of(header("Auto-Submitted", "auto-generated")));
        mail.unsubscribe().ifPresent(path -> {
            headers.add(header("List-Unsubscribe", "<" + configuration.siteAddress() + path + ">"));
            headers.add(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        });
        return headers;
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    private Attachment attachment(Mail.Attachment attachment) {
        return Attachment.builder()
                .fileName(line(attachment.name()).replace('"', '\''))
                .contentType(attachment.contentType())
                .contentDisposition(AttachmentContentDisposition.ATTACHMENT)
                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                .rawContent(SdkBytes.fromString(fill(attachment.text()), UTF_8))
                .build();
    }

    private String fill(String text) {
        return text.replace(Outbox.SITE, configuration.siteAddress());
    }

    /** What stands in a mail's head is one line: whoever breaks it would write a header of his own. */
    private static String line(String text) {
        return BREAK.matcher(text).replaceAll(" ").strip();
    }

    private static Content text(String text) {
        return Content.builder().charset("UTF-8").data(text).build();
    }
}
