package be.leerkring.local.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.local.SiteContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What LocalStack's CloudFormation makes of a template that describes a table. Two calls of its query protocol are
 * asked for here and nowhere else, so they are written out; LocalStack reads of a signature which service is meant, and
 * no more.
 */
record StackOfTable(String table, String streamArn) {

    private static final String STACK = "&Version=2010-05-15&StackName=leerkring-table";
    private static final Pattern STATUS = Pattern.compile("<StackStatus>(\\w+)</StackStatus>");
    private static final Duration CREATION = Duration.ofMinutes(1);

    /** Returns once the table is there; fails when it isn't made, or not in time. */
    static StackOfTable create(SiteContext.Database account, Path template) {
        try (var client = HttpClient.newHttpClient()) {
            var body = URLEncoder.encode(Files.readString(template), UTF_8);
            call(client, account, "CreateStack", "&TemplateBody=" + body);
            var latest = System.nanoTime() + CREATION.toNanos();
            while (true) {
                var stack = call(client, account, "DescribeStacks", "");
                var status = STATUS.matcher(stack);
                if (status.find() && status.group(1).equals("CREATE_COMPLETE")) {
                    return new StackOfTable(output(stack, "TableName"), output(stack, "StreamArn"));
                }
                if (!stack.contains("CREATE_IN_PROGRESS") || System.nanoTime() > latest) {
                    throw new IllegalStateException("LocalStack made no stack of " + template + ": " + stack);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Can't make a stack of " + template, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String call(HttpClient client, SiteContext.Database account, String action, String arguments)
            throws IOException, InterruptedException {
        var credential = account.accessKey() + "/20260101/" + account.region() + "/cloudformation/aws4_request";
        var request = HttpRequest.newBuilder(account.endpoint())
                .timeout(CREATION)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + credential
                        + ", SignedHeaders=host, Signature=unsigned")
                .POST(HttpRequest.BodyPublishers.ofString("Action=" + action + STACK + arguments))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(action + ": " + answer.body());
        }
        return answer.body();
    }

    private static String output(String stack, String key) {
        var output = Pattern.compile("<OutputKey>" + key + "</OutputKey>\\s*<OutputValue>([^<]+)</OutputValue>")
                .matcher(stack);
        if (!output.find()) {
            throw new IllegalStateException("The stack has no output " + key + ": " + stack);
        }
        return output.group(1);
    }
}
