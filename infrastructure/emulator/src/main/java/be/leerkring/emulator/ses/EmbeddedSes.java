package be.leerkring.emulator.ses;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * SES inside this JVM: understands the v2 interface's SendEmail with simple content, on the loopback address, and keeps
 * every mail instead of sending it, unless it is told to keep fewer.
 */
public final class EmbeddedSes implements AutoCloseable {

    /** What happens to a call whose request is in order. */
    public enum Behaviour {
        /** Keeps the mail and answers with its ID. */
        ACCEPT,
        /** Answers that mails come too fast; the SDK tries such a call again by itself. */
        THROTTLE,
        /** Answers that this mail is not wanted, now or later. */
        REJECT,
        /** Answers that something in the request is wrong. */
        FIND_FAULT,
        /** Answers that it does not know the sender, as it does before the domain's records are in the DNS. */
        MISTRUST_SENDER,
        /** Answers that the account has sent all that it may in 24 hours. */
        EXHAUST_QUOTA,
        /** Answers that there are too many of something. */
        LIMIT,
        /** Answers that the account sends no mail for now. */
        PAUSE,
        /** Answers that the account may not send any more. */
        SUSPEND,
        /** Answers that the domain for bounces is not set up. */
        MISS_DOMAIN,
        /** Answers that the configuration set is not there. */
        MISS_CONFIGURATION,
        /** Answers that the caller may not send. */
        FORBID,
        /** Keeps the mail and breaks the connection: the sender cannot know. The SDK tries such a call again too. */
        TIME_OUT_AFTER_ACCEPTING,
        /** Answers that something is wrong at SES; the SDK tries such a call again by itself. */
        FAIL
    }

    private static final String LOOPBACK = "127.0.0.1";
    private static final String SEND_EMAIL = "/v2/email/outbound-emails";

    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SendEmailReader reader = new SendEmailReader();
    private final JsonMapper json = new JsonMapper();
    private final Outgoing outgoing = new Outgoing();
    private volatile Function<SentMail, Behaviour> behaviour = mail -> Behaviour.ACCEPT;

    /** Starts on a free port. */
    public static EmbeddedSes start(Clock clock) {
        return start(clock, 0);
    }

    /**
     * Starts on the given port, or on a free one for 0.
     *
     * @param clock dates the mails
     */
    public static EmbeddedSes start(Clock clock, int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new EmbeddedSes(clock, HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("SES's stand-in did not start: is port " + port + " taken?", e);
        }
    }

    private EmbeddedSes(Clock clock, HttpServer server) {
        this.clock = clock;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where clients reach it: an address for {@code endpointOverride} or {@code AWS_ENDPOINT_URL_SESV2}. */
    public URI endpoint() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                if (!isSendEmail(exchange)) {
                    throw SesRefusal.unknownOperation();
                }
                send(exchange, reader.read(exchange.getRequestBody(), clock.instant()));
            } catch (SesRefusal refusal) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.type());
                answer(exchange, refusal.status(), Map.of("message", refusal.getMessage()));
            }
        }
    }

    private static boolean isSendEmail(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().equals(SEND_EMAIL);
    }

    private void send(HttpExchange exchange, SentMail mail) throws IOException, SesRefusal {
        switch (behaviour.apply(mail)) {
            case ACCEPT -> {
                outgoing.add(mail);
                answer(exchange, 200, Map.of("MessageId", mail.messageId()));
            }
            // To close an exchange that has no answer is to close its connection.
            case TIME_OUT_AFTER_ACCEPTING -> outgoing.add(mail);
            case THROTTLE -> throw SesRefusal.throttled();
            case REJECT -> throw SesRefusal.rejected();
            case FIND_FAULT -> throw SesRefusal.badRequest("Local address contains control or whitespace");
            case MISTRUST_SENDER -> throw SesRefusal.unverified(mail.from());
            case EXHAUST_QUOTA -> throw SesRefusal.exhausted();
            case LIMIT -> throw SesRefusal.limited();
            case PAUSE -> throw SesRefusal.paused();
            case SUSPEND -> throw SesRefusal.suspended();
            case MISS_DOMAIN -> throw SesRefusal.withoutDomain();
            case MISS_CONFIGURATION -> throw SesRefusal.withoutConfiguration();
            case FORBID -> throw SesRefusal.forbidden();
            case FAIL -> throw SesRefusal.failure();
        }
    }

    private void answer(HttpExchange exchange, int status, Map<String, String> content) throws IOException {
        var body = json.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** From now on decides by this function what happens to each call; an SDK's own retries are calls too. */
    public void behaveLike(Function<SentMail, Behaviour> behaviour) {
        this.behaviour = behaviour;
    }

    /** The mails in the order in which they were accepted. */
    public List<SentMail> mails() {
        return outgoing.mails();
    }

    /** From now on keeps no more than so many, the latest; without, all. */
    public void keep(int latest) {
        outgoing.keep(latest);
    }

    /** Forgets the mails. */
    public void clear() {
        outgoing.clear();
    }

    /** Tells the listener of every mail from now on, before its sender is answered. */
    public void onMail(Consumer<SentMail> listener) {
        outgoing.onMail(listener);
    }

    /**
     * The mails, as soon as there are at least so many.
     *
     * @throws IllegalStateException if there are not within the timeout
     */
    public List<SentMail> awaitMails(int count, Duration timeout) {
        return outgoing.await(count, timeout);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
