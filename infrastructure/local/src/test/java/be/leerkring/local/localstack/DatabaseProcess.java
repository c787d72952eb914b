package be.leerkring.local.localstack;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import java.util.List;

/**
 * DynamoDB Local in a process of its own, as LocalStack starts it: {@code -port 4566 -inMemory}. DynamoDB Local's own
 * launcher would listen to the whole network, and needs a library to report its use with.
 */
public final class DatabaseProcess {

    private DatabaseProcess() {}

    /** Goes on until it is ended from outside. */
    @SuppressWarnings("resource")
    public static void main(String... arguments) {
        var options = List.of(arguments);
        EmbeddedDynamoDb.inMemory(Integer.parseInt(options.get(options.indexOf("-port") + 1)));
    }
}
