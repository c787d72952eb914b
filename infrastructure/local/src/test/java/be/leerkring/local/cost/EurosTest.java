package be.leerkring.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What it costs in euros: by the template, by the units of the chart, which other tests measure, and by a dated price
 * list. The table stands in infrastructure/README.md.
 */
final class EurosTest {

    /** What somebody asks for from the first look to the answer about the session. */
    private static final List<String> PAGES = List.of(
            "GET /", "GET /sessions/{id}", "GET /sessions/{id}/register", "POST /sessions/{id}/register",
            "GET /sessions/{id}/register/sent", "GET /confirm/{token}", "POST /confirm/{token}", "GET /confirm/{token}",
            "GET /my/{token}", "GET /feedback/{token}", "POST /feedback/{token}", "GET /feedback/{token}");

    /** The stylesheet and two pictures, at the first visit: a browser keeps them for good. */
    private static final int ASSETS = 3;

    /** To confirm, that it is confirmed, a week before, the day before, and to ask what it brought. */
    private static final int MAILS = 5;

    /** Of those the reminders, whose decision is not part of a request; nor is that of the last. */
    private static final int REMINDERS = 2;

    /** That it was sent, and that it was delivered. */
    private static final int REPORTS = 2;

    /** How many mails the mailer takes at once, as the template says. */
    private static final int BATCH = 10;

    /** Puts a mail into the index of what is due, and takes it out. */
    private static final int INDEX_UNITS = 2;

    private static final double MAILER_SECONDS = 0.3;

    /** Registrations and the like, and mails by kind and state, in one hour out of four. */
    private static final double METRICS = 16 * 0.25;

    /** The desk's pages and everybody who only looks. */
    private static final int LOOKS = 6_000;

    /** As it announced it for January: two of each organisation that the agency funds. */
    private static final int OF_EACH = 2;

    private final PriceList prices = PriceList.read();
    private final Month month = new Month(StackTemplate.read(
            Project.root().resolve("template.yaml"), Map.of("Table.Table", "leerkring")));

    @Test
    void theTableInTheReadmeIsWhatThesePricesComeTo() throws IOException {
        var cases = new LinkedHashMap<String, Usage>();
        cases.put("1,000 people, from sign-up to feedback", person().times(1000).and(Usage.of("metric", METRICS)));
        cases.put("a month in which nobody comes", month.idle());
        cases.put("a month of the network of 2017", month.idle()
                .and(person().times(peopleOf2017()))
                .and(Usage.request().and(Usage.table("`GET /sessions/{id}`")).times(LOOKS))
                .and(Usage.of("metric", METRICS)));
        var table = table(cases);
        System.out.println(String.join("\n", table));

        assertThat(Chart.lines()).containsSequence(table);
        assertThat(String.join("\n", Chart.lines()))
                .contains("prices of " + prices.asOf())
                .contains("| alarm metrics | %d |".formatted(month.alarmMetrics()))
                .contains("| runs of schedules | %s |".formatted(counted(month.scheduled())))
                .contains("| events that wake the functions behind the site | %s |".formatted(
                        counted(month.wakings())));
    }

    /** But for entries of indexes and what SES reports. A mail's row counts its batch, which ten mails share. */
    @Test
    void aPersonTakesAsManyWriteUnitsAsTheReadmeSays() {
        var mail = Chart.units(Chart.MAIL).written() - 1 + 1.0 / BATCH;
        var pages = PAGES.stream().mapToDouble(page -> Chart.units("`" + page + "`").written()).sum();
        var units = pages
                + MAILS * mail
                + REMINDERS * Chart.units(RunCostTest.REMINDER).written()
                + Chart.units(RunCostTest.FEEDBACK).written();

        assertThat(units).isLessThanOrEqualTo(80);
        assertThat(String.join("\n", Chart.lines()))
                .contains("takes %.1f write units".formatted(units).replace(',', '.'));
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static Usage person() {
        var pages = PAGES.stream()
                .map(page -> Usage.request().and(Usage.table("`" + page + "`")))
                .reduce(Usage.NONE, Usage::and);
        var mail = Usage.table(Chart.MAIL)
                .and(Usage.of("writeUnit", INDEX_UNITS))
                .and(Usage.of("mail", 1))
                .and(Usage.run(MAILER_SECONDS))
                .and(Usage.run(MAILER_SECONDS).and(Usage.table(RunCostTest.REPORT)).times(REPORTS));
        return pages.and(Usage.request().times(ASSETS))
                .and(mail.times(MAILS))
                .and(Usage.table(RunCostTest.REMINDER).times(REMINDERS))
                .and(Usage.table(RunCostTest.FEEDBACK))
                .and(Usage.run(MAILER_SECONDS).and(Usage.table(RunCostTest.LOOK)));
    }

    private static int peopleOf2017() throws IOException {
        var file = Files.readString(
                Project.root().resolve("infrastructure/local/src/main/resources/network-2017.yaml"));
        var funded = Pattern.compile("kind: (spearhead-cluster|innovative-business-network)").matcher(file).results();
        return OF_EACH * (int) funded.count();
    }

    private List<String> table(Map<String, Usage> cases) {
        var head = Stream.of(
                "| euros | " + String.join(" | ", cases.keySet()) + " |", "|---|" + "--:|".repeat(cases.size()));
        var lines = Stream.of(
                line("requests, by the API", cases, usage -> paid(usage, "request")),
                line("functions", cases, usage -> paid(usage, "run", "gigabyteSecond")),
                line("the table: what is read", cases, usage -> paid(usage, "readUnit")),
                line("the table: what is written", cases, usage -> paid(usage, "writeUnit")),
                line("the table and its backups, kept", cases, usage -> paid(usage, "stored", "backedUp")),
                line("mails", cases, usage -> paid(usage, "mail")),
                line("logs", cases, usage -> paid(usage, "logged")),
                line("alarms", cases, usage -> paid(usage, "alarmMetric")),
                line("metrics of its own", cases, usage -> paid(usage, "metric")),
                line("pages on their way out", cases, usage -> paid(usage, "sentOut")),
                line("**all of it**", cases, usage -> usage.numbers().keySet().stream()
                        .mapToDouble(what -> paid(usage, what))
                        .sum()),
                line("**after what AWS gives for nothing**", cases, usage -> usage.numbers().entrySet().stream()
                        .mapToDouble(used -> prices.eurosAfterFree(used.getKey(), used.getValue()))
                        .sum()));
        return Stream.concat(head, lines).toList();
    }

    private double paid(Usage usage, String... what) {
        return Stream.of(what).mapToDouble(each -> prices.euros(each, usage.of(each))).sum();
    }

    private static String amount(double euros) {
        if (euros == 0) {
            return "–";
        }
        return euros < 0.005 ? "< 0.01" : String.format(Locale.ROOT, "%.2f", euros);
    }

    private static String line(String name, Map<String, Usage> cases, ToDoubleFunction<Usage> euros) {
        return cases.values().stream()
                .map(usage -> amount(euros.applyAsDouble(usage)))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
    }
}
