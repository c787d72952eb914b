package be.leerkring.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.language.Words;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Keeps what a mail says below its subject until it is sent: the letter itself and not what is made of it, as JSON,
 * compressed (RFC 1951). DynamoDB bills a mail whole whenever something becomes of it, and a letter's HTML is some ten
 * times as long.
 */
@Singleton
public final class MailBodies {

    /** The attribute of a mail's item that holds it. */
    static final String NAME = "body";

    /**
     * What most mails have, so that it takes no room in each: phrases that somebody reads who takes part, in whatever
     * words they were once put, and then the forms. It may not change while mails wait that it has packed.
     */
    private static final byte[] DICTIONARY = dictionary();

    private static final String FORMS = """
            BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Leerkring//Leerkring//NL\r\nMETHOD:REQUEST\r\n\
            BEGIN:VTIMEZONE\r\nTZID:Europe/\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\n\
            TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n\
            END:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n\
            TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n\
            END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:@leerkring\r\nDTSTAMP:20\r\nSEQUENCE:0\r\n\
            STATUS:CONFIRMED\r\nDTSTART;TZID=Europe/\r\nDTEND;TZID=Europe/\r\nSUMMARY;LANGUAGE=\r\n\
            LOCATION:\r\nURL:\r\nDESCRIPTION;LANGUAGE=\r\nORGANIZER;CN=:mailto:\r\n\
            ATTENDEE;CN=;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n\
            {"attachments":[{"name":".ics","type":"text/calendar; charset=utf-8; method=REQUEST","text":"\
            "greeting":"","closing":"","reason":"","blocks":[\
            {"is":"sources","sources":[{"title":{"language":"","text":""},"description":"","address":"https://\
            {"is":"steps","steps":[{"first":"","rest":"","text":""},{"is":"written","words":{"text":"\
            {"is":"facts","facts":[{"name":"","value":"","language":""},{"name":"","value":"\
            {"is":"button","label":"","path":"/"},{"is":"reference","label":"{"is":"paragraph","text":"\
            """;

    private static final Argument<Map<String, Object>> DATA = Argument.mapOf(String.class, Object.class);

    private final JsonMapper json;

    MailBodies(JsonMapper json) {
        this.json = json;
    }

    private static byte[] dictionary() {
        try (var phrases = MailBodies.class.getResourceAsStream("phrases.txt")) {
            return (new String(phrases.readAllBytes(), UTF_8) + FORMS).getBytes(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The phrases of mails can't be read", unreadable);
        }
    }

    Attribute pack(MailBody body) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
                var stream = new DeflaterOutputStream(packed, deflater)) {
            deflater.setDictionary(DICTIONARY);
            stream.write(json.writeValueAsBytes(MailData.of(body)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return Attribute.bytes(packed.toByteArray());
    }

    /**
     * What the mail in this item says.
     *
     * @throws RuntimeException when the item has no such thing any more, or it is damaged
     */
    public MailBody in(Item mail) {
        try (var inflater = new Inflater(true);
                var stream = new InflaterInputStream(new ByteArrayInputStream(mail.requiredBytes(NAME)), inflater)) {
            inflater.setDictionary(DICTIONARY);
            return MailData.body(
                    mail.text("subject", ""),
                    new Words(mail.text("quoted", ""), mail.text("quotedLanguage", "")),
                    json.readValue(stream.readAllBytes(), DATA));
        } catch (IOException damaged) {
            throw new UncheckedIOException("The mail's body is damaged", damaged);
        }
    }
}
