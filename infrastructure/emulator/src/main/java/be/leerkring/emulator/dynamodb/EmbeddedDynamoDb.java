package be.leerkring.emulator.dynamodb;

import be.leerkring.emulator.LocalAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local inside this JVM, answering HTTP on the loopback address.
 *
 * <p>Close it: its worker threads are not daemons, so an instance that stays open keeps the JVM alive.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int FREE_PORT = 0;

    /** Held here because java.util.logging forgets the level of a logger that nobody refers to. */
    private static final Logger SQLITE_CHATTER = Logger.getLogger("com.almworks.sqlite4java");

    static {
        TableSchemas.readOnce();
    }

    private final WriteSignal writes = new WriteSignal();
    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    /** Starts with an empty store that is gone when it closes, on a free port. */
    public static EmbeddedDynamoDb inMemory() {
        return inMemory(FREE_PORT);
    }

    /** Starts with an empty store that is gone when it closes, on the given port, or on a free one for 0. */
    public static EmbeddedDynamoDb inMemory(int port) {
        return new EmbeddedDynamoDb(null, port);
    }

    /** Starts with the store kept in the directory, which is made when it does not exist, on a free port. */
    public static EmbeddedDynamoDb in(Path directory) {
        return in(directory, FREE_PORT);
    }

    /** Starts with the store kept in the directory, on the given port, or on a free one for 0. */
    public static EmbeddedDynamoDb in(Path directory, int port) {
        try {
            return new EmbeddedDynamoDb(Files.createDirectories(directory).toString(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory for DynamoDB's data cannot be made: " + directory, e);
        }
    }

    /*
     * DynamoDB Local's own launcher would listen on every network interface, print its options and report its use to
     * its maker; only the handler behind that launcher is used here, so there is nothing to switch off.
     */
    private EmbeddedDynamoDb(String directory, int port) {
        SQLITE_CHATTER.setLevel(Level.WARNING);
        var oneStoreForAllKeys = true;
        var tablesSlowToBecomeActive = false;
        var requests = new LocalDynamoDBRequestHandler(
                0, directory == null, directory, oneStoreForAllKeys, tablesSlowToBecomeActive);
        handler = Operations.whileNoneIsAsked(() -> new LocalDynamoDBServerHandler(requests, null));
        var threads = new QueuedThreadPool(32, 4);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        server = new Server(threads);
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new ContextHandler(Operations.heldStillAround(writes.around(handler))));
        start();
        endpoint = URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
        client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(LocalAccount.REGION)
                .credentialsProvider(LocalAccount.credentials())
                .httpClient(http)
                .build();
        streams = DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(LocalAccount.REGION)
                .credentialsProvider(LocalAccount.credentials())
                .httpClient(http)
                .build();
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) {
            handler.close();
            throw new IllegalStateException("DynamoDB Local did not start: is its port taken?", e);
        }
    }

    /** Where clients reach it: an address for {@code endpointOverride} or {@code AWS_ENDPOINT_URL_DYNAMODB}. */
    public URI endpoint() {
        return endpoint;
    }

    /** A client of this store, shared by all who ask, closed with it. */
    public DynamoDbClient client() {
        return client;
    }

    /** A client of this store's streams, shared by all who ask, closed with it. */
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** A number that grows whenever something may have been written: while it stays, the store is as it was. */
    public long writeCount() {
        return writes.count();
    }

    /** How many requests came in that may write; unlike {@link #writeCount}, none is counted after its answer. */
    public long writeRequests() {
        return writes.requests();
    }

    public WriteSignal writes() {
        return writes;
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        http.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        } finally {
            handler.close();
        }
    }
}
