package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.dynamodb.TimeToLive;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What expires on the laptop goes by the laptop's clock. */
class TimeToLiveTest {

    private static final Instant END = Instant.parse("2017-03-06T09:00:00Z");

    private final TestDatabase database = TestDatabase.open();
    private final TimeToLive timeToLive = new TimeToLive(
            database.client(), TestDatabase.TABLE, database.embedded()::writeCount);

    @AfterEach
    void close() {
        database.close();
    }

    private void put(String name, Instant end) {
        database.client().putItem(put -> put.tableName(TestDatabase.TABLE)
                .item(Item.at(new Key(name, "TEST")).with("expires", Item.seconds(end)).attributes()));
    }

    private List<String> left() {
        return database.client().scan(scan -> scan.tableName(TestDatabase.TABLE)).items().stream()
                .map(item -> item.get("pk").s())
                .sorted()
                .toList();
    }

    @Test
    void whatHasExpiredGoesAndTheRestStays() {
        put("sooner", END);
        put("later", END.plusSeconds(1));
        database.client().putItem(put -> put.tableName(TestDatabase.TABLE)
                .item(Item.at(new Key("always", "TEST")).attributes()));

        timeToLive.expire(END.minusSeconds(1));
        assertThat(left()).containsExactly("always", "later", "sooner");
        timeToLive.expire(END);
        assertThat(left()).containsExactly("always", "later");
        timeToLive.expire(END.plusSeconds(1));
        assertThat(left()).containsExactly("always");
    }

    @Test
    void itCanBeTwoDaysLateAsDynamoDbMay() {
        put("sooner", END);
        timeToLive.turn(true);

        timeToLive.expire(END.plus(Duration.ofDays(2)).minusSeconds(1));
        assertThat(left()).containsExactly("sooner");
        timeToLive.expire(END.plus(Duration.ofDays(2)));
        assertThat(left()).isEmpty();
    }
}
