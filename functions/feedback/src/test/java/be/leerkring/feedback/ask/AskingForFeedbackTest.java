package be.leerkring.feedback.ask;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Sessions;
import be.leerkring.testing.Cut;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who is asked what a session brought, and when. */
final class AskingForFeedbackTest {

    private FeedbackRoom room;

    @BeforeEach
    void open() {
        room = new FeedbackRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23, 2017-03-24T09:00+01:00", // a Thursday
            "2017-03-24, 2017-03-27T09:00+02:00", // a Friday; the clock changes in the weekend
            "2017-03-25, 2017-03-27T09:00+02:00", // the Saturday before the clock changes
            "2017-10-28, 2017-10-30T09:00+01:00", // and back
            "2017-05-24, 2017-05-26T09:00+02:00", // before Ascension
            "2017-04-14, 2017-04-18T09:00+02:00", // before Easter
            "2017-10-31, 2017-11-02T09:00+01:00" // before All Saints
    })
    void theQuestionComesAtNineOnTheFirstWorkingDayAfter(String day, OffsetDateTime moment) {
        assertThat(room.get(AskingForFeedback.class).askedAt(FeedbackRoom.on(day))).isEqualTo(moment.toInstant());
    }

    @Test
    void nobodyIsAskedBeforeThatMomentNorAtNight() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.closed(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.CONFIRMED);

        for (var moment : List.of(
                "2017-03-24T17:30+01:00", "2017-03-25T10:00+01:00", "2017-03-27T08:59:59+02:00",
                "2017-03-27T18:00+02:00")) {
            room.clock().moveTo(OffsetDateTime.parse(moment).toInstant());
            room.get(AskingForFeedback.class).askAll();
            assertThat(room.asked()).as(moment).isEmpty();
        }

        room.clock().moveTo(OffsetDateTime.parse("2017-03-28T09:00+02:00").toInstant());
        room.get(AskingForFeedback.class).askAll();
        assertThat(room.asked()).containsExactly("jan@voorbeeld.be");
    }

    @Test
    void nobodyIsAskedBeforeItIsKnownWhoWasThere() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        var els = room.register("els", RegistrationState.CONFIRMED);
        room.register("jan", RegistrationState.ATTENDED);
        room.clock().moveTo(OffsetDateTime.parse("2017-03-27T09:00+02:00").toInstant());
        room.get(AskingForFeedback.class).askAll();
        assertThat(room.asked()).isEmpty();

        room.clock().forward(Duration.ofMinutes(15));
        room.register(els.as(RegistrationState.ABSENT));
        room.closed(FeedbackRoom.on("2017-03-24"));
        room.get(AskingForFeedback.class).askAll();

        assertThat(room.asked()).containsExactly("jan@voorbeeld.be");
    }

    @Test
    void onlyThoseWhoTookPartAreAsked() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        for (var state : RegistrationState.values()) {
            room.register(state.code(), state);
        }

        room.askOnMonday();

        assertThat(room.asked()).containsExactly("attended@voorbeeld.be", "confirmed@voorbeeld.be");
    }

    @Test
    void everybodyIsAskedOnceHoweverOftenItRunsAndWhereverItWasCutOff() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.CONFIRMED);
        room.askOnMonday();
        room.get(AskingForFeedback.class).askAll();
        var first = room.tokens();

        // As after a run that was cut off before its end: one more is to be asked, and nothing says that all were.
        room.register("els", RegistrationState.CONFIRMED);
        var marker = Map.of(
                "pk", AttributeValue.fromS(Sessions.partition("sessie")),
                "sk", AttributeValue.fromS("MAILING#feedback#1"));
        assertThat(room.database().client().getItem(get -> get.tableName(TestDatabase.TABLE).key(marker)).hasItem())
                .isTrue();
        room.database().client().deleteItem(delete -> delete.tableName(TestDatabase.TABLE).key(marker));
        room.clock().forward(Duration.ofMinutes(15));
        room.get(AskingForFeedback.class).askAll();
        room.get(AskingForFeedback.class).askAll();

        assertThat(room.asked()).containsExactly("els@voorbeeld.be", "jan@voorbeeld.be");
        assertThat(room.tokens()).containsAllEntriesOf(first);
        assertThat(room.standing("LINK#sessie", "pk")).as("no link without its mail").hasSize(2);
    }

    @Test
    void aBatchThatIsKilledAgainAndAgainAsksEverybodyOnceAndSaysHowFarItCame() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        var addresses = IntStream.range(0, 330)
                .mapToObj(number -> room.register("lezer-" + number, RegistrationState.CONFIRMED).email().text())
                .sorted()
                .toList();
        var marks = room.get(Marks.class);
        var random = new Random(20170324);
        room.clock().moveTo(OffsetDateTime.parse("2017-03-27T09:00+02:00").toInstant());
        room.closed(FeedbackRoom.on("2017-03-24"));
        int kills = 0;
        var mark = marks.find(Mark.MailingKey.feedback("sessie"));

        while (!mark.done()) {
            assertThat(kills).isLessThan(200);
            Cut.at(
                    1 + random.nextInt(180),
                    random.nextBoolean() ? Cut.Side.AFTER : Cut.Side.BEFORE,
                    Cut.Fate.DIES);
            try {
                room.get(AskingForFeedback.class).askAll();
            } catch (Cut.Died killed) {
                kills++;
            }
            Cut.nowhere();
            var now = marks.find(mark.key());
            assertThat(now.mailed()).isBetween(mark.mailed(), room.asked().size());
            mark = now;
        }

        assertThat(kills).as("it was killed on the way").isGreaterThan(3);
        assertThat(mark.mailed()).isEqualTo(330);
        assertThat(room.asked()).isEqualTo(addresses);
        assertThat(room.tokens()).hasSize(330);
        System.out.printf("330 asked once each by a function that was killed %d times%n", kills);
    }
}
