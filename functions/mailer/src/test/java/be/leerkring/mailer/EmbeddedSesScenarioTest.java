package be.leerkring.mailer;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.ses.SentMail;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** What our own stand-in for SES receives. */
final class EmbeddedSesScenarioTest extends SesScenario {

    @Override
    StandIn open() {
        return new Embedded(EmbeddedSes.start(Clock.systemUTC()));
    }

    private record Embedded(EmbeddedSes ses) implements StandIn {

        @Override
        public URI endpoint() {
            return ses.endpoint();
        }

        @Override
        public List<Received> received() {
            return ses.mails().stream().map(Embedded::received).toList();
        }

        private static Received received(SentMail mail) {
            return new Received(
                    mail.messageId(), mail.from(), mail.to(), mail.replyTo(), mail.subject(), mail.text(), mail.html(),
                    mail.headers(),
                    mail.attachments().stream().collect(Collectors.toMap(
                            SentMail.Attachment::name, attachment -> new String(attachment.content(), UTF_8))));
        }

        @Override
        public void close() {
            ses.close();
        }
    }
}
