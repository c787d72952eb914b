package be.leerkring.local.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** The way to a database by TLS, as AWS's is: a certificate made here, which the functions are told to trust. */
public final class TlsDatabase implements AutoCloseable {

    private static final String PASSWORD = "not-a-secret";

    private final Path keys;
    private final URI database;
    private final SSLServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Opens one, on a free port. */
    public TlsDatabase(URI database, Path folder) {
        this.database = database;
        this.keys = folder.resolve("tls.p12");
        try {
            server = (SSLServerSocket) context().getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("No TLS", failed);
        }
        threads.submit(this::accept);
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        if (!Files.exists(keys)) {
            makeKeys();
        }
        var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void makeKeys() throws IOException {
        Files.createDirectories(keys.toAbsolutePath().getParent());
        var made = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "here",
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost,ip:127.0.0.1", "-validity", "3650", "-keystore", keys.toString(), "-storetype",
                "PKCS12", "-storepass", PASSWORD)
                .inheritIO()
                .start();
        try {
            if (made.waitFor() != 0) {
                throw new IOException("keytool made no certificate");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private void accept() {
        try {
            while (true) {
                var inner = server.accept();
                var outer = new Socket(database.getHost(), database.getPort());
                inner.setTcpNoDelay(true);
                outer.setTcpNoDelay(true);
                threads.submit(() -> copy(inner, outer));
                threads.submit(() -> copy(outer, inner));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            var buffer = new byte[1 << 16];
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // The other side ends with it.
        }
    }

    /** The variables by which a function finds it and trusts it. */
    public Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", "https://localhost:" + server.getLocalPort(),
                "JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.trustStore=" + keys.toAbsolutePath()
                        + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }
}
