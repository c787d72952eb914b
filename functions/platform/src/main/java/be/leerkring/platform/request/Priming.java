package be.leerkring.platform.request;

import be.leerkring.platform.table.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets a function answer requests of its own before Lambda takes its snapshot, or before the first event of an
 * environment without one, so that whoever comes first meets loaded classes and, after a snapshot, compiled code (AWS:
 * "Maximize Lambda SnapStart performance", there called invoke priming). Some of them ask for what does not exist: they
 * read, and change and mail nothing. Others are a rehearsal: all that visitors do, with what the database answered
 * once, which is not asked again.
 */
public final class Priming {

    /** After so many, what is left is the compiler's own pace. */
    private static final int ROUNDS = 20;

    /** No round begins after so long, well before Lambda gives a function up. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A token of the form that all have, and that nobody was ever given. */
    private static final String TOKEN = "none.AAAAAAAAAAAAAAAAAAAAAA";

    private final List<String[]> requests;
    private final Supplier<List<String>> rehearsal;

    /** A request, and what the database answers to the calls that it leads to. */
    private record Rehearsed(String[] request, List<String> answers) {}

    /**
     * Those that are to be answered.
     *
     * @param requests a method, a route such as {@code /a/{token}} and, where it takes one, a cookie, each; with commas
     *     between them; can be empty
     * @param rehearsal the lines of a rehearsal: after each request, which are a method, an address, a cookie and a
     *     form with tabs between them, what the database answered, call by call, each after a tab; asked for when it is
     *     played, for a start that somebody waits for has no use for it
     */
    public Priming(String requests, Supplier<List<String>> rehearsal) {
        this.requests = Stream.of(requests.split(","))
                .map(String::strip)
                .filter(request -> !request.isEmpty())
                .map(request -> request.replace("{token}", TOKEN).replace("{id}", "none"))
                .map(request -> request.split(" "))
                .toList();
        this.rehearsal = rehearsal;
    }

    private List<Rehearsed> rehearsed() {
        var rehearsed = new ArrayList<Rehearsed>();
        for (var line : rehearsal.get()) {
            if (line.startsWith("\t")) {
                rehearsed.getLast().answers().add(line.substring(1));
            } else {
                rehearsed.add(new Rehearsed(line.split("\t"), new ArrayList<>()));
            }
        }
        return rehearsed;
    }

    /** As API Gateway sends it; nothing that a rehearsal has needs to be escaped. */
    private static String event(String[] request) {
        return """
                {"version": "2.0", "routeKey": "$default", "rawPath": "%2$s", "rawQueryString": "",
                "cookies": ["%3$s"],
                "headers": {"accept": "text/html", "accept-encoding": "gzip", "accept-language": "*",
                "content-type": "application/x-www-form-urlencoded", "host": "localhost", "user-agent": "priming"},
                "requestContext": {"domainName": "localhost", "stage": "$default", "requestId": "priming", "http": {
                "method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1",
                "userAgent": "priming"}}, "body": "%4$s", "isBase64Encoded": false}"""
                .formatted(request[0], request[1], request.length > 2 ? request[2] : "none=none", body(request));
    }

    private static String body(String[] request) {
        if (request.length > 3) {
            return request[3];
        }
        return request[0].equals("POST") ? "name=&email=&consent=yes" : "";
    }

    /** Lets the function, which answers whatever fails by a page too, answer all of them, some times over. */
    public void rehearse(Consumer<String> function) {
        var rehearsed = rehearsed();
        for (var round = 0; round < ROUNDS; round++) {
            once(function);
            play(rehearsed, function);
        }
    }

    /** Those that read, each of them once: somebody waits. */
    public void once(Consumer<String> function) {
        requests.forEach(request -> function.accept(event(request)));
    }

    /**
     * Those that ask no database that is there, some times over as long as there is time: nobody waits, but whoever
     * comes meanwhile is given another environment.
     */
    public void woken(Consumer<String> function) {
        var rehearsed = rehearsed();
        var begun = System.nanoTime();
        for (var round = 0; round < ROUNDS && System.nanoTime() - begun < PATIENCE.toNanos(); round++) {
            play(rehearsed, function);
        }
    }

    private static void play(List<Rehearsed> rehearsed, Consumer<String> function) {
        rehearsed.forEach(each -> Rehearsal.of(each.answers(), () -> function.accept(event(each.request()))));
    }
}
