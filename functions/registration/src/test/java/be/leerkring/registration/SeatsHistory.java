package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What every session's seats were after every write since this began, from a stream of its own. */
final class SeatsHistory {

    /** Those who confirm in a crowd are served together; nothing else puts more than one in line. */
    private static final int TOGETHER = 12;

    private final DynamoDbStreamsClient streams;
    private final String stream;
    private final Map<String, List<Image>> images = new HashMap<>();

    SeatsHistory(TestDatabase database) {
        streams = database.streams();
        stream = database.openStream(StreamViewType.NEW_IMAGE);
    }

    /** By the partitions of the sessions; asked once, at the end. */
    Map<String, List<Image>> bySession() {
        streams.describeStream(description -> description.streamArn(stream))
                .streamDescription()
                .shards()
                .forEach(shard -> read(shard.shardId()));
        return images;
    }

    private void read(String shard) {
        var iterator = streams.getShardIterator(request -> request.streamArn(stream)
                .shardId(shard)
                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        while (iterator != null) {
            var next = iterator;
            var answer = streams.getRecords(request -> request.shardIterator(next));
            answer.records().forEach(this::add);
            iterator = answer.records().isEmpty() ? null : answer.nextShardIterator();
        }
    }

    private void add(Record change) {
        var item = change.dynamodb().newImage();
        if (item != null && item.containsKey("sk") && item.get("sk").s().equals("#SEATS")) {
            images.computeIfAbsent(item.get("pk").s(), session -> new ArrayList<>())
                    .add(Image.of(item));
        }
    }

    /** Somebody in line, as the item has it: the person, the organisation, and what else is not so for most. */
    record Entry(String person, String organisation, boolean other, boolean unapproved, boolean unreachable) {

        static Entry of(String text) {
            var parts = List.of(text.split(" "));
            return new Entry(parts.get(0), parts.get(1), parts.contains("other"), parts.contains("unapproved"),
                    parts.contains("unreachable"));
        }
    }

    record Image(
            long revision,
            int capacity,
            int taken,
            int offered,
            int others,
            Map<String, Integer> organisations,
            List<Entry> line) {

        static Image of(Map<String, AttributeValue> item) {
            var given = number(item, "taken") + number(item, "offered");
            return new Image(
                    number(item, "revision"),
                    number(item, "free") + given,
                    number(item, "taken"),
                    number(item, "offered"),
                    number(item, "others"),
                    item.get("organisations").m().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> Integer.valueOf(entry.getValue().n()))),
                    item.get("line").l().stream().map(entry -> Entry.of(entry.s())).toList());
        }

        private static int number(Map<String, AttributeValue> item, String name) {
            return Integer.parseInt(item.get(name).n());
        }

        int given() {
            return taken + offered;
        }

        /** The rules, written down once more. */
        private boolean may(Entry entry, AdmissionRules rules) {
            if (given() >= capacity || entry.unapproved() || entry.unreachable()) {
                return false;
            }
            if (rules.mostOfOne() != 0 && organisations.getOrDefault(entry.organisation(), 0) >= rules.mostOfOne()) {
                return false;
            }
            return !entry.other() || others < capacity - rules.keptForSubsidised();
        }

        Optional<Entry> firstWhoMay(AdmissionRules rules) {
            return line.stream().filter(entry -> may(entry, rules)).findFirst();
        }

        void checkAfter(Image before, AdmissionRules rules, String where) {
            assertThat(revision).as(where + ": no write is lost").isEqualTo(before.revision + 1);
            assertThat(organisations.values().stream().mapToInt(Integer::intValue).sum())
                    .as(where)
                    .isEqualTo(given());
            if (given() > before.given()) {
                assertThat(given()).as(where + ": oversold").isLessThanOrEqualTo(capacity);
            }
            checkLine(before, where);
            if (offered > before.offered) {
                assertThat(gone(before)).as(where + ": overtaken")
                        .isEqualTo(before.firstWhoMay(rules).stream().toList());
            } else if (given() > before.given() && gone(before).isEmpty()) {
                assertThat(before.firstWhoMay(rules)).as(where + ": overtaken by somebody new").isEmpty();
            }
        }

        private List<Entry> gone(Image before) {
            var people = line.stream().map(Entry::person).toList();
            return before.line.stream().filter(entry -> !people.contains(entry.person())).toList();
        }

        /** Whoever stays keeps the order; whoever is new stands at the end. */
        private void checkLine(Image before, String where) {
            var were = before.line.stream().map(Entry::person).toList();
            var are = line.stream().map(Entry::person).toList();
            assertThat(are).as(where).doesNotHaveDuplicates();
            if (offered < before.offered && are.size() == were.size() + 1) {
                assertThat(are.subList(1, are.size())).as(where + ": put back at the front").isEqualTo(were);
                assertThat(line.getFirst().unreachable()).as(where + ": put back, though reached").isTrue();
                return;
            }
            var kept = are.stream().filter(were::contains).toList();
            assertThat(were.stream().filter(are::contains).toList()).as(where + ": the line's order").isEqualTo(kept);
            assertThat(are.subList(0, kept.size())).as(where + ": new ones stand at the end").isEqualTo(kept);
            assertThat(are.size() - kept.size()).as(where).isLessThanOrEqualTo(TOGETHER);
            assertThat(were.size() - kept.size()).as(where).isLessThanOrEqualTo(1);
        }
    }
}
