package be.leerkring.local.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * What AWS answers about an account, for the commands that ask: in the form of its API references, by operation.
 *
 * <p>A new account that has nothing yet, until a test says otherwise. What is asked beyond that is refused, as from
 * somebody who may not look.
 */
final class AwsAccount implements AutoCloseable {

    static final String SITE = "https://x1.execute-api.eu-west-1.amazonaws.com";

    private record Reply(int status, String body) {}

    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile URI database;

    AwsAccount() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        says("GetCallerIdentity", """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::123456789012:user/an</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>""");
        stacks("");
        says("ListTables", "{\"TableNames\": []}");
        says("/2016-08-19/account-settings", "{\"AccountLimit\": {\"ConcurrentExecutions\": 10}}");
        says("/v2/email/account", """
                {"ProductionAccessEnabled": false, "SendingEnabled": true,
                 "SendQuota": {"Max24HourSend": 200.0, "MaxSendRate": 1.0, "SentLast24Hours": 0.0}}""");
        identity("netwerk.be", "");
        says("UpdateTerminationProtection", """
                <UpdateTerminationProtectionResponse><UpdateTerminationProtectionResult/>
                </UpdateTerminationProtectionResponse>""");
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What was asked of it, by operation or path, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** One after the other; the last one stays. */
    void says(String operation, String... bodies) {
        var queue = new ArrayDeque<Reply>();
        for (var body : bodies) {
            queue.add(new Reply(200, body));
        }
        replies.put(operation, queue);
    }

    /** What SES has of a domain: the members of its answer, or nothing. */
    void identity(String domain, String members) {
        var path = "/v2/email/identities/" + domain;
        if (members.isEmpty()) {
            replies.put(path, new ArrayDeque<>(List.of(new Reply(404, "{\"message\": \"not there\"}"))));
        } else {
            says(path, "{" + members + "}");
        }
    }

    /** The stack's states, one after the other, each as {@link #stack} makes it; an empty one is that of no stack. */
    void stacks(String... states) {
        var queue = new ArrayDeque<Reply>();
        for (var state : states) {
            queue.add(state.isEmpty()
                    ? new Reply(400, "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>"
                            + "<Message>Stack with id leerkring does not exist</Message></Error></ErrorResponse>")
                    : new Reply(200, state));
        }
        replies.put("DescribeStacks", queue);
    }

    /** A stack as CloudFormation describes it, changed at a full hour of a day. */
    static String stack(String status, int hour) {
        return """
                <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                <DescribeStacksResult><Stacks><member>
                <StackName>leerkring</StackName><StackStatus>%s</StackStatus>
                <CreationTime>2026-11-02T09:00:00Z</CreationTime>
                <LastUpdatedTime>2026-11-02T%02d:00:00Z</LastUpdatedTime>
                <Parameters><member><ParameterKey>Languages</ParameterKey><ParameterValue>nl</ParameterValue></member>
                </Parameters><Outputs>
                <member><OutputKey>SiteAddress</OutputKey><OutputValue>%s</OutputValue></member>
                <member><OutputKey>SenderRecords</OutputKey><OutputValue>%s</OutputValue></member>
                </Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>"""
                .formatted(
                        status, hour, SITE,
                        "a._domainkey.netwerk.be CNAME a.dkim.amazonses.com, "
                                + "b._domainkey.netwerk.be CNAME b.dkim.amazonses.com");
    }

    /** How many accepted the alarms' mails, and how many were asked. */
    void alarmReaders(int confirmed, int pending) {
        says("DescribeStackResource", """
                <DescribeStackResourceResponse><DescribeStackResourceResult><StackResourceDetail>
                <PhysicalResourceId>arn:aws:sns:eu-west-1:123456789012:topic</PhysicalResourceId>
                <LastUpdatedTimestamp>2026-11-02T09:00:00Z</LastUpdatedTimestamp>
                </StackResourceDetail></DescribeStackResourceResult></DescribeStackResourceResponse>""");
        says("GetTopicAttributes", """
                <GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>
                <entry><key>SubscriptionsConfirmed</key><value>%d</value></entry>
                <entry><key>SubscriptionsPending</key><value>%d</value></entry>
                </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>""".formatted(confirmed, pending));
    }

    /** Lets a real engine answer what is asked of DynamoDB and what nothing was said about. */
    void hasTablesOf(URI engine) {
        database = engine;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var operation = operation(exchange, request);
            asked.add(operation);
            var reply = reply(exchange, operation, request);
            var bytes = reply.body().getBytes(UTF_8);
            if (reply.status() == 404) {
                exchange.getResponseHeaders().set("X-Amzn-ErrorType", "NotFoundException");
            }
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply reply(HttpExchange exchange, String operation, String request) throws IOException {
        var queue = replies.get(operation);
        if (queue != null) {
            return queue.size() > 1 ? queue.remove() : queue.getFirst();
        }
        return database == null ? refused(operation) : engines(exchange.getRequestHeaders(), request);
    }

    private Reply engines(Headers headers, String body) throws IOException {
        var request = HttpRequest.newBuilder(database).POST(HttpRequest.BodyPublishers.ofString(body));
        for (var name : List.of("X-Amz-Target", "Authorization", "X-Amz-Date", "Content-Type")) {
            request.header(name, headers.getFirst(name));
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String operation(HttpExchange exchange, String body) {
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        var action = ACTION.matcher(body);
        return action.find() ? action.group(1) : exchange.getRequestURI().getPath();
    }

    private static Reply refused(String operation) {
        return new Reply(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized: " + operation
                + "</Message></Error></ErrorResponse>");
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
