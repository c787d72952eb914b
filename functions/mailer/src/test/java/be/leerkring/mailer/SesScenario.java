package be.leerkring.mailer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Key;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What SES has to receive, whoever stands in for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SesScenario {

    private static final int MANY = 30;

    private StandIn ses;
    private PostOffice office;

    /** Something that understands SES's v2 interface, and shows what it was sent. */
    interface StandIn extends AutoCloseable {

        URI endpoint();

        List<Received> received();

        @Override
        void close();
    }

    /**
     * A mail as a stand-in has it.
     *
     * @param attachments their texts by their names
     */
    record Received(
            String messageId,
            String from,
            List<String> to,
            List<String> replyTo,
            String subject,
            String text,
            String html,
            Map<String, String> headers,
            Map<String, String> attachments) {}

    abstract StandIn open();

    @BeforeAll
    final void start() {
        ses = open();
        office = PostOffice.sendingTo(ses.endpoint());
    }

    @AfterAll
    final void stop() {
        if (office != null) {
            office.close();
        }
        if (ses != null) {
            ses.close();
        }
    }

    private List<Received> received(String reader) {
        return ses.received().stream().filter(mail -> mail.to().contains(reader)).toList();
    }

    @Test
    final void aMailArrivesAsItWasDecided() {
        office.deliver(office.features.queue("jan@voorbeeld.be"));

        assertThat(received("jan@voorbeeld.be")).singleElement().satisfies(mail -> {
            assertThat(DecoderUtil.decodeEncodedWords(mail.from(), UTF_8))
                    .isEqualTo(PostOffice.NETWORK + " <" + PostOffice.SENDER + ">");
            assertThat(mail.to()).containsExactly("jan@voorbeeld.be");
            assertThat(mail.replyTo()).containsExactly("een@leerkring.example", "twee@leerkring.example");
            assertThat(mail.subject()).isEqualTo("Bevestig uw inschrijving");
            assertThat(mail.text()).contains("Nog één stap.", PostOffice.SITE + "/confirm/abc");
            assertThat(mail.html()).contains("Nog één stap.", "\"" + PostOffice.SITE + "/confirm/abc\"");
            assertThat(mail.headers()).containsOnly(Map.entry("Auto-Submitted", "auto-generated"));
        });
    }

    @Test
    final void aMailThatOneCanDoWithoutSaysHowToGetNoMore() {
        office.deliver(office.features.queueOptional("els@voorbeeld.be"));

        assertThat(received("els@voorbeeld.be")).singleElement().satisfies(mail -> {
            assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            assertThat(mail.headers().get("List-Unsubscribe"))
                    .matches("<" + PostOffice.SITE + "/unsubscribe/[A-Za-z0-9._-]+>");
        });
    }

    @Test
    final void lettersOfAnyScriptArriveInTheSubjectAndTheText() {
        var words = "Ελένη, Žofie, محمد, 山田 en 😀";

        office.deliver(office.features.queueSaying("grieks@voorbeeld.be", words));

        assertThat(received("grieks@voorbeeld.be")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo(words);
            assertThat(mail.text()).contains(words);
            assertThat(mail.html()).contains(words);
        });
    }

    @Test
    final void aCalendarComesAlong() {
        var calendar = new Mail.Attachment(
                "sessie.ics", "text/calendar; charset=utf-8", "URL:" + Outbox.SITE + "/sessions/één\r\n");

        office.deliver(office.features.queue("agenda@voorbeeld.be", List.of(calendar)));

        assertThat(received("agenda@voorbeeld.be")).singleElement().satisfies(mail -> assertThat(mail.attachments())
                .containsOnly(Map.entry("sessie.ics", "URL:" + PostOffice.SITE + "/sessions/één\r\n")));
    }

    @Test
    final void eachMailArrivesOnceHoweverOftenTheStreamBringsItAndIsMarkedWithItsId() {
        var mails = new ArrayList<Key>();
        for (int number = 0; number < MANY; number++) {
            mails.add(office.features.queue("lezer-" + number + "@voorbeeld.be"));
        }

        for (int round = 0; round < 3; round++) {
            office.deliver(mails.toArray(Key[]::new));
        }

        for (int number = 0; number < MANY; number++) {
            var item = office.item(mails.get(number));
            assertThat(item.required("state")).isEqualTo("SENT");
            assertThat(received("lezer-" + number + "@voorbeeld.be")).singleElement().satisfies(
                    mail -> assertThat(mail.messageId()).isEqualTo(item.required("messageId")));
        }
    }
}
