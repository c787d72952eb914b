package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.testing.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the laptop's clock need not stop on its way; in Brussels, where it is two hours later in summer than here. */
class QuietTimesTest {

    private final TestDatabase database = TestDatabase.open();
    private final QuietTimes quiet = new QuietTimes(
            database.client(), TestDatabase.TABLE, ZoneId.of("Europe/Brussels"), database.embedded()::writeCount);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasWrittenIsLookedAtUntilAFullHourHasBeenThere() {
        assertThat(quiet.at(at("00:00"))).isFalse();
        assertThat(quiet.at(at("00:15"))).isTrue();
        put(Item.at(new Key("SESSION#een", "FEEDBACK#x")));
        assertThat(List.of("00:30", "00:45", "01:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isFalse());
        assertThat(quiet.at(at("01:15"))).isTrue();
    }

    @Test
    void whereNoSessionIsNearNoHourOfWorkIsLookedAt() {
        put(session("2017-09-01T11:00:00Z"));
        assertThat(quiet.at(at("00:00"))).isFalse();
        assertThat(List.of("06:45", "07:00", "10:00", "16:00", "17:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isTrue());
    }

    @Test
    void onDaysThatCountFromASessionTheMorningAndNoonAreNotQuiet() {
        for (var start : List.of("2017-07-12", "2017-07-06", "2017-07-02", "2017-06-19", "2017-04-10", "2017-03-06")) {
            put(session(start + "T11:00:00Z"));
            assertThat(quiet.at(at("00:00"))).isFalse();
            assertThat(List.of("06:45", "07:15", "08:00", "11:00", "16:00"))
                    .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(start + " " + hour).isTrue());
            assertThat(List.of("07:00", "10:00"))
                    .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(start + " " + hour).isFalse());
        }
        put(session("2017-07-13T11:00:00Z"));
        assertThat(quiet.at(at("00:00"))).isFalse();
        assertThat(quiet.at(at("07:00"))).isTrue();
    }

    @Test
    void onTheDayOfASessionAndBesideItNoHourOfWorkIsQuiet() {
        put(session("2017-07-05T11:00:00Z"));
        assertThat(quiet.at(at("00:00"))).isFalse();
        assertThat(List.of("06:45", "07:15", "16:15", "17:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isTrue());
        assertThat(List.of("07:00", "09:00", "12:00", "16:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isFalse());
    }

    @Test
    void whatIsDueAndWhatASessionNamesIsNotQuietNorTheHourAfterIt() {
        put(Item.at(new Key("MAIL#een", "x")).with("dueAt", at("01:10")));
        put(Item.at(new Key("SESSION#een", "#SESSION"))
                .with("title", Map.of("nl", "Ook een titel eindigt op Z"))
                .with("changed", at("20:30"))
                .with("hours", List.of(Item.map().with("at", at("23:00")))));
        assertThat(quiet.at(at("00:00"))).isFalse();
        assertThat(List.of("01:00", "02:30", "20:15", "22:00", "22:45"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isTrue());
        assertThat(List.of("01:15", "02:15", "20:30", "21:30", "23:00"))
                .allSatisfy(hour -> assertThat(quiet.at(at(hour))).as(hour).isFalse());
    }

    private static Item session(String start) {
        return Item.at(new Key("SESSION#een", "#SESSION"))
                .with("start", Instant.parse(start))
                .with("end", Instant.parse(start).plusSeconds(3600));
    }

    /** A write is counted before it and after it, and its answer may come before that. */
    private void put(Item item) {
        var before = database.embedded().writeCount();
        database.client().putItem(put -> put.tableName(TestDatabase.TABLE).item(item.attributes()));
        while (database.embedded().writeCount() < before + 2) {
            Thread.onSpinWait();
        }
    }

    private static Instant at(String hour) {
        return Instant.parse("2017-07-04T" + hour + ":00Z");
    }
}
