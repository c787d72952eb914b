package be.leerkring.feedback.ask;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked after a session that was moved: when the day after it comes, and not the day after it was to be. */
final class MovedSessionTest {

    private static final Instant NOW = Instant.parse("2017-03-01T09:00:00Z");

    private FeedbackRoom room;

    @BeforeEach
    void open() {
        room = new FeedbackRoom();
        room.clock().moveTo(NOW);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Session move(Session from, String day) {
        var to = FeedbackRoom.on(day);
        var moved = from.moved(to.start(), to.end(), from.venue(), room.clock().instant());
        room.publish(moved);
        return moved;
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private List<String> askedAt(Instant moment) {
        room.clock().moveTo(moment);
        room.get(AskingForFeedback.class).askAll();
        return room.asked();
    }

    /** From one day to another, with when was to be asked and when is. */
    @ParameterizedTest
    @CsvSource({
            "2017-03-23, 2017-03-30, 2017-03-24T09:00+01:00, 2017-03-31T09:00+02:00", // later, the clock changes
            "2017-03-30, 2017-03-23, 2017-03-31T09:00+02:00, 2017-03-24T09:00+01:00", // sooner, the clock changes
            "2017-03-23, 2017-03-25, 2017-03-24T09:00+01:00, 2017-03-27T09:00+02:00", // to the night it changes
            "2017-10-26, 2017-11-02, 2017-10-27T09:00+02:00, 2017-11-03T09:00+01:00", // and back
            "2017-04-06, 2017-04-13, 2017-04-07T09:00+02:00, 2017-04-14T09:00+02:00",
            "2017-04-06, 2017-04-14, 2017-04-07T09:00+02:00, 2017-04-18T09:00+02:00" // before Easter
    })
    void theQuestionComesAfterTheSessionAsItIsByNowAndOnce(String from, String to, String was, String is) {
        room.publish(FeedbackRoom.on(from));
        room.register("jan", RegistrationState.CONFIRMED);
        var moved = move(FeedbackRoom.on(from), to);

        if (moment(was).isBefore(moment(is))) {
            assertThat(askedAt(moment(was))).as("the day after it was to be").isEmpty();
        }
        room.clock().moveTo(moved.end());
        room.closed(moved);
        assertThat(askedAt(moment(is).minusSeconds(1))).isEmpty();
        assertThat(askedAt(moment(is))).containsExactly("jan@voorbeeld.be");

        assertThat(askedAt(moment(is).plus(Duration.ofHours(1)))).hasSize(1);
        if (moment(was).isAfter(moment(is))) {
            assertThat(askedAt(moment(was))).as("the day after it was to be").hasSize(1);
        }
    }

    /** As whoever puts the date right afterwards does, past the page that moves what is to come alone. */
    @Test
    void whoWasAskedIsNotAskedAgainHoweverItMovesAfterwards() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.CONFIRMED);
        room.askOnMonday();
        var moved = move(FeedbackRoom.on("2017-03-24"), "2017-03-29");
        room.closed(moved);

        assertThat(askedAt(moment("2017-03-30T09:00+02:00"))).containsExactly("jan@voorbeeld.be");
        assertThat(room.tokens()).hasSize(1);
    }

    @Test
    void twiceMovedItIsAskedAfterTheLastDay() {
        room.publish(FeedbackRoom.on("2017-03-23"));
        room.register("jan", RegistrationState.CONFIRMED);
        var back = move(move(FeedbackRoom.on("2017-03-23"), "2017-04-06"), "2017-03-24");
        room.clock().moveTo(back.end());
        room.closed(back);

        assertThat(askedAt(moment("2017-03-24T18:00+01:00"))).isEmpty();
        assertThat(askedAt(moment("2017-03-27T09:00+02:00"))).hasSize(1);
        assertThat(askedAt(moment("2017-04-07T09:00+02:00"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23, 2017-04-06, 2017-06-23T09:00+02:00, 2017-07-06T09:00+02:00",
            "2017-07-27, 2017-07-28, 2017-10-27T09:00+02:00, 2017-10-30T09:00+01:00", // the clock changes in between
            "2017-09-28, 2017-03-23, 2017-12-28T09:00+01:00, 2017-06-23T09:00+02:00"
    })
    void whatCameOfItIsAskedThreeMonthsAfterTheSessionAsItIsByNowAndOnce(
            String from, String to, String was, String is) {
        room.publish(FeedbackRoom.on(from));
        room.register("jan", RegistrationState.ATTENDED);
        move(FeedbackRoom.on(from), to);

        for (var moment : List.of(moment(was), moment(is).minusSeconds(1), moment(is), moment(is).plusSeconds(900))) {
            if (moment.equals(moment(was)) && !moment.isBefore(moment(is))) {
                continue;
            }
            room.clock().moveTo(moment);
            room.get(AskingLater.class).askAll(Run.begin());
            assertThat(room.standing("follow-up#", "sk")).as("%s", moment)
                    .hasSize(moment.isBefore(moment(is)) ? 0 : 1);
        }
    }
}
