package be.leerkring.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTimeTest {

    private static final Language DUTCH = new Language("nl");
    private static final Language ENGLISH = new Language("en");

    private final NetworkTime time = new NetworkTime("Europe/Brussels");

    @ParameterizedTest
    @CsvSource({
            "2017-03-26T00:59:59Z, 01:59", // the last second of winter time
            "2017-03-26T01:00:00Z, 03:00", // the first of summer time
            "2017-10-29T00:59:59Z, 02:59", // the last second of summer time
            "2017-10-29T01:00:00Z, 02:00", // the first of winter time
            "2017-03-23T12:30:00Z, 13:30",
            "2017-06-15T11:30:00Z, 13:30"
    })
    void hoursAreThoseOnTheWallOnBothSidesOfTheClockChange(Instant instant, String hour) {
        assertThat(time.hour(instant)).isEqualTo(hour);
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23T13:30, 2017-03-23T12:30:00Z",
            "2017-03-26T01:59, 2017-03-26T00:59:00Z",
            "2017-03-26T03:00, 2017-03-26T01:00:00Z", // the first hour of summer time
            "2017-10-29T02:30, 2017-10-29T00:30:00Z", // the clock shows it twice; the first time counts
            "2017-10-29T03:00, 2017-10-29T02:00:00Z"
    })
    void whatTheWallClockShowsIsAnInstant(LocalDateTime local, Instant instant) {
        assertThat(time.instant(local)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-03-26T02:00", "2017-03-26T02:30", "2017-03-26T02:59:59"})
    void whatTheWallClockSkipsIsNone(LocalDateTime local) {
        assertThat(time.instant(local)).isEmpty();
    }

    @Test
    void datesAreInTheReadersLanguage() {
        var instant = Instant.parse("2017-03-23T12:30:00Z");

        assertThat(time.date(instant, DUTCH)).isEqualTo("donderdag 23 maart 2017");
        assertThat(time.date(instant, ENGLISH)).contains("Thursday", "23 March 2017");
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23T12:30:00Z, 13.30, 13:30",
            "2017-03-23T08:00:00Z, 9.00, 09:00"
    })
    void hoursAreAsTheReadersLanguageWritesThem(Instant instant, String dutch, String english) {
        var languages = new Languages("nl,en");
        var inDutch = languages.texts(DUTCH);
        var inEnglish = languages.texts(ENGLISH);

        assertThat(time.hour(instant, inDutch)).isEqualTo(dutch);
        assertThat(time.moment(instant, inDutch)).isEqualTo("donderdag 23 maart 2017 om " + dutch + "\u00A0uur");
        assertThat(time.hour(instant, inEnglish)).isEqualTo(english);
        assertThat(time.moment(instant, inEnglish)).isEqualTo("Thursday, 23 March 2017 at " + english);
    }

    @Test
    void theDateIsTheNetworksAndNotThatOfGreenwich() {
        assertThat(time.date(Instant.parse("2017-06-14T22:30:00Z"), DUTCH)).isEqualTo("donderdag 15 juni 2017");
    }
}
