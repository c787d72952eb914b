package be.leerkring.organiser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * A form that was sent with files: {@code multipart/form-data} by RFC 7578. Micronaut 4.10 reads such a form on a
 * server of its own, but not behind API Gateway, so it is read here in both places.
 */
public final class FileForm {

    /** A form that breaks off counts for nothing; how long all of it may be was looked at before. */
    private static final MimeConfig WHOLE = MimeConfig.custom().setStrictParsing(true).setMaxLineLen(-1).build();

    private final Map<String, Object> texts = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    private FileForm() {}

    /**
     * The form of a request, once all of it has arrived; an empty one where there is none. The handler has no argument
     * that is bound to the body, or Micronaut reads it first.
     */
    public static CompletableFuture<FileForm> of(HttpRequest<?> request) {
        var type = Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE)).orElse("");
        return type.startsWith(MediaType.MULTIPART_FORM_DATA)
                ? contents(request).thenApply(bytes -> read(bytes, type))
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

    /** The form that these bytes are, by the content type that names its boundary; an empty one if they are none. */
    static FileForm read(byte[] bytes, String contentType) {
        var form = new FileForm();
        var parts = new MimeTokenStream(WHOLE);
        parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            parts.parseHeadless(new ByteArrayInputStream(bytes), contentType);
            var disposition = Map.<String, String>of();
            for (var state = parts.getState(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
                if (state == EntityState.T_START_BODYPART) {
                    disposition = Map.of();
                } else if (state == EntityState.T_FIELD && isDisposition(parts.getField())) {
                    disposition = parameters(parts.getField());
                } else if (state == EntityState.T_BODY) {
                    form.add(disposition, parts.getInputStream().readAllBytes());
                }
            }
            return form;
        } catch (MimeException | IOException broken) {
            return new FileForm();
        }
    }

    private static boolean isDisposition(Field field) {
        return field.getNameLowerCase().equals("content-disposition");
    }

    private static Map<String, String> parameters(Field field) {
        return RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody())).getParams().stream()
                .filter(parameter -> parameter.getValue() != null)
                .collect(Collectors.toMap(
                        parameter -> parameter.getName().toLowerCase(Locale.ROOT),
                        NameValuePair::getValue,
                        (first, _) -> first));
    }

    private void add(Map<String, String> disposition, byte[] contents) {
        var name = disposition.get("name");
        if (name == null) {
            return;
        }
        if (disposition.containsKey("filename") || disposition.containsKey("filename*")) {
            files.putIfAbsent(name, contents);
        } else {
            texts.putIfAbsent(name, new String(contents, UTF_8));
        }
    }

    /** The fields that are no files. */
    public Map<String, Object> fields() {
        return texts;
    }

    /** A field's text as it was sent, spaces and line ends included; empty where there is none. */
    public String text(String field) {
        return texts.getOrDefault(field, "").toString();
    }

    /** The fields that are files, chosen or not. */
    public Set<String> fileFields() {
        return files.keySet();
    }

    /** What a file holds; nothing where none was chosen. */
    public byte[] file(String field) {
        return files.getOrDefault(field, new byte[0]);
    }
}
