package be.leerkring.platform.table;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Factory
final class TableBeans {

    /** The plainest of the SDK's HTTP clients: it starts fastest, and a function has one request at a time. */
    @Singleton
    @Bean(preDestroy = "close")
    DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .httpClient(new RehearsedHttp(UrlConnectionHttpClient.create()))
                .build();
    }
}
