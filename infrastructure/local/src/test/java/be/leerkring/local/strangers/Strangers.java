package be.leerkring.local.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Site;
import be.leerkring.local.SiteAddresses;
import be.leerkring.platform.table.Table;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Proof;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bad requests to every address and by every method, signed in and not, and what is wrong with the answers to them. */
public final class Strangers {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Now and then such a request signs out. */
    private static final int ASKED_BY_ONE = 100;

    private static final int MOST_WRONG = 20;

    /** So often a request has to take too long: the machine may have had something else to do. */
    private static final int TIMES = 3;

    private final ApplicationContext beans;
    private final List<String> addresses;
    private final EmbeddedDynamoDb database;
    private final String session;
    private final long seed = Proof.seed();
    private final Random random = new Random(seed);
    private final List<String> secrets = new ArrayList<>(List.of(BadRequest.SECRET));
    private final List<String> wrong = new ArrayList<>();
    private String cookie;
    private int asked;

    /**
     * Those who know all addresses of the site.
     *
     * @param beans of the site whose table this is
     * @param session the id of one that is published
     */
    public Strangers(ApplicationContext beans, StackTemplate template, EmbeddedDynamoDb database, String session) {
        this.beans = beans;
        this.addresses = Stream.concat(
                template.functions().stream().flatMap(function -> function.routes().stream()).map(HttpRoute::path),
                SiteAddresses.of(beans).keySet().stream()).distinct().sorted().toList();
        this.database = database;
        this.session = session;
        this.cookie = signIn();
    }

    private String signIn() {
        var issued = beans.getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        beans.getBean(Table.class).attempt(List.of(issued.write()));
        secrets.add(issued.token().text().substring("test.".length()));
        return "__Host-desk=" + issued.token().text();
    }

    /** The cookie of an organiser. */
    public String cookie() {
        return cookie;
    }

    /** Whether it is worth going on: what is wrong may be wrong everywhere. */
    public boolean goOn() {
        return wrong.size() < MOST_WRONG;
    }

    /** Now and then by somebody who is signed in, and about a session that there is. */
    public BadRequest next() {
        if (++asked % ASKED_BY_ONE == 0) {
            cookie = signIn();
        }
        var request = BadRequest.random(addresses, random);
        var headers = new TreeMap<>(request.headers());
        if (random.nextInt(3) == 0) {
            headers.merge("cookie", cookie, (one, other) -> one + "; " + other);
        }
        var path = random.nextInt(3) == 0
                ? request.path().replaceFirst("/sessions/[^/?]+", "/sessions/" + session)
                : request.path();
        return new BadRequest(request.method(), path, headers, request.body());
    }

    /** How this site answers, and whether it may. */
    public Answer answered(BadRequest request, Site site) {
        var written = database.writeRequests();
        var begun = System.nanoTime();
        var answer = send(site, request);
        var ended = System.nanoTime();
        if (answer.status() >= 400 && written != database.writeRequests()) {
            wrong.add(answer.status() + " wrote: " + request);
        }
        if (answer.status() >= 500) {
            wrong.add(answer.status() + ": " + request);
        }
        if (isTooLong(begun, ended) && takesTooLong(site, request)) {
            wrong.add("Too long: " + request);
        }
        if (answer.header("content-security-policy") == null) {
            wrong.add(answer.status() + " without our headers: " + request);
        }
        return answer;
    }

    private static Answer send(Site site, BadRequest request) {
        try {
            return site.send(request.method(), request.path(), request.headers(), request.body());
        } catch (RuntimeException unanswered) {
            throw new IllegalStateException("No answer: " + request, unanswered);
        }
    }

    private static boolean isTooLong(long begun, long ended) {
        return ended - begun > LONGEST.toNanos();
    }

    private static boolean takesTooLong(Site site, BadRequest request) {
        return IntStream.range(1, TIMES).allMatch(_ -> {
            var begun = System.nanoTime();
            send(site, request);
            return isTooLong(begun, System.nanoTime());
        });
    }

    /** The two sites answer alike, where what the first was asked did not change what the second has to say. */
    public void answeredAlike(BadRequest request, Site one, Site other) {
        var answer = answered(request, one);
        var there = answered(request, other);
        if (there.status() != answer.status() && there.status() != send(one, request).status()) {
            wrong.add(answer.status() + " of " + one + ", " + there.status() + " of " + other + ": " + request);
        }
    }

    public void assertThatNothingIsWrong() {
        assertThat(wrong).as("with the seed %s", seed).isEmpty();
    }

    /** Of the tokens that were sent, nothing stands there by which anybody could act. */
    public void assertThatNoTokenIsIn(String log) {
        assertThat(secrets).noneMatch(log::contains);
    }
}
