package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * A form that was sent with files: {@code multipart/form-data} by RFC 7578. Micronaut 4.10 reads such a form on a server
 * of its own, but not behind API Gateway, so it is read here in both places.
 */
public final class FileForm {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename\\*?=");
    private static final String LINE_END = "\r\n";

    private final Map<String, Object> texts = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    private FileForm() {}

    /**
     * The form of a request, once all of it has arrived; an empty one where there is none. The handler has no argument
     * that is bound to the body, or Micronaut reads it first.
     */
    public static CompletableFuture<FileForm> of(HttpRequest<?> request) {
        var boundary = BOUNDARY.matcher(Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE))
                .filter(type -> type.startsWith(MediaType.MULTIPART_FORM_DATA))
                .orElse(""));
        return boundary.find()
                ? contents(request).thenApply(bytes -> read(
                        bytes, boundary.group(1) == null ? boundary.group(2) : boundary.group(1)))
                : CompletableFuture.completedFuture(new FileForm());
    }

    /** Behind API Gateway all of it is there; a server of Micronaut's own hands it over when it has arrived. */
    private static CompletableFuture<byte[]> contents(HttpRequest<?> request) {
        return switch (request) {
            case ServletHttpRequest<?, ?> gateway -> {
                try {
                    yield CompletableFuture.completedFuture(gateway.getInputStream().readAllBytes());
                } catch (IOException unreadable) {
                    yield CompletableFuture.failedFuture(unreadable);
                }
            }
            case ServerHttpRequest<?> served ->
                served.byteBody().buffer().thenApply(body -> {
                    try (body) {
                        return body.toByteArray();
                    }
                });
            default -> CompletableFuture.completedFuture(new byte[0]);
        };
    }

    /** Each byte as one character, so that files stay what they are while the text around them is looked at. */
    static FileForm read(byte[] bytes, String boundary) {
        var form = new FileForm();
        var text = LINE_END + new String(bytes, ISO_8859_1);
        var mark = LINE_END + "--" + boundary;
        var start = text.indexOf(mark);
        while (start >= 0) {
            var end = text.indexOf(mark, start + mark.length());
            if (end >= 0) {
                form.add(text.substring(start + mark.length(), end));
            }
            start = end;
        }
        return form;
    }

    private void add(String part) {
        var head = part.indexOf(LINE_END + LINE_END);
        var name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
        if (!name.find()) {
            return;
        }
        var contents = part.substring(head + 2 * LINE_END.length()).getBytes(ISO_8859_1);
        if (FILE.matcher(part.substring(0, head)).find()) {
            files.putIfAbsent(name.group(1), contents);
        } else {
            texts.putIfAbsent(name.group(1), new String(contents, UTF_8));
        }
    }

    /** The fields that are no files. */
    Map<String, Object> fields() {
        return texts;
    }

    /** A field's text as it was sent, spaces and line ends included; empty where there is none. */
    public String text(String field) {
        return texts.getOrDefault(field, "").toString();
    }

    /** How many files there are. */
    int files() {
        return files.size();
    }

    /** What a file holds; nothing where none was chosen. */
    public byte[] file(String field) {
        return files.getOrDefault(field, new byte[0]);
    }
}
