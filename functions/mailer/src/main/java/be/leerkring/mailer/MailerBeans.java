package be.leerkring.mailer;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;

@Factory
final class MailerBeans {

    /**
     * SES as it is called here: once. SES has no idempotency token, so a call whose answer got lost may have sent the
     * mail; to call again is the outbox's decision, and not the SDK's.
     */
    @Singleton
    @Bean(preDestroy = "close")
    SesV2Client ses() {
        return SesV2Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }
}
