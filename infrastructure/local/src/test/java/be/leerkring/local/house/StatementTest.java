package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.programme.statement.Kept;
import be.leerkring.programme.statement.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the statements say is so: each kind of item about people is told of with the time that it has, each service that
 * processes them is named, and so is each cookie; and the checks for accessibility are those that the tests make.
 */
class StatementTest {

    /** Where the privacy statement tells of the items that are charted as kept about people. */
    private static final Map<String, Kept> TOLD = Map.ofEntries(
            Map.entry("SESSION#{id} REGISTRATION#{person}", Kept.REGISTRATION),
            Map.entry("SESSION#{id} NEEDS#{person}", Kept.NEEDS),
            Map.entry("SESSION#{id} #SEATS", Kept.REGISTRATION),
            Map.entry("TURNS#{session} PRESSED", Kept.REGISTRATION),
            Map.entry("SESSION#{id} SPEED-DATES", Kept.REGISTRATION),
            Map.entry("SESSION#{id} SPEED-DATES-MAILED#{number}", Kept.REGISTRATION),
            Map.entry("SESSION#{id} MAILING#{kind}#{number}", Kept.REGISTRATION),
            Map.entry("SESSION#{id} MESSAGE#{number}", Kept.REGISTRATION),
            Map.entry("MAILBOX#{hash} REGISTRATIONS", Kept.REGISTRATION),
            Map.entry("SESSION#{id} ADDRESS-CHANGE#{person}", Kept.UNCONFIRMED),
            Map.entry("SESSION#{id} PASS-REQUEST#{person}", Kept.UNCONFIRMED),
            Map.entry("PEOPLE-MET {session}", Kept.MEETINGS),
            Map.entry("PERSON#{person} WISHES", Kept.MEETINGS),
            Map.entry("SESSION#{id} FEEDBACK#{hash}", Kept.ANSWERS),
            Map.entry("SESSION#{id} FOLLOW-UP#{person}", Kept.ANSWERS),
            Map.entry("REPORTED {yyyy-MM-dd}#{session}#{person}#{number}", Kept.ANSWERS),
            Map.entry("SESSION#{id} #QUOTE#{hash}", Kept.QUOTES),
            Map.entry("MAIL#{subject} {purpose}#{revision}", Kept.MAILS),
            Map.entry("LINK#{subject} {hash}", Kept.LINKS),
            Map.entry("ADDRESS#{hash} SUPPRESSED", Kept.ADDRESSES),
            Map.entry("ADDRESS#{hash} UNSUBSCRIBED", Kept.ADDRESSES),
            Map.entry("LIMIT#{kind} {hash}", Kept.TRIES),
            Map.entry("LOG#{session} {instant}#{random}", Kept.ORGANISERS),
            Map.entry("SESSION#{id} CLOSING", Kept.ORGANISERS),
            Map.entry("DESK ORGANISERS", Kept.ORGANISERS),
            Map.entry("SIGN-IN#{organiser} {hash}", Kept.SIGN_INS));

    private static final Map<String, Duration> TIMES = Map.of(
            "a year after", Duration.ofDays(365),
            "three years after", Duration.ofDays(3 * 365),
            "two years after", Duration.ofDays(2 * 365),
            "90 days after", Duration.ofDays(90),
            "two weeks after", Duration.ofDays(14),
            "two days after", Duration.ofDays(2),
            "after twelve hours", Duration.ofHours(12));

    /** By what of a resource's type names the service. */
    private static final Map<String, Service> PROCESSORS = Map.of(
            "Serverless::HttpApi", Service.API_GATEWAY,
            "Serverless::Function", Service.LAMBDA,
            "DynamoDB", Service.DYNAMODB,
            "SES", Service.SES,
            "EventBridgeRule", Service.EVENTBRIDGE,
            "Logs", Service.CLOUDWATCH,
            "CloudFront", Service.CLOUDFRONT);

    /** Through these goes nothing about people: rights, alarms, queues of what failed, the page of the front, costs. */
    private static final Set<String> OTHERS = Set.of(
            "IAM", "CloudWatch", "SNS", "SQS", "S3", "SecretsManager", "Budgets", "WAFv2", "CertificateManager",
            "Serverless::Application");

