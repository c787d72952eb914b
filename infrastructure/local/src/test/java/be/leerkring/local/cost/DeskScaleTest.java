package be.leerkring.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.local.SiteAddresses;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every page of the desk in a network of 200 sessions, 500 organisations and 20,000 registrations, 2,000 of them for
 * one session, and with ten years of a session a month behind it. What each reads stands in the chart of
 * infrastructure/README.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskScaleTest {

    /** The most that a page may read that shows 2,000 people: some 250 units today. */
    private static final double MOST_UNITS = 300;

    private static final int METHOD_NOT_ALLOWED = 405;

    private static final Set<String> READING = Set.of("Query", "BatchGetItem");

    /** What the addresses of the template stand for here. */
    private static final Map<String, String> PLACES = Map.of(
            "/organiser/organisations/{id}", LargeNetwork.ORGANISATION,
            "/organiser/knowledge/{id}", LargeNetwork.ENTRY,
            "/organiser/cooperations/{id}", LargeCooperations.COOPERATION,
            "/organiser/sessions/{id}", LargeNetwork.SESSION);

    private QuietSite site;
    private String cookie;

    @BeforeAll
    void open() {
        site = new QuietSite(LargeNetwork.NOW);
        new LargeNetwork(site.context(), site.database().client(), QuietSite.TABLE).load();
        TenYears.load(site);
        var issued = site.get(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        site.write(issued.write());
        cookie = "__Host-desk=" + issued.token().text();
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void everyPageReadsWhatItNeedsInQueriesAndBatchesThatEndAndNothingScans() throws IOException {
        var rows = new TreeMap<String, String>();
        var proposal = proposal();
        for (var route : SiteAddresses.ofDesk(site.context()).keySet()) {
            var answers = new ArrayList<Answer>();
            var headers = Map.of("accept-language", "nl", "cookie", cookie);
            var calls = Meter.during(() -> answers.add(
                    site.site().send("GET", address(route, proposal), headers, "")));
            var answer = answers.getFirst();
            assertThat(answer.status()).as(route + ": " + answer.body()).isIn(200, 303, 404, 410, METHOD_NOT_ALLOWED);
            assertThat(calls).as(route).extracting(Meter.Call::operation).isSubsetOf(READING);
            assertThat(Meter.units(calls)).as(route).isLessThan(MOST_UNITS);
            if (answer.status() == 200) {
                rows.put(route, "| `GET %s` | %s |".formatted(route, summary(calls)));
            }
        }
        rows.values().forEach(System.out::println);
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows).containsKey("/organiser/cooperations/proposals/{proposal}");
        assertThat(chart()).containsAll(rows.values());
    }

    /** The first that the list of cooperations proposes. */
    private String proposal() {
        var list = site.site().send("GET", "/organiser/cooperations", Map.of("cookie", cookie), "").body();
        var link = Pattern.compile("/proposals/([\\w-]+)").matcher(list);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String address(String route, String proposal) {
        var known = PLACES.entrySet().stream()
                .filter(place -> route.startsWith(place.getKey()))
                .map(place -> route.replace("{id}", place.getValue()))
                .findFirst()
                .orElse(route);
        return known.replace("{person}", LargeNetwork.PERSON)
                .replace("{year}", TenYears.LAST)
                .replace("{session}", LargeNetwork.PAST.id())
                .replace("{proposal}", proposal)
                .replaceAll("\\{[^}]+}", "0");
    }

    /** The calls of each kind, how many, and what they cost together. */
    private static String summary(List<Meter.Call> calls) {
        var kinds = calls.stream()
                .collect(Collectors.groupingBy(Meter.Call::operation, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> "%s%s %s".formatted(
                        kind.getValue().size() == 1 ? "" : kind.getValue().size() + " × ",
                        kind.getKey(),
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                Meter.units(kind.getValue()))))
                .collect(Collectors.joining(", "));
    }

    private static List<String> chart() throws IOException {
        return Files.readAllLines(Project.root().resolve("infrastructure/README.md"));
    }
}
