package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.testing.StartedRoom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the laptop's clock need not stop on its way; in Brussels, where it is two hours later in summer than here. */
class QuietTimesTest {

    private final EmbeddedDynamoDb database = StartedRoom.table();
    private final QuietTimes quiet = new QuietTimes(
            database.client(), StartedRoom.TABLE, ZoneId.of("Europe/Brussels"), database::writeCount);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasWrittenIsLookedAtOnce() {
        assertThat(quiet.at(night(0))).isFalse();
        assertThat(quiet.at(night(15))).isTrue();
        put(Item.at(new Key("SESSION#een", "FEEDBACK#x")));
        assertThat(quiet.at(night(30))).isFalse();
        assertThat(quiet.at(night(45))).isTrue();
    }

    @Test
    void fullHoursOfWorkAreNeverQuiet() {
        assertThat(quiet.at(night(0))).isFalse();
        assertThat(List.of("06:45", "07:15", "16:15", "17:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isTrue());
        assertThat(List.of("07:00", "12:00", "16:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isFalse());
    }

    @Test
    void whatIsDueAndWhatASessionNamesIsNotQuietNorTheHourAfterIt() {
        put(Item.at(new Key("MAIL#een", "x")).with("dueAt", at("01:10")));
        put(Item.at(new Key("SESSION#een", "#SESSION"))
                .with("title", Map.of("nl", "Ook een titel eindigt op Z"))
                .with("end", at("20:30"))
                .with("hours", List.of(Item.map().with("at", at("23:00")))));
        assertThat(quiet.at(night(0))).isFalse();
        assertThat(List.of("01:00", "02:30", "20:15", "22:00", "22:45"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isTrue());
        assertThat(List.of("01:15", "02:15", "20:30", "21:30", "23:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isFalse());
    }

    /** A write is counted before it and after it, and its answer may come before that. */
    private void put(Item item) {
        var before = database.writeCount();
        database.client().putItem(put -> put.tableName(StartedRoom.TABLE).item(item.attributes()));
        while (database.writeCount() < before + 2) {
            Thread.onSpinWait();
        }
    }

    private static Instant night(int minute) {
        return Instant.parse("2017-07-04T00:%02d:00Z".formatted(minute));
    }

    private static Instant at(String hour) {
        return Instant.parse("2017-07-04T" + hour + ":00Z");
    }
}
