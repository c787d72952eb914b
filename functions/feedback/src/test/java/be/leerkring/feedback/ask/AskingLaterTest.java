package be.leerkring.feedback.ask;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.feedback.ThreeMonthsLater;
import be.leerkring.network.participant.RegistrationState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked what they did with a session, and when. */
final class AskingLaterTest {

    private ThreeMonthsLater later;

    @BeforeEach
    void open() {
        later = new ThreeMonthsLater();
    }

    @AfterEach
    void close() {
        later.close();
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23, 2017-06-23T09:00+02:00", // a Thursday; three months later is a Friday
            "2017-03-24, 2017-06-26T09:00+02:00", // three months later is a Saturday
            "2017-11-30, 2018-02-28T09:00+01:00", // February has no thirtieth
            "2017-02-25, 2017-05-26T09:00+02:00", // Ascension
            "2017-07-29, 2017-10-30T09:00+01:00", // the Sunday on which the clock changes
            "2017-09-25, 2017-12-26T09:00+01:00" // Christmas
    })
    void theQuestionComesAtNineOnTheFirstWorkingDayThreeMonthsAfter(String day, OffsetDateTime moment) {
        assertThat(later.get(AskingLater.class).askedAt(FeedbackRoom.on(day))).isEqualTo(moment.toInstant());
    }

    @Test
    void whoeverTookPartIsAskedOnceAndNobodyElse() {
        for (var state : RegistrationState.values()) {
            later.room().register(state.code(), state);
        }

        later.ask();
        later.room().clock().forward(Duration.ofMinutes(15));
        later.ask();

        assertThat(later.asked()).containsExactly("attended@voorbeeld.be", "confirmed@voorbeeld.be");
    }

    @Test
    void nobodyIsAskedBeforeThatMomentNorAtNightNorTwoWeeksTooLate() {
        later.attended("jan", "Alfa", "nl");

        for (var moment : List.of(
                "2017-06-22T10:00+02:00", "2017-06-23T08:59:59+02:00", "2017-06-23T18:00+02:00",
                "2017-06-24T10:00+02:00", "2017-07-07T09:00+02:00")) {
            later.room().clock().moveTo(OffsetDateTime.parse(moment).toInstant());
            later.ask();
            assertThat(later.asked()).as(moment).isEmpty();
        }
        later.room().clock().moveTo(OffsetDateTime.parse("2017-07-06T17:45+02:00").toInstant());
        later.ask();
        assertThat(later.asked()).containsExactly("jan@voorbeeld.be");
    }
}
