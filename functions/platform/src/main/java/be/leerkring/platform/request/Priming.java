package be.leerkring.platform.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.table.Rehearsal;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

    /** Compilers that finished nothing for so long have nothing left. */
    private static final Duration QUIET = Duration.ofMillis(500);

    /** They are not waited for longer than that. */
    private static final Duration COMPILERS = Duration.ofSeconds(20);

    /** A token of the form that all have, and that nobody was ever given. */
    private static final String TOKEN = "none.AAAAAAAAAAAAAAAAAAAAAA";

    /** As browsers say them, in turn. */
    private static final List<String> LANGUAGES = List.of("*", "nl-BE,nl;q=0.9,en-US;q=0.8,en;q=0.7", "en-GB,en;q=0.5");

    private static final String NO_COOKIE = "none=none";

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

    /**
     * As API Gateway sends it, with all that it says and in the order of its fields: code that was compiled for less is
     * thrown away at the first event with more. Nothing that a rehearsal has needs to be escaped.
     */
    private static String event(String[] request, int round) {
        var body = body(request);
        var encoded = Base64.getEncoder().encodeToString(body.getBytes(UTF_8));
        var cookie = request.length > 2 && !request[2].isEmpty() ? request[2] : NO_COOKIE;
        return """
                {"version":"2.0","routeKey":"%1$s %2$s","rawPath":"%2$s","rawQueryString":"","cookies":["%3$s"],\
                "headers":{"accept":"text/html,application/xhtml+xml,*/*;q=0.8","accept-encoding":"gzip, deflate, br",\
                "accept-language":"%4$s","content-length":"%5$d","content-type":"application/x-www-form-urlencoded",\
                "host":"localhost","user-agent":"priming","x-forwarded-for":"127.0.0.1","x-forwarded-port":"443",\
                "x-forwarded-proto":"https"},"requestContext":{"accountId":"000000000000","apiId":"priming",\
                "domainName":"localhost","domainPrefix":"localhost","http":{"method":"%1$s","path":"%2$s",\
                "protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"priming"},"requestId":"priming",\
                "routeKey":"%1$s %2$s","stage":"$default","time":"26/Jan/2017:12:30:00 +0000",\
                "timeEpoch":1485433800000}%6$s,"isBase64Encoded":%7$b}"""
                .formatted(
                        request[0],
                        request[1],
                        cookie,
                        LANGUAGES.get(round % LANGUAGES.size()),
                        body.length(),
                        body.isEmpty() ? "" : ",\"body\":\"" + encoded + '"',
                        !body.isEmpty());
    }

    private static String body(String[] request) {
        if (request.length > 3) {
            return request[3];
        }
        return request[0].equals("POST") ? "name=&email=&consent=yes" : "";
    }

    /**
     * Lets the function, which answers whatever fails by a page too, answer all of them, some times over, and returns
     * when the compilers are through with what that gave them, and the garbage is collected: the snapshot is the
     * smaller, and whoever comes first does not wait for either.
     */
    public void rehearse(Consumer<String> function) {
        var rehearsed = rehearsed();
        for (var round = 0; round < ROUNDS; round++) {
            once(function, round);
            play(rehearsed, function, round);
        }
        awaitCompilers();
        System.gc();
    }

    private static void awaitCompilers() {
        var compilers = ManagementFactory.getCompilationMXBean();
        var begun = System.nanoTime();
        var since = begun;
        var spent = compilers.getTotalCompilationTime();
        while (System.nanoTime() - since < QUIET.toNanos() && System.nanoTime() - begun < COMPILERS.toNanos()) {
            LockSupport.parkNanos(QUIET.toNanos() / 10);
            var now = compilers.getTotalCompilationTime();
            if (now != spent) {
                spent = now;
                since = System.nanoTime();
            }
        }
    }

    /** Those that read, each of them once: somebody waits. */
    public void once(Consumer<String> function) {
        once(function, 0);
    }

    private void once(Consumer<String> function, int round) {
        requests.forEach(request -> function.accept(event(request, round)));
    }

    /**
     * Those that ask no database that is there, some times over as long as there is time: nobody waits, but whoever
     * comes meanwhile is given another environment.
     */
    public void woken(Consumer<String> function) {
        var rehearsed = rehearsed();
        var begun = System.nanoTime();
        for (var round = 0; round < ROUNDS && System.nanoTime() - begun < PATIENCE.toNanos(); round++) {
            play(rehearsed, function, round);
        }
    }

    private static void play(List<Rehearsed> rehearsed, Consumer<String> function, int round) {
        rehearsed.forEach(each -> Rehearsal.of(each.answers(), () -> function.accept(event(each.request(), round))));
    }
}
