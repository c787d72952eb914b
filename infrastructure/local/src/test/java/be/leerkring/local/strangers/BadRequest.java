package be.leerkring.local.strangers;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that nobody sends who only uses the site. */
public record BadRequest(String method, String path, Map<String, String> headers, String body) {

    /** Looks like the part of a token that nobody may learn. */
    public static final String SECRET = "SECRETTOKENSECRETTOKEN";

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static final List<String> METHODS = List
            .of("GET", "GET", "GET", "HEAD", "POST", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
                    "TRACE");

    private static final List<String> SEGMENTS = List.of(
            "unknown", "%20", "a%20b", "a%7Cb", "a%5Bb", "%00", "a%0D%0AX:%20y", "%22", "%27", "%3E", "%3Cscript%3E",
            "%7Bid%7D", "%25", "%25zz", "100%25%20sure", "a%5Cb", "%C3%A9", "%F0%9F%91%A9", "%EF%B7%BA", "..", ".",
            "%2E%2E", "a%2Fb", "%3F", "%23", "a;b=c", "a:b", "@", "'", "(", "~", "$", "+", "a+b", ",", "%FF%FE",
            "%ED%A0%80",
            "x".repeat(1030), "x".repeat(2100), "%C3%A9".repeat(700), SECRET, "een.sessie." + SECRET,
            "een." + SECRET + "%22", "een." + SECRET + "%20", "een%20" + SECRET, "." + SECRET, "een." + SECRET + "%3E",
            "-", "0", "-1", "99999999999999999999", "new", "null", "undefined", "%E2%80%8B", "%C2%A0");

    private static final List<String> TAILS = List.of(
            "", "", "", "", "", "", "/", "//", "/..", "/%2e%2e/organiser", "?language=en", "?language=%00", "?q=%E9",
            "?person=%20", "?a=b&a=c", "?=", "?&&", "?language", "?page=-1", "?done=x%0Ay", "?q=" + "x".repeat(3000));

    private static final List<String> COOKIES = List.of(
            "a", "=", "=b", "foo bar=1", "$x=1", "secure", "path=/", "_ga=GA1.2.3", "language=xx", "language=",
            "language=en", "__Host-desk=", "__Host-desk=a.b", "__Host-desk=" + "x".repeat(3000) + ".y",
            "__Host-desk=\"", "sent-to=%%%", "sent-to=" + "A".repeat(2000), "; ; ;", ",", "a=\u0001".substring(0, 2));

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded", "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-16",
            "application/x-www-form-urlencoded; charset=none", "multipart/form-data", "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=\"", "application/json", "text/plain", "a", "", "/", "*/*", ";");

    private static final List<String> ACCEPTED = List.of(
            "*/*", "text/html", "application/json", "image/png", "", "x", "text/html;q=z", ",", "a/b;q=0", "text/*");

    private static final List<String> LANGUAGES = List.of("en", "nl", "xx", "*", ";", ",", ",;q=1", ";,", "", "en;q=2",
            "-", "a".repeat(2000));

    private static final List<String> HEADERS = List.of(
            "accept-charset:;", "accept-charset:none", "accept-charset:utf-16", "accept-encoding:;", "range:bytes=-",
            "if-modified-since:never", "if-none-match:\"", "origin:null", "origin:https://evil.example", "origin:%",
            "sec-fetch-site:cross-site", "x-forwarded-for:%, ;", "x-forwarded-proto:x", "forwarded:for=\"", "referer:%",
            "user-agent:", "authorization:Basic %", "x-http-method-override:DELETE", "content-encoding:gzip", "date:x",
            "x-leerkring-source:192.0.2.99", "access-control-request-method:x", "x-amzn-trace-id:%", "expires:-1");

    /** The fields that our forms have, and what is put into them. */
    private static final List<String> FIELDS = List.of(
            "name", "email", "organisation", "otherOrganisation", "role", "language", "consent", "website", "base",
            "revision", "date", "start", "end", "venue", "city", "capacity", "kept", "mostOfOne", "opens", "closes",
            "themes", "title-nl", "summary-nl", "item-0-time", "item-0-nl", "audience", "link", "kind", "person",
            "mail",
            "address", "rounds", "minutes", "tables", "seats", "out-a", "meet.a", "to", "subject-nl", "text-nl", "into",
            "seen", "text", "useful", "quote", "session", "reason", "state", "words", "approval");

    private static final List<String> VALUES = List.of(
            "", "a", "yes", "%", "%ZZ", "%z", "%4", "%00", "%0D%0ABcc:+x@example.org", "%E2%80%AE", "%EF%B7%BA", "%FF",
            "0", "-1", "1e9", "999999999999999999", "9999", "2017-02-30", "25:61", "an@example.org", "a@%C4%B0.be",
            "%22", "<b>",
            "other", "vil", "javascript:alert(1)", "https://%5B", "http://example.org/%7B%7Bsite%7D%7D",
            "x".repeat(2000),
            "%EF%B7%BA".repeat(300), "eJxLSSxJtc3QMwQADkwCtA", "eJwzNAIAAJYATA", "====", "a%1Eb%1Fc", "xn--",
            "MAIL%23a+b",
            "MAIL%23" + "x".repeat(2100) + "+b", "LOG%23x", "nl", "en", "2017-03-23", "09:00", "2017-03-23T09:00");

    public BadRequest {
        headers = Map.copyOf(headers);
    }

    /** One of all of them, at one of these addresses. */
    static BadRequest random(List<String> addresses, Random random) {
        var address = one(addresses, random);
        var method = one(METHODS, random);
        var path = VARIABLE.matcher(address.equals("$default") ? "/{anything}" : address)
                .replaceAll(_ -> Matcher.quoteReplacement(one(SEGMENTS, random)));
        var headers = new TreeMap<String, String>();
        if (random.nextInt(3) == 0) {
            headers.put("cookie", one(COOKIES, random) + "; " + one(COOKIES, random));
        }
        if (random.nextInt(4) == 0) {
            headers.put("accept", one(ACCEPTED, random));
        }
        if (random.nextInt(4) == 0) {
            headers.put("accept-language", one(LANGUAGES, random));
        }
        if (random.nextInt(4) == 0) {
            var header = one(HEADERS, random);
            headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1));
        }
        var body = method.equals("POST") || random.nextInt(10) == 0 ? body(random) : "";
        if (!body.isEmpty()) {
            headers.put("content-type", one(TYPES, random));
        }
        return new BadRequest(method, path + one(TAILS, random), headers, body);
    }

    private static String body(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx";
            case 2 -> "{\"name\":\"An\"}";
            case 3 -> "&".repeat(1 + random.nextInt(300));
            case 4 -> "=".repeat(1 + random.nextInt(300));
            default -> {
                var form = new StringBuilder();
                for (int field = random.nextInt(8); field >= 0; field--) {
                    form.append(one(FIELDS, random)).append('=').append(one(VALUES, random)).append('&');
                }
                yield form.append("a=b").toString();
            }
        };
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    @Override
    public String toString() {
        return "%s %.200s %.300s %.300s".formatted(method, path, headers, body);
    }
}