    private static final Pattern TYPE = Pattern
            .compile("Type: (?:AWS::(Serverless::\\w+|\\w+)|(EventBridgeRule)\\b)");
    private static final Pattern COOKIE = Pattern.compile("Cookie\\.of\\((\\w+(?:\\.\\w+)?), ");
    private static final Pattern CODE = Pattern.compile("<li><code>([^<]+)</code>");
    private static final Pattern WIDTH = Pattern.compile("new Look\\((\\d+), |NARROWEST = (\\d+);");

    private final ItemChart kept = ItemChart.below("What is kept about people, and until when", 1, 2);

    @Test
    void eachKindOfItemAboutPeopleIsToldOf() {
        assertThat(kept.rows()).isNotEmpty()
                .allSatisfy(row -> assertThat(TOLD).as("the statement tells of what the chart has")
                        .containsKey(row.toString()));
        assertThat(Set.copyOf(TOLD.values())).hasSize(Kept.values().length);
    }

    @Test
    void theTimesOfTheStatementAreThoseOfTheChart() {
        assertThat(kept.rows()).allSatisfy(row -> {
            var told = TOLD.get(row.toString()).time();
            var charted = TIMES.keySet().stream().filter(row.last()::contains).map(TIMES::get).toList();
            assertThat(charted.isEmpty() || charted.contains(told)).as("%s: %s", row, row.last()).isTrue();
        });
    }

    @Test
    void eachServiceThatProcessesDataIsNamed() throws IOException {
        var used = new TreeSet<Service>();
        for (var file : List.of("template.yaml", "infrastructure/table.yaml", "infrastructure/mail.yaml",
                "infrastructure/alarms.yaml", "infrastructure/dashboard.yaml", "infrastructure/front.yaml",
                "infrastructure/edge.yaml")) {
            var types = TYPE.matcher(read(file)).results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(types).as(file).isNotEmpty()
                    .allMatch(type -> PROCESSORS.containsKey(type) || OTHERS.contains(type));
            types.stream().filter(PROCESSORS::containsKey).map(PROCESSORS::get).forEach(used::add);
        }
        assertThat(used).containsExactlyInAnyOrder(Service.values());
        assertThat(read("infrastructure/table.yaml")).contains("PointInTimeRecoveryEnabled: true")
                .doesNotContain("RecoveryPeriodInDays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void thePagesSayIt(String language) throws IOException {
        try (var quiet = new QuietSite(Instant.now(), Map.of(
                "LogRetention", "60", "PrivacyContact", "a&b@example.org", "Contact", "c&d@example.org"))) {
            var privacy = quiet.site().get("/privacy?language=" + language).body();
            assertThat(privacy).contains("eu-west-1", language.equals("nl") ? "60 dagen" : "60 days",
                    "mailto:a%26b@example.org", "mailto:c%26d@example.org", "toezichtcommissie")
                    .doesNotContain("CloudFront");
            assertThat(CODE.matcher(privacy).results().map(found -> found.group(1)).toList())
                    .containsExactlyInAnyOrderElementsOf(cookies());

            var accessibility = quiet.site().get("/accessibility?language=" + language).body();
            assertThat(accessibility).contains("axe", "Nu HTML Checker", "WCAG", "2016/2102", "ombudsdienst");
            var checks = read("infrastructure/local/src/test/java/be/leerkring/local/browser/checks/Inspection.java");
            assertThat(WIDTH.matcher(checks).results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                    .isNotEmpty().allSatisfy(width -> assertThat(accessibility).contains(" " + width + " "));
            assertThat(checks).contains("new Axe(", "CHECKER.check(", "focus(", "ColorScheme.DARK");
        }
    }

    /** The names of all that the site sets, by the constants that they have. */
    private static Set<String> cookies() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Project.root().resolve("functions"))) {
            for (var file : files.filter(each -> each.toString().matches(".*/src/main/java/.*\\.java")).toList()) {
                var source = Files.readString(file);
                var made = COOKIE.matcher(source);
                while (made.find() && !made.group(1).equals("name")) {
                    names.add(constant(file, source, made.group(1)));
                }
            }
        }
        return names;
    }

    private static String constant(Path file, String source, String name) throws IOException {
        var own = name.startsWith("PageAddress.")
                ? read("functions/platform/src/main/java/be/leerkring/platform/head/PageAddress.java")
                : source;
        var found = Pattern.compile(name.replaceFirst(".*\\.", "") + " = \"([^\"]+)\";").matcher(own);
        assertThat(found.find()).as("the name of the cookie that %s sets", file).isTrue();
        return found.group(1);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Project.root().resolve(file));
    }
}
