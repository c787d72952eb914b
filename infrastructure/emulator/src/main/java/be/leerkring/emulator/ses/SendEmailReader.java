package be.leerkring.emulator.ses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a SendEmail request of SES's v2 interface, and refuses what SES would refuse. */
final class SendEmailReader {

    private static final int MOST_RECIPIENTS = 50;
    private static final int MOST_HEADERS = 15;

    /** ASCII throughout: SES wants a display name with other letters as a MIME encoded word. */
    private static final String BARE_ADDRESS = "[!-?A-~&&[^<>,;]]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";

    private static final Pattern ADDRESS = Pattern.compile(BARE_ADDRESS + "|[ -~&&[^<>]]*<" + BARE_ADDRESS + ">");
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]{1,126}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,870}");

    private final JsonMapper json = new JsonMapper();

    SentMail read(InputStream content, Instant at) throws IOException, SesRefusal {
        var request = parse(content);
        var simple = request.path("Content").path("Simple");
        if (!simple.isObject()) {
            throw SesRefusal.badRequest("Only Simple content has a stand-in here.");
        }
        var body = simple.path("Body");
        if (text(body.path("Text")).isBlank() && text(body.path("Html")).isBlank()) {
            throw SesRefusal.badRequest("The body is empty: it needs text or HTML.");
        }
        return new SentMail(
                messageId(at),
                at,
                address(request.path("FromEmailAddress")),
                recipients(request.path("Destination")),
                addresses(request.path("ReplyToAddresses")),
                subject(simple.path("Subject").path("Data")),
                text(body.path("Text")),
                text(body.path("Html")),
                headers(simple.path("Headers")),
                attachments(simple.path("Attachments")),
                pairs(request.path("EmailTags")));
    }

    private JsonNode parse(InputStream content) throws IOException, SesRefusal {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw SesRefusal.badRequest("The request is not JSON.");
        }
    }

    private static String messageId(Instant at) {
        return "0102%012x-%s-000000".formatted(at.toEpochMilli(), UUID.randomUUID());
    }

    private static String address(JsonNode address) throws SesRefusal {
        if (!ADDRESS.matcher(address.asText()).matches()) {
            throw SesRefusal.badRequest("Illegal address: '" + address.asText() + "'");
        }
        return address.asText();
    }

    private static List<String> addresses(JsonNode addresses) throws SesRefusal {
        for (var address : addresses) {
            address(address);
        }
        return addresses.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> recipients(JsonNode destination) throws SesRefusal {
        var to = addresses(destination.path("ToAddresses"));
        var copies = addresses(destination.path("CcAddresses"));
        var blindCopies = addresses(destination.path("BccAddresses"));
        var all = Stream.of(to, copies, blindCopies).flatMap(List::stream).toList();
        if (all.isEmpty()) {
            throw SesRefusal.badRequest("A mail needs at least one recipient.");
        }
        if (all.size() > MOST_RECIPIENTS) {
            throw SesRefusal.badRequest("Recipient count exceeds " + MOST_RECIPIENTS + ".");
        }
        return all;
    }

    private static String subject(JsonNode subject) throws SesRefusal {
        if (!subject.isTextual() || subject.asText().chars().anyMatch(Character::isISOControl)) {
            throw SesRefusal.badRequest("The subject is missing or has a control character.");
        }
        return subject.asText();
    }

    private static String text(JsonNode part) {
        return part.path("Data").asText("");
    }

    private static Map<String, String> headers(JsonNode headers) throws SesRefusal {
        for (var header : headers) {
            if (!HEADER_NAME.matcher(header.path("Name").asText()).matches()
                    || !HEADER_VALUE.matcher(header.path("Value").asText()).matches()) {
                throw SesRefusal.badRequest("A header has an illegal name or value: " + header);
            }
        }
        if (headers.size() > MOST_HEADERS) {
            throw SesRefusal.badRequest("Header count exceeds " + MOST_HEADERS + ".");
        }
        return pairs(headers);
    }

    private static List<SentMail.Attachment> attachments(JsonNode attachments) throws IOException, SesRefusal {
        var files = Stream.<SentMail.Attachment>builder();
        for (var attachment : attachments) {
            if (attachment.path("FileName").asText().isBlank() || !attachment.has("RawContent")) {
                throw SesRefusal.badRequest("An attachment needs a file name and content.");
            }
            files.add(new SentMail.Attachment(
                    attachment.path("FileName").asText(),
                    attachment.path("ContentType").asText("application/octet-stream"),
                    attachment.path("RawContent").binaryValue()));
        }
        return files.build().toList();
    }

    private static Map<String, String> pairs(JsonNode pairs) {
        var map = new LinkedHashMap<String, String>();
        pairs.forEach(pair -> map.put(pair.path("Name").asText(), pair.path("Value").asText()));
        return map;
    }
}
