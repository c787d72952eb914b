package be.leerkring.platform.request;

import be.leerkring.platform.table.Rehearsal;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets a function answer requests of its own before Lambda takes its snapshot, or before the first event of an
 * environment without one, so that whoever comes first meets loaded classes and, after a snapshot, compiled code (AWS:
 * "Maximize Lambda SnapStart performance", there called invoke priming). The requests ask for what does not exist: they
 * read, and change and mail nothing.
 */
public final class Priming {

    /** After so many, what is left is the compiler's own pace. */
    private static final int ROUNDS = 20;

    /** A token of the form that all have, and that nobody was ever given. */
    private static final String TOKEN = "none.AAAAAAAAAAAAAAAAAAAAAA";

    private final List<String[]> requests;
    private final List<Rehearsed> rehearsed;

    /** A request, and what the database answers to the calls that it leads to. */
    private record Rehearsed(String[] request, List<String> answers) {}

    /**
     * Those that are to be answered.
     *
     * @param requests a method, a route such as {@code /a/{token}} and, where it takes one, a cookie, each; with commas
     *     between them; can be empty
     * @param rehearsal the lines of a rehearsal: after each request, which are a method, an address, a cookie and a
     *     form with tabs between them, what the database answered, call by call, each after a tab
     */
    public Priming(String requests, Stream<String> rehearsal) {
        this.requests = Stream.of(requests.split(","))
                .map(String::strip)
                .filter(request -> !request.isEmpty())
                .map(request -> request.replace("{token}", TOKEN).replace("{id}", "none"))
                .map(request -> request.split(" "))
                .toList();
        this.rehearsed = new ArrayList<>();
        rehearsal.forEach(line -> {
            if (line.startsWith("\t")) {
                rehearsed.getLast().answers().add(line.substring(1));
            } else {
                rehearsed.add(new Rehearsed(line.split("\t"), new ArrayList<>()));
            }
        });
    }

    private static APIGatewayV2HTTPEvent event(String[] request) {
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey("$default")
                .withRawPath(request[1])
                .withRawQueryString("")
                .withCookies(request.length > 2 ? List.of(request[2]) : List.of("none=none"))
                .withHeaders(Map.of(
                        "accept", "text/html",
                        "accept-encoding", "gzip",
                        "accept-language", "nl",
                        "content-type", "application/x-www-form-urlencoded",
                        "host", "localhost"))
                .withBody(body(request))
                .withRequestContext(RequestContext.builder()
                        .withStage("$default")
                        .withDomainName("localhost")
                        .withHttp(RequestContext.Http.builder()
                                .withMethod(request[0])
                                .withPath(request[1])
                                .withProtocol("HTTP/1.1")
                                .withSourceIp("127.0.0.1")
                                .build())
                        .build())
                .build();
    }

    private static @Nullable String body(String[] request) {
        if (request.length > 3) {
            return request[3];
        }
        return request[0].equals("POST") ? "name=&email=&consent=yes" : null;
    }

    /** Lets the function, which answers whatever fails by a page too, answer all of them, some times over. */
    public void rehearse(Consumer<APIGatewayV2HTTPEvent> function) {
        for (var round = 0; round < ROUNDS; round++) {
            once(function);
            play(function);
        }
    }

    /** Those that read, each of them once: somebody waits. */
    public void once(Consumer<APIGatewayV2HTTPEvent> function) {
        requests.forEach(request -> function.accept(event(request)));
    }

    /** Those that ask no database that is there, each of them once. */
    public void play(Consumer<APIGatewayV2HTTPEvent> function) {
        rehearsed.forEach(each -> Rehearsal.of(each.answers(), () -> function.accept(event(each.request()))));
    }
}
