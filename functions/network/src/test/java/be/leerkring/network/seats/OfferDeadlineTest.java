package be.leerkring.network.seats;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OfferDeadlineTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final OfferDeadline deadline = new OfferDeadline(new NetworkTime("Europe/Brussels"));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BRUSSELS).toInstant();
    }

    private static Session starting(Instant start) {
        return new Session(
                "sessie",
                new LocalizedText(Map.of("nl", "Sessie")),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(4)),
                new Session.Venue("Zaal", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(start.minus(Duration.ofDays(60))));
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-06T10:00, 2017-03-23T13:30, 2017-03-07T18:00", // weeks off: the end of the next working day
            "2017-03-06T21:00, 2017-03-23T13:30, 2017-03-07T18:00", // as on Monday evening
            "2017-03-03T12:00, 2017-04-07T13:30, 2017-03-06T18:00", // Friday noon: not in the weekend
            "2017-03-03T17:00, 2017-03-23T13:30, 2017-03-06T18:00", // Friday evening
            "2017-03-04T12:00, 2017-03-23T13:30, 2017-03-06T18:00", // Saturday
            "2017-03-05T20:00, 2017-03-23T13:30, 2017-03-06T18:00", // Sunday evening
            "2017-04-13T09:30, 2017-05-23T13:30, 2017-04-14T18:00", // Maundy Thursday
            "2017-04-14T17:00, 2017-05-23T13:30, 2017-04-18T18:00", // Easter Monday is no working day
            "2017-04-28T16:00, 2017-05-23T13:30, 2017-05-02T18:00", // nor is the first of May
            "2017-03-25T12:00, 2017-04-23T13:30, 2017-03-27T18:00", // the clock changes in between
            "2017-03-16T13:29, 2017-03-23T13:30, 2017-03-17T18:00", // a minute more than a week
            "2017-03-16T13:30, 2017-03-23T13:30, 2017-03-17T13:30", // a week: 24 hours
            "2017-03-20T10:07, 2017-03-23T13:30, 2017-03-21T10:00", // down to the quarter
            "2017-03-20T21:00, 2017-03-23T13:30, 2017-03-21T18:00", // the end of Tuesday comes before 24 hours
            "2017-03-17T10:00, 2017-03-23T13:30, 2017-03-18T10:00", // Friday morning: all of Friday is left
            "2017-03-17T17:00, 2017-03-23T13:30, 2017-03-20T18:00", // Friday evening: an hour of work is not fair
            "2017-03-22T15:00, 2017-03-23T13:30, 2017-03-23T11:30", // two hours before the start comes first
            "2017-03-23T10:30, 2017-03-23T13:30, 2017-03-23T11:30", // one hour is left
            "2017-03-26T20:00, 2017-03-27T09:00, 2017-03-27T07:00" // not fair, but the seat should not stay empty
    })
    void aSeatIsHeldAslongAsTheRuleSays(String now, String start, String until) {
        assertThat(deadline.of(starting(at(start)), at(now))).contains(at(until));
    }

    @ParameterizedTest
    @CsvSource({
            "2017-03-23T10:31, 2017-03-23T13:30",
            "2017-03-23T13:00, 2017-03-23T13:30",
            "2017-03-23T14:00, 2017-03-23T13:30"
    })
    void noSeatIsOfferedForLessThanAnHourOrAfterTheStart(String now, String start) {
        assertThat(deadline.of(starting(at(start)), at(now))).isEmpty();
    }

    @Property
    void everyOfferIsFairOrEndsTwoHoursBeforeTheStart(
            @ForAll @IntRange(max = 525_600) int minute, @ForAll @IntRange(min = 1, max = 40_000) int ahead) {
        var now = Instant.parse("2017-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
        var session = starting(now.plus(Duration.ofMinutes(ahead)));
        var last = session.start().minus(Duration.ofHours(2));

        deadline.of(session, now).ifPresentOrElse(
                until -> {
                    assertThat(until).isBeforeOrEqualTo(last);
                    assertThat(Duration.between(now, until)).isGreaterThanOrEqualTo(Duration.ofHours(1));
                    assertThat(until.getEpochSecond() % Duration.ofMinutes(15).toSeconds()).isZero();
                    var cut = Duration.between(until, last).compareTo(Duration.ofMinutes(15)) < 0;
                    if (!cut) {
                        assertThat(deadline.working(now, until)).isGreaterThanOrEqualTo(Duration.ofHours(4));
                    }
                },
                () -> assertThat(Duration.between(now, last)).isLessThan(Duration.ofMinutes(75)));
    }

    @Property
    void nobodyIsHeldUpLongerThanTheNextWorkingDay(@ForAll @IntRange(max = 525_600) int minute) {
        var now = Instant.parse("2017-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));

        var until = deadline.of(starting(now.plus(Duration.ofDays(60))), now).orElseThrow();

        assertThat(deadline.working(now, until)).isLessThanOrEqualTo(Duration.ofHours(18));
        assertThat(Duration.between(now, until)).isLessThanOrEqualTo(Duration.ofDays(6));
    }

    @ParameterizedTest
    @CsvSource({
            // offered, said, new start, held until
            "2017-03-06T10:00, 2017-03-07T18:00, 2017-03-06T17:20, 2017-03-06T15:15", // two hours before the start
            "2017-03-06T10:00, 2017-03-07T18:00, 2017-03-06T11:00, 2017-03-06T09:00", // over before it was offered
            "2017-03-06T10:00, 2017-03-07T18:00, 2017-04-20T09:00, 2017-03-07T18:00", // later: as it was said
            "2017-03-06T10:00, 2017-03-07T18:00, 2017-03-09T09:00, 2017-03-07T18:00", // what was said is not cut short
            "2017-03-06T10:00, 2017-03-06T13:00, 2017-03-08T09:00, 2017-03-07T10:00", // there is time again
            "2017-03-06T10:00, 2017-03-06T13:00, 2017-04-08T09:00, 2017-03-07T18:00" // and more of it
    })
    void aSeatThatIsHeldMovesWithItsSession(String offered, String said, String start, String until) {
        var session = starting(at(start));
        var moved = deadline.moved(session, at(offered), at(said));
        assertThat(moved).isEqualTo(at(until));
        assertThat(deadline.moved(session, at(offered), moved)).as("asked again").isEqualTo(moved);
    }

    @Property
    void howeverOftenItMovesAHeldSeatIsAsIfItHadMovedThereAtOnce(
            @ForAll @IntRange(max = 525_600) int minute,
            @ForAll @IntRange(min = 200, max = 40_000) int first,
            @ForAll @IntRange(min = 200, max = 40_000) int second) {
        var now = Instant.parse("2017-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
        var last = starting(now.plus(Duration.ofMinutes(second)));

        deadline.of(starting(now.plus(Duration.ofMinutes(first))), now).ifPresent(said -> {
            var moved = deadline.moved(last, now, said);
            assertThat(moved).isBeforeOrEqualTo(last.start().minus(Duration.ofHours(2)));
            deadline.of(last, now).ifPresent(fresh -> assertThat(moved).isAfterOrEqualTo(fresh));
            assertThat(deadline.moved(last, now, moved)).isEqualTo(moved);
        });
    }
}
