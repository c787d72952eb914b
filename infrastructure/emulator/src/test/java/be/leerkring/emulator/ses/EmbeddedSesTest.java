package be.leerkring.emulator.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.ses.EmbeddedSes.Behaviour;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentDisposition;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class EmbeddedSesTest {

    private static final Instant NOW = Instant.parse("2017-02-15T08:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedSes ses = EmbeddedSes.start(Clock.fixed(NOW, ZoneOffset.UTC));
    private final SesV2Client client = client(true);

    private SesV2Client client(boolean retries) {
        return SesV2Client.builder()
                .endpointOverride(ses.endpoint())
                .region(LocalAccount.REGION)
                .credentialsProvider(LocalAccount.credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(configuration -> configuration.retryStrategy(
                        retries ? AwsRetryStrategy.standardRetryStrategy() : AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        ses.close();
    }

    @Test
    void itKeepsNoMoreThanItIsTold() {
        ses.keep(2);
        for (var subject : List.of("een", "twee", "drie")) {
            client.sendEmail(request -> complete(request)
                    .content(content -> content.simple(message -> message(message)
                            .subject(title -> title.data(subject)))));
        }
        assertThat(ses.mails()).extracting(SentMail::subject).containsExactly("twee", "drie");
    }

    @Test
    void aMailIsKeptAsItWasSent() {
        var file = new byte[] {0, 1, 2, (byte) 0xff};
        var answer = client.sendEmail(request -> complete(request)
                .fromEmailAddress("Leerkring <leernetwerk@example.org>")
                .replyToAddresses("organisator@example.org")
                .emailTags(MessageTag.builder().name("mail").value("confirmation").build())
                .content(content -> content.simple(message -> message(message)
                        .subject(subject -> subject.data("Bevestig uw inschrijving – één klik ✓"))
                        .headers(header("List-Unsubscribe", "<https://example.org/u>"))
                        .attachments(Attachment.builder()
                                .fileName("sessie.ics")
                                .contentType("text/calendar; charset=UTF-8; method=PUBLISH")
                                .contentDisposition(AttachmentContentDisposition.ATTACHMENT)
                                .rawContent(SdkBytes.fromByteArray(file))
                                .build()))));

        assertThat(ses.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.messageId()).isEqualTo(answer.messageId());
            assertThat(mail.at()).isEqualTo(NOW);
            assertThat(mail.from()).isEqualTo("Leerkring <leernetwerk@example.org>");
            assertThat(mail.to()).containsExactly("an@example.org");
            assertThat(mail.replyTo()).containsExactly("organisator@example.org");
            assertThat(mail.subject()).isEqualTo("Bevestig uw inschrijving – één klik ✓");
            assertThat(mail.text()).isEqualTo("Dag Zoë");
            assertThat(mail.html()).isEqualTo("<p>Dag Zoë</p>");
            assertThat(mail.headers()).isEqualTo(Map.of("List-Unsubscribe", "<https://example.org/u>"));
            assertThat(mail.tags()).isEqualTo(Map.of("mail", "confirmation"));
            assertThat(mail.attachments()).singleElement().satisfies(attachment -> {
                assertThat(attachment.name()).isEqualTo("sessie.ics");
                assertThat(attachment.contentType()).isEqualTo("text/calendar; charset=UTF-8; method=PUBLISH");
                assertThat(attachment.content()).isEqualTo(file);
            });
        });
    }

    @Test
    void whatSesRefusesIsRefused() {
        refuses(request -> request.fromEmailAddress(null));
        refuses(request -> request.fromEmailAddress("nobody"));
        refuses(request -> request.fromEmailAddress("Café <cafe@example.org>"));
        refuses(request -> request.destination(destination -> {}));
        refuses(request -> request.destination(
                destination -> destination.toAddresses(Collections.nCopies(51, "an@example.org"))));
        refuses(request -> request.destination(
                destination -> destination.toAddresses("an@example.org, bert@example.org")));
        refuses(request -> request.content(content -> content.simple(message -> message.body(body -> {}))));
        refuses(request -> request.content(
                content -> content.raw(raw -> raw.data(SdkBytes.fromUtf8String("Subject: x")))));
        refuses(request -> request.content(
                content -> content.simple(message -> message(message).headers(header("X-Note", "één")))));
        assertThat(ses.mails()).isEmpty();
    }

    private void refuses(Consumer<SendEmailRequest.Builder> change) {
        assertThatThrownBy(() -> client.sendEmail(request -> change.accept(complete(request))))
                .isInstanceOfSatisfying(BadRequestException.class, refusal -> assertThat(
                        refusal.awsErrorDetails().errorMessage())
                        .isNotBlank());
    }

    @Test
    void failuresComeOnDemandAndTheSdkTriesAgain() {
        var behaviours = new ArrayDeque<>(List.of(Behaviour.THROTTLE, Behaviour.FAIL, Behaviour.ACCEPT));
        ses.behaveLike(mail -> behaviours.pop());

        client.sendEmail(EmbeddedSesTest::complete);

        assertThat(behaviours).isEmpty();
        assertThat(ses.mails()).hasSize(1);
    }

    @Test
    void eachFailureIsWhatTheSdkKnowsItAs() {
        try (var once = client(false)) {
            ses.behaveLike(mail -> Behaviour.THROTTLE);
            assertThatThrownBy(() -> send(once)).isInstanceOf(TooManyRequestsException.class);
            ses.behaveLike(mail -> Behaviour.REJECT);
            assertThatThrownBy(() -> send(once)).isInstanceOf(MessageRejectedException.class);
            ses.behaveLike(mail -> Behaviour.FAIL);
            assertThatThrownBy(() -> send(once))
                    .isInstanceOf(SesV2Exception.class)
                    .extracting("statusCode")
                    .isEqualTo(500);
            assertThat(ses.mails()).isEmpty();
            ses.behaveLike(mail -> Behaviour.TIME_OUT_AFTER_ACCEPTING);
            assertThatThrownBy(() -> send(once)).isInstanceOf(SdkClientException.class);
            assertThat(ses.mails()).hasSize(1);
        }
    }

    @Test
    void listenersHearOfEachMailAndOthersCanWaitForIt() {
        var heard = new ArrayList<String>();
        ses.onMail(mail -> heard.add(mail.messageId()));
        var sending = CompletableFuture.runAsync(() -> client.sendEmail(EmbeddedSesTest::complete));

        var mails = ses.awaitMails(1, PATIENCE);
        sending.join();

        assertThat(heard).containsExactly(mails.getFirst().messageId());
        ses.clear();
        assertThat(ses.mails()).isEmpty();
        assertThatThrownBy(() -> ses.awaitMails(1, Duration.ofMillis(1))).isInstanceOf(IllegalStateException.class);
    }

    private static void send(SesV2Client client) {
        client.sendEmail(EmbeddedSesTest::complete);
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    private static SendEmailRequest.Builder complete(SendEmailRequest.Builder request) {
        return request.fromEmailAddress("leernetwerk@example.org")
                .destination(destination -> destination.toAddresses("an@example.org"))
                .content(content -> content.simple(EmbeddedSesTest::message));
    }

    private static Message.Builder message(Message.Builder message) {
        return message.subject(subject -> subject.data("Onderwerp"))
                .body(body -> body.text(text -> text.data("Dag Zoë")).html(html -> html.data("<p>Dag Zoë</p>")));
    }
}
