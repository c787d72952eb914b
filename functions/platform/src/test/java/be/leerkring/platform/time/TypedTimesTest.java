package be.leerkring.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedTimesTest {

    private final TypedTimes times = new TypedTimes(new NetworkTime("Europe/Brussels"));

    @ParameterizedTest
    @CsvSource({
            "2017-03-23, 13:30, 2017-03-23T12:30:00Z",
            "2017-06-15, 13:30, 2017-06-15T11:30:00Z",
            "' 23/3/2017 ', ' 13.30 ', 2017-03-23T12:30:00Z",
            "23-03-2017, 9u05, 2017-03-23T08:05:00Z",
            "23.3.2017, 09h05, 2017-03-23T08:05:00Z",
            "2017-03-23, 13:30:00, 2017-03-23T12:30:00Z",
            "2016-02-29, 00:00, 2016-02-28T23:00:00Z",
            "2017-03-26, 01:59, 2017-03-26T00:59:00Z", // the last minute of winter time
            "2017-03-26, 03:00, 2017-03-26T01:00:00Z", // the first of summer time
            "2017-10-29, 02:30, 2017-10-29T00:30:00Z" // comes twice: the first time counts
    })
    void aDateAndAnHourAreAMomentOnTheNetworksClock(String date, String hour, Instant moment) {
        assertThat(times.read(date, hour)).isEqualTo(new TypedTime.Moment(moment));
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-26, 02:00",
            "2017-03-26, 02:30",
            "26/3/2017, 2.59"
    })
    void anHourThatTheClocksLeapOverIsNone(String date, String hour) {
        assertThat(times.read(date, hour))
                .isEqualTo(new TypedTime.Wrong(Optional.empty(), Optional.of("time.hour.skipped")));
    }

    @ParameterizedTest
    @CsvSource({
            "2017-02-29, 13:30, time.date.wrong, ",
            "2017-13-01, 13:30, time.date.wrong, ",
            "0017-03-23, 13:30, time.date.wrong, ",
            "23 maart, 13:30, time.date.wrong, ",
            "'', 13:30, time.date.missing, ",
            "2017-03-23, '', , time.hour.missing",
            "2017-03-23, 24:00, , time.hour.wrong",
            "2017-03-23, 13:60, , time.hour.wrong",
            "2017-03-23, half twee, , time.hour.wrong",
            "2017-03-23, 13:30:15, , time.hour.wrong",
            "' ', ' ', time.date.missing, time.hour.missing",
            "morgen, laat, time.date.wrong, time.hour.wrong"
    })
    void whatCanNotBeReadIsToldPartByPart(String date, String hour, String aboutDate, String aboutHour) {
        assertThat(times.read(date, hour))
                .isEqualTo(new TypedTime.Wrong(Optional.ofNullable(aboutDate), Optional.ofNullable(aboutHour)));
    }

    @Test
    void digitsOfOtherScriptsAreNoDate() {
        assertThat(times.read("２０１７-03-23", "13:30")).isInstanceOf(TypedTime.Wrong.class);
    }
}
