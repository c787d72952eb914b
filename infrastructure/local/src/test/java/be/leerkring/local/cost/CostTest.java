package be.leerkring.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Meter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What each request costs, held against the chart in infrastructure/README.md. */
class CostTest {

    private static final String SESSION = "/sessions/industrie-circulair-2017-03";

    private final List<String> measured = new ArrayList<>();

    @Test
    void everyRequestCostsWhatTheChartSays() throws Exception {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0));
                var browser = HttpClient.newHttpClient()) {
            var site = new Visitor(laptop, browser);
            site.get("/");

            costs("GET /", site, () -> site.get("/"));
            costs("GET /calendar.ics", site, () -> site.get("/calendar.ics"));
            costs("GET /sessions/{id}", site, () -> site.get(SESSION));
            costs("GET /sessions/{id}/calendar.ics", site, () -> site.get(SESSION + "/calendar.ics"));
            costs("GET /sessions/{id}/register", site, () -> site.get(SESSION + "/register"));
            costs("GET /sessions/{id}/register/sent", site, () -> site.get(SESSION + "/register/sent"));
            costs("POST /sessions/{id}/register", site, () -> site.register("noor@example.org"));
            costs("GET /find", site, () -> site.get("/find"));
            costs("GET /find/sent", site, () -> site.get("/find/sent"));
            mailed(site, () -> site.register("bram@example.org"));
            var confirm = site.path("/confirm/");
            costs("GET /confirm/{token}", site, () -> site.get(confirm));
            site.forgetCounts();
            costs("POST /confirm/{token}", site, () -> site.post(confirm, Map.of()));
            var my = site.path("/my/");
            costs("GET /my/{token}", site, () -> site.get(my));
            costs("GET /my/{token}/calendar.ics", site, () -> site.get("/my/"
                    + new Token(my.substring("/my/".length())).following("calendar").text() + "/calendar.ics"));
            site.forgetCounts();
            costs("POST /find", site, () -> site.post("/find", Map.of("email", "bram@example.org")));
            costs("GET /my/{token}/details", site, () -> site.get(my + "/details"));
            costs("POST /my/{token}/details", site, () -> site.post(
                    my + "/details", Map.of("name", "Noor Maes", "organisation", "sim", "language", "nl")));
            costs("GET /my/{token}/address", site, () -> site.get(my + "/address"));
            costs("POST /my/{token}/address", site, () -> site.post(
                    my + "/address", Map.of("email", "noor.maes@example.org")));
            costs("GET /my/{token}/address/asked", site, () -> site.get(my + "/address/asked"));
            var address = site.path("/address/");
            costs("GET /address/{token}", site, () -> site.get(address));
            costs("GET /my/{token}/colleague", site, () -> site.get(my + "/colleague"));
            site.forgetCounts();
            costs("POST /my/{token}/colleague", site, () -> site.post(
                    my + "/colleague", Map.of("name", "Bo Claes", "email", "bo@example.org")));
            costs("GET /my/{token}/colleague/asked", site, () -> site.get(my + "/colleague/asked"));
            costs("POST /my/{token}/colleague/back", site, () -> site.post(my + "/colleague/back", Map.of()));
            costs("GET /my/{token}/data", site, () -> site.get(my + "/data"));
            costs("GET /my/{token}/data/leerkring.json", site, () -> site.get(my + "/data/leerkring.json"));
            costs("POST /address/{token}", site, () -> site.post(address, Map.of()));
            site.register("leaving@example.org");
            site.post(site.path("/confirm/"), Map.of());
            var leaving = site.path("/my/");
            costs("POST /my/{token}/cancel", site, () -> site.post(leaving + "/cancel", Map.of()));
            site.forward("2017-03-24T09:00");
            var feedback = site.path("/feedback/");
            costs("GET /feedback/{token}", site, () -> site.get(feedback));
            costs("POST /feedback/{token}", site, () -> site.post(feedback, Map.of("usefulness", "5")));
            site.post(feedback, Map.of(
                    "usefulness", "5", "quote", "Goed.", "attribution", "organisation", "organisation", "VIL"));
            costs("POST /feedback/{token}/withdraw", site, () -> site.post(feedback + "/withdraw", Map.of()));
            opened(site);
            site.forward("2017-06-23T09:00");
            var later = site.path("/follow-up/");
            costs("GET /follow-up/{token}", site, () -> site.get(later));
            costs("POST /follow-up/{token}", site, () -> site.post(
                    later, Map.of("used", "Een idee", "organisation", "vil", "stage", "plan", "told", "yes")));
            publish(laptop);
            costs("GET /network", site, () -> site.get("/network"));
            costs("GET /report/{year}", site, () -> site.get("/report/2017"));
            costs("GET /cooperations/{id}", site, () -> site.get("/cooperations/samen"));
            assertThat(Chart.lines()).containsAll(measured);
        }
    }

    private static void publish(Laptop laptop) {
        var written = laptop.context().getBean(Table.class).write(List.of(laptop.context()
                .getBean(Cooperations.class)
                .put(LargeCooperations.cooperation("samen", "vil", "catalisti"))));
        assertThat(written).isInstanceOf(WriteOutcome.Written.class);
    }

    /** What is called for the mail that this request decides. */
    private void mailed(Visitor site, Request sent) throws Exception {
        site.settle();
        var calls = Meter.during(() -> {
            sent.send();
            site.settle();
        }).stream().filter(Chart::isMailers).toList();
        record(Chart.row(Chart.MAIL, calls));
    }

    /** What is counted is an update, too. */
    private void opened(Visitor site) throws Exception {
        record(Chart.row(
                "`GET /knowledge/{id}/open`",
                Meter.during(() -> site.lead("/knowledge/dienstenaanbod-innovatiecentra/open")).stream()
                        .filter(Meter.Call::requested)
                        .toList()));
    }

    private void record(String row) {
        System.out.println(row);
        measured.add(row);
    }

    private interface Request {
        void send() throws IOException, InterruptedException;
    }

    /** What runs by itself meanwhile stands in rows of its own. */
    private void costs(String request, Visitor site, Request sent) throws Exception {
        site.settle();
        var calls = Meter.during(sent::send).stream().filter(Meter.Call::requested).toList();
        record(Chart.row("`" + request + "`", calls));
    }

    private record Visitor(Laptop laptop, HttpClient browser) {

        void get(String path) throws IOException, InterruptedException {
            send(HttpRequest.newBuilder(URI.create(laptop.address() + path)).build(), 200);
        }

        /** Is led elsewhere, and does not go there. */
        void lead(String path) throws IOException, InterruptedException {
            send(HttpRequest.newBuilder(URI.create(laptop.address() + path)).build(), 302);
        }

        void register(String address) throws IOException, InterruptedException {
            post(
                    SESSION + "/register",
                    Map.of(
                            "name", "Noor Peeters",
                            "email", address,
                            "organisation", "vil",
                            "language", "nl",
                            "consent", "yes"));
        }

        void forward(String to) throws IOException, InterruptedException {
            post("/local/clock", Map.of("to", to));
        }

        void post(String path, Map<String, String> form) throws IOException, InterruptedException {
            var body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            send(
                    HttpRequest.newBuilder(URI.create(laptop.address() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    303);
        }

        /** The latest path of this kind that was mailed. */
        String path(String start) {
            settle();
            var text = laptop.ses().mails().getLast().text();
            var matcher = Pattern.compile(Pattern.quote(start) + "\\S+").matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return matcher.group();
        }

        /** Which counts a form finds is drawn; so it finds none. */
        void forgetCounts() {
            var table = laptop.context().getProperty("TABLE_NAME", String.class).orElseThrow();
            var client = laptop.context().getBean(DynamoDbClient.class);
            client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                    .map(Item::of)
                    .map(Item::key)
                    .filter(key -> key.partition().startsWith("LIMIT#"))
                    .forEach(key -> laptop.context().getBean(Table.class).delete(List.of(key)));
        }

        void settle() {
            laptop.settle(Duration.ofMinutes(2));
        }

        private void send(HttpRequest request, int status) throws IOException, InterruptedException {
            var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(request + ": " + answer.body()).isEqualTo(status);
        }
    }
}
