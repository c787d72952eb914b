package be.leerkring.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.testing.Meter;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A clock that moves by weeks does what it would have done step by step, and stops where there is something to do. */
final class TimelineTest {

    private static final Pattern CONFIRM = Pattern.compile("/confirm/[A-Za-z0-9._~-]+");
    private static final String SESSION = "/sessions/industrie-circulair-2017-03";
    private static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");

    /** The session is on the 23rd, in the middle. */
    private static final LocalDateTime BEGIN = LocalDateTime.of(2017, 3, 23, 8, 30).minusDays(Proof.of(1, 15));

    private static final Duration MOVED = Duration.ofDays(Proof.of(3, 35));

    /** What came of it: each mail with its quarter of an hour, its reader and its subject; what items there are. */
    private record Came(List<String> mails, Map<String, Long> items) {}

    @Test
    void whatIsSkippedHasNothingToDo() {
        var atOnce = lived(laptop -> timeline(laptop).moveTo(timeline(laptop).now().plus(MOVED)));
        var stepByStep = lived(TimelineTest::goStepByStep);

        assertThat(atOnce.mails()).isEqualTo(stepByStep.mails()).hasSizeGreaterThan(8);
        assertThat(atOnce.items()).isEqualTo(stepByStep.items());
    }

    @Test
    void fiveWeeksWithoutAnythingToDoAreHardlyALook() {
        try (var laptop = Laptop.start(new Options(0, LocalDateTime.of(2017, 8, 1, 8, 30), Optional.empty()))) {
            var timeline = timeline(laptop);
            var calls = Meter.during(() -> timeline.moveTo(timeline.now().plus(Duration.ofDays(35))));
            assertThat(calls.size()).isLessThan(100);
        }
    }

    private static Timeline timeline(Laptop laptop) {
        return laptop.context().getBean(Timeline.class);
    }

    /** Something written lets every schedule look until the next full hour; so all of them look at every moment. */
    private static void goStepByStep(Laptop laptop) {
        var timeline = timeline(laptop);
        var end = timeline.now().plus(MOVED);
        for (var hour = timeline.now(); hour.isBefore(end); hour = hour.plus(1, ChronoUnit.HOURS)) {
            laptop.database().client().putItem(put -> put.tableName(laptop.table())
                    .item(Item.at(new Key("TEST", "STEP")).attributes()));
            timeline.moveTo(hour);
        }
        timeline.moveTo(end);
    }

    /** Three who come, one of whom asks for nothing more; one who never confirms, and one who gives a seat back. */
    private static Came lived(Consumer<Laptop> moving) {
        try (var laptop = Laptop.start(new Options(0, BEGIN, Optional.empty()))) {
            var site = new LaptopSite(laptop.address());
            for (var name : List.of("an", "bo", "cas", "dirk")) {
                assertThat(site.send("POST", SESSION + "/register", FORM, "name=%s&email=%s%%40example.org"
                        .formatted(name, name) + "&organisation=vil&language=nl&consent=yes").status()).isEqualTo(303);
            }
            laptop.settle(Duration.ofMinutes(2));
            laptop.ses().mails().stream()
                    .filter(mail -> !mail.to().toString().contains("dirk"))
                    .map(mail -> CONFIRM.matcher(mail.text()).results().findFirst().orElseThrow().group())
                    .forEach(path -> assertThat(site.send("POST", path, FORM, "").status()).isEqualTo(303));
            laptop.settle(Duration.ofMinutes(2));
            moving.accept(laptop);
            return new Came(mails(laptop), items(laptop));
        }
    }

    /** Keys of people are random, and so is the order of the mails that leave together. */
    private static List<String> mails(Laptop laptop) {
        return laptop.ses().mails().stream()
                .map(mail -> quarter(mail.at()) + " " + mail.to() + " " + mail.subject())
                .sorted()
                .toList();
    }

    private static Instant quarter(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond() / 900 * 900);
    }

    private static Map<String, Long> items(Laptop laptop) {
        return laptop.database().client().scanPaginator(scan -> scan.tableName(laptop.table())).items().stream()
                .filter(item -> !item.get("pk").s().equals("TEST"))
                .collect(groupingBy(TimelineTest::kind, TreeMap::new, counting()));
    }

    /** Without what is drawn at random, or is a moment. */
    private static String kind(Map<String, AttributeValue> item) {
        var partition = item.get("pk").s().replaceAll("#.*", "");
        var state = Optional.ofNullable(item.get("state")).map(AttributeValue::s).orElse("");
        return Set.of("LINK", "LOG").contains(partition)
                ? partition
                : partition + " " + item.get("sk").s().replaceAll("(?<=.)#.*", "") + " " + state;
    }
}
