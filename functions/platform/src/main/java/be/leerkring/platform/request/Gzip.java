package be.leerkring.platform.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses what a function answers, as the laptop's server does: HTTP APIs hand on what they get, and decode a body
 * that is said to be Base64 (AWS: "Create AWS Lambda proxy integrations for HTTP APIs").
 *
 * <p>How long a compressed page is tells whoever reads the lines whether what they had put into it stands there already
 * (BREACH, 2013). Of the secrets here, a token stands in the address of its own page, so that nobody can ask for that
 * page who doesn't know it, and the desk's cookie stands in no page. What remains are names and mail addresses at the
 * desk, beside words that were searched for. Another site can make an organiser's browser ask for such a page, by a
 * query of its choosing; so what another site asked for by a query is not compressed.
 */
public final class Gzip {

    /** What is shorter goes into one packet either way. */
    private static final int LEAST = 1024;

    private static final Pattern TEXT = Pattern.compile("(?:text/|application/json|application/xml|image/svg\\+xml).*");

    private static final Pattern GZIP = Pattern.compile("\\s*(?:x-)?gzip\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY = Pattern.compile("\\s*\\*\\s*(?:;.*)?");

    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(?:\\.0*)?\\s*", Pattern.CASE_INSENSITIVE);

    private Gzip() {}

    /** Compresses the answer to this request, where it is worth it and the client takes it. */
    public static APIGatewayV2HTTPResponse pack(APIGatewayV2HTTPEvent asked, APIGatewayV2HTTPResponse answer) {
        var text = Optional.ofNullable(answer.getBody()).orElse("");
        var headers = ignoringCase(answer.getHeaders());
        if (text.length() < LEAST
                || answer.getIsBase64Encoded()
                || headers.containsKey("Content-Encoding")
                || !TEXT.matcher(headers.getOrDefault("Content-Type", "")).matches()
                || !isTaken(asked)) {
            return answer;
        }
        headers.remove("Content-Length");
        headers.put("Content-Encoding", "gzip");
        answer.setHeaders(headers);
        answer.setBody(Base64.getEncoder().encodeToString(packed(text)));
        answer.setIsBase64Encoded(true);
        return answer;
    }

    private static boolean isTaken(APIGatewayV2HTTPEvent asked) {
        var headers = ignoringCase(asked.getHeaders());
        var query = Optional.ofNullable(asked.getRawQueryString()).orElse("");
        return isTaken(headers.getOrDefault("Accept-Encoding", "").split(","))
                && (query.isEmpty() || !headers.getOrDefault("Sec-Fetch-Site", "").equals("cross-site"));
    }

    /** What is said of it by its name counts before what is said of any (RFC 9110, section 12.5.3). */
    private static boolean isTaken(String[] encodings) {
        return Stream.of(GZIP, ANY)
                .flatMap(named -> Stream.of(encodings).filter(each -> named.matcher(each).matches()))
                .findFirst()
                .filter(encoding -> !REFUSED.matcher(encoding).matches())
                .isPresent();
    }

    private static Map<String, String> ignoringCase(Map<String, String> headers) {
        var found = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        found.putAll(Optional.ofNullable(headers).orElse(Map.of()));
        return found;
    }

    private static byte[] packed(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
