package be.leerkring.local.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.ComingSession;
import be.leerkring.local.QuietSite;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.testing.Proof;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a form costs into which somebody puts as much as a request holds, in a network with a full list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongTextTest {

    private static final int BYTES = 450_000;
    private static final int MOST = 10;
    private static final int WARM = 40;

    /** What a form costs at least that counts as one: some are refused before anything is read of the table. */
    private static final Duration LEAST = Duration.ofMillis(5);

    /** What grows when it is folded, what is sorted when it is composed, what is cut, and what is none of these. */
    private static final List<String> PIECES = List.of("\uFDFA", "a@\u0130.be", "\u0130.", "a\u0301\u0316", "x", "a,",
            "a ",
            "\u00df", "9", "\n").subList(0, Proof.of(3, 10));

    private final QuietSite quiet = new QuietSite(Instant.now());
    private final FunctionSite site = new FunctionSite(quiet.context());
    private String signedIn;

    /** A form: where it is sent to, its fields, and the one that is filled in as it should be. */
    record Form(String path, List<String> fields) {

        @Override
        public String toString() {
            return path;
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("/sessions/{id}/register",
                    List.of("name", "email", "organisation", "otherOrganisation", "role", "language", "consent",
                            "website")),
            new Form("/organiser/sign-in", List.of("email")),
            new Form("/organiser/organisers", List.of("email")),
            new Form("/organiser/organisations/new",
                    List.of("name", "kind", "website", "contact", "email", "revision")),
            new Form("/organiser/sessions/new",
                    List.of("title-nl", "summary-nl", "date", "start", "themes", "venue", "capacity", "base",
                            "item-0-time",
                            "item-0-nl")),
            new Form("/organiser/sessions/{id}", List.of("title-nl", "themes", "opens", "base", "item-0-nl")),
            new Form("/organiser/sessions/{id}/people/new",
                    List.of("name", "email", "organisation", "otherOrganisation",
                            "role")),
            new Form("/organiser/sessions/{id}/messages/new", List.of("subject-nl", "text-nl", "to")),
            new Form("/organiser/sessions/{id}/move", List.of("date", "start", "venue", "reason")),
            new Form("/organiser/sessions/{id}/speed-dating", List.of("rounds", "start", "wishes", "together")),
            new Form("/organiser/knowledge/new", List.of("title-nl", "summary-nl", "link", "themes", "kind")));

    static List<Form> forms() {
        return FORMS;
    }

    @BeforeAll
    void start() {
        var session = ComingSession.publish(quiet.database().client(), QuietSite.TABLE);
        var organisations = quiet.get(Organisations.class);
        var list = organisations.read();
        var all = new ArrayList<>(list.all());
        IntStream.range(all.size(), 490)
                .mapToObj(each -> new Organisation(
                        "org-" + each, "Vereniging van de sector " + each, Organisation.Kind.OTHER, false))
                .forEach(all::add);
        var issued = quiet.get(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        quiet.write(issued.write(), organisations.put(list.with(all)));
        signedIn = "__Host-desk=" + issued.token().text();
        assertThat(session.id()).isEqualTo("industrie-circulair-2017-03");
    }

    @AfterAll
    void stop() {
        quiet.close();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormThatIsFullToTheBrimCostsNoMoreThanTenOthers(Form form) {
        for (int each = 0; each < WARM; each++) {
            cost(form, "", "");
        }
        var usual = IntStream.range(0, 21).mapToObj(_ -> cost(form, "", "")).sorted().toList().get(10);
        var normal = usual.compareTo(LEAST) > 0 ? usual : LEAST;
        for (var field : form.fields()) {
            for (var piece : PIECES) {
                var text = piece.repeat(BYTES / piece.getBytes(UTF_8).length);
                var full = cost(form, field, text);
                for (int again = 0; again < 3 && full.compareTo(normal.multipliedBy(MOST)) > 0; again++) {
                    full = cost(form, field, text);
                }
                assertThat(full).as("%s of %s in %s, where it costs %s", field, form, piece, normal)
                        .isLessThanOrEqualTo(normal.multipliedBy(MOST));
            }
        }
    }

    /** Of the form as a careless person fills it in, and this in one of its fields. */
    private Duration cost(Form form, String field, String text) {
        var body = form.fields().stream()
                .filter(each -> !each.equals("website") || each.equals(field))
                .map(each -> each + "=" + (each.equals(field) ? raw(text) : URLEncoder.encode("Een woord", UTF_8)))
                .collect(Collectors.joining("&"));
        var answer = site.send(
                "POST",
                form.path().replace("{id}", "industrie-circulair-2017-03"),
                Map.of("content-type", "application/x-www-form-urlencoded", "cookie", signedIn),
                body);
        assertThat(answer.status()).as("%s of %s", field, form).isIn(200, 303, 409, 422, 429);
        return site.used();
    }

    /** As it is, for encoded it would be three times as long. */
    private static String raw(String text) {
        return text.replace("%", "%25").replace("&", "%26").replace("+", "%2B");
    }
}
