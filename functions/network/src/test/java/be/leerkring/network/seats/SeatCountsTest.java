package be.leerkring.network.seats;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeatCountsTest {

    private final TestDatabase database = TestDatabase.open();
    private final Table table = new Table(database.client(), TestDatabase.TABLE, Clock.systemUTC());
    private final SeatCounts counts = new SeatCounts();

    @AfterAll
    void close() {
        database.close();
    }

    private boolean written(Write write) {
        return table.write(List.of(write)) instanceof WriteOutcome.Written;
    }

    private Seats seats(String session) {
        return counts.in(table.read(List.of(counts.key(session))), session);
    }

    private static Session session(String id) {
        var start = Instant.parse("2017-03-23T12:30:00Z");
        return new Session(
                id,
                LocalizedText.NONE,
                LocalizedText.NONE,
                start,
                start.plusSeconds(3600),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(start));
    }

    private static Place place(int person, String organisation) {
        return new Place("person-" + person, organisation, !organisation.equals("elders"), true);
    }

    @Test
    void ofSixtyWhoComeAtOnceFortyGetASeatWhoeverReadTheSeatsWhen() throws Exception {
        written(counts.open(session("vol"), 40, 0));
        var asRead = seats("vol");

        List<Future<Boolean>> answers;
        try (var threads = Executors.newFixedThreadPool(60)) {
            answers = threads.invokeAll(IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(person -> () -> written(
                            counts.take(session("vol"), asRead, place(person, "cluster"), AdmissionRules.NONE)))
                    .toList());
        }

        assertThat(answers.stream().filter(Future::resultNow)).hasSize(40);
        assertThat(seats("vol").taken()).isEqualTo(40);
        assertThat(seats("vol").free()).isZero();
        assertThat(seats("vol").organisations()).containsEntry("cluster", 40);
        assertThat(seats("vol").revision()).isEqualTo(40);
    }

    @Test
    void thoseWhoJoinAtOnceStandInOneLine() throws Exception {
        written(counts.open(session("rij"), 0, 0));
        var asRead = seats("rij");

        try (var threads = Executors.newFixedThreadPool(30)) {
            threads.invokeAll(IntStream.range(0, 30)
                    .<Callable<Boolean>>mapToObj(
                            person -> () -> written(counts.join(session("rij"), asRead, place(person, "elders"))))
                    .toList());
        }

        var line = seats("rij").line();
        assertThat(line).hasSize(30).doesNotHaveDuplicates().allMatch(place -> !place.subsidised());
        assertThat(seats("rij").position(line.get(6).person())).contains(7);
    }

    @Test
    void nobodyJoinsTheLineForAFreeSeatNorTakesOneThatSomebodyWaitsFor() {
        written(counts.open(session("een"), 1, 0));
        var free = seats("een");
        assertThat(written(counts.take(session("een"), free, place(1, "a"), AdmissionRules.NONE))).isTrue();

        assertThat(written(counts.take(session("een"), free, place(2, "a"), AdmissionRules.NONE))).as("a second")
                .isFalse();
        assertThat(written(counts.join(session("een"), seats("een"), place(2, "a")))).isTrue();
        assertThat(written(counts.put(session("een"), seats("een").release(place(1, "a"))))).isTrue();
        assertThat(seats("een").seatsAtOnce(place(3, "a"), AdmissionRules.NONE)).isFalse();
        assertThat(written(counts.take(session("een"), free, place(3, "a"), AdmissionRules.NONE)))
                .as("a seat that somebody waits for")
                .isFalse();
    }

    @Test
    void whatWasDecidedAboutSeatsThatChangedSinceIsRefused() {
        written(counts.open(session("twee"), 10, 3));
        var old = seats("twee");

        assertThat(written(counts.put(session("twee"), old.resize(12)))).isTrue();
        assertThat(written(counts.put(session("twee"), old.resize(8)))).isFalse();
        assertThat(seats("twee").capacity()).isEqualTo(12);
        assertThat(written(counts.open(session("twee"), 99, 0))).as("published again").isFalse();
    }

    @Test
    void whoeverMayNotHaveASeatLosesNoPlaceAndHoldsUpNobody() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 1, 1, false);
        var seats = new Seats(0, 3, 0, 0, 0, Map.of(), List.of())
                .take(place(1, "elders"))
                .take(place(2, "a"))
                .join(place(3, "elders"))
                .join(place(4, "a"))
                .join(place(5, "b"));

        assertThat(seats.next(rules)).contains(place(5, "b"));
        assertThat(seats.seatsAtOnce(place(6, "c"), rules)).as("somebody in line may have it").isFalse();
        assertThat(seats.leave("person-5").seatsAtOnce(place(6, "c"), rules)).isTrue();
        assertThat(seats.offer(place(5, "b")).position("person-4")).contains(2);
    }

    @Test
    void loweringTheCapacityTakesNobodysSeat() {
        var full = new Seats(0, 2, 0, 0, 0, Map.of(), List.of())
                .take(place(1, "a"))
                .take(place(2, "a"))
                .join(place(3, "a"));

        var smaller = full.resize(1);
        assertThat(smaller.taken()).isEqualTo(2);
        assertThat(smaller.next(AdmissionRules.NONE)).isEmpty();
        assertThat(smaller.release(place(1, "a")).next(AdmissionRules.NONE)).isEmpty();
        assertThat(full.resize(3).next(AdmissionRules.NONE)).contains(place(3, "a"));
    }

    @Test
    void itIsFullOnlyWhenEvenWhoeverNoRuleLimitsGetsNoSeat() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 1, true);
        var seats = new Seats(0, 3, 0, 0, 0, Map.of(), List.of())
                .take(place(1, "a"))
                .join(place(2, "a"))
                .join(new Place("person-3", "elders", false, false));

        assertThat(seats.isFull(rules)).isFalse();
        assertThat(seats.join(place(4, "b")).isFull(rules)).isTrue();
        assertThat(seats.resize(1).isFull(rules)).isTrue();
    }

    @Test
    void mergedOrganisationsHaveTheirSeatsTheirLineAndTheirLimitTogether() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 3, false);
        var seats = new Seats(0, 10, 0, 0, 0, Map.of(), List.of())
                .take(place(1, "oud"))
                .take(place(2, "oud"))
                .take(place(3, "nieuw"));

        var merged = seats.merge(List.of("oud"), "nieuw");

        assertThat(merged.organisations()).containsExactly(Map.entry("nieuw", 3));
        assertThat(merged.isOrganisationFull(place(4, "oud"), rules)).isTrue();
        assertThat(merged.isOrganisationFull(place(4, "nieuw"), rules)).isTrue();
        assertThat(merged.areOfOne(place(1, "oud"), place(3, "nieuw"))).isTrue();
        var released = merged.release(place(1, "oud"));
        assertThat(released.organisations()).containsExactly(Map.entry("nieuw", 2));
        assertThat(released.isOrganisationFull(place(4, "oud"), rules)).isFalse();
        assertThat(released.take(place(4, "oud")).organisations()).containsExactly(Map.entry("nieuw", 3));

        var again = merged.merge(List.of("nieuw", "oud"), "nieuwst");
        assertThat(again.organisations()).containsExactly(Map.entry("nieuwst", 3));
        assertThat(again.organisation(place(1, "oud"))).isEqualTo("nieuwst");
        assertThat(again.organisation(place(3, "nieuw"))).isEqualTo("nieuwst");
    }

    @Test
    void whoeverTakesASeatAsItWasBeforeAMergerIsRefused() {
        var rules = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 2, false);
        written(counts.open(session("samen"), 10, 0));
        assertThat(written(counts.take(session("samen"), seats("samen"), place(1, "oud"), rules))).isTrue();
        assertThat(written(counts.take(session("samen"), seats("samen"), place(2, "nieuw"), rules))).isTrue();
        var before = seats("samen");

        assertThat(written(counts.put(session("samen"), before.merge(List.of("oud"), "nieuw")))).isTrue();

        assertThat(written(counts.take(session("samen"), before, place(3, "oud"), rules))).isFalse();
        var after = seats("samen");
        assertThat(after.merged()).containsExactly(Map.entry("oud", "nieuw"));
        assertThat(after.seatsAtOnce(place(3, "oud"), rules)).isFalse();
        assertThat(written(counts.take(session("samen"), after, place(3, "oud"), rules))).as("the limit, in the write")
                .isFalse();
        assertThat(written(counts.take(session("samen"), after, place(4, "derde"), rules))).isTrue();
        assertThat(written(counts.put(session("samen"), seats("samen").release(place(1, "oud"))))).isTrue();
        assertThat(written(counts.take(session("samen"), seats("samen"), place(3, "oud"), rules))).isTrue();
        assertThat(seats("samen").organisations()).isEqualTo(Map.of("nieuw", 2, "derde", 1));
    }

    @Test
    void inACrowdTheRulesHoldWhoeverReadTheSeatsWhen() throws Exception {
        var organisation = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 0, 3, false);
        var others = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(), 4, 0, false);

        assertThat(seatsAtOnce("organisatie", "a", organisation)).as("of one organisation").isEqualTo(3);
        assertThat(seatsAtOnce("anderen", "elders", others)).as("beside four seats that are kept").isEqualTo(6);
        assertThat(seats("anderen").others()).isEqualTo(6);
        assertThat(written(counts.take(session("anderen"), seats("anderen"), place(20, "a"), others))).isTrue();
        assertThat(seats("anderen").others()).isEqualTo(6);
    }

    /** How many seats of ten as many as twenty from there get who all read that nobody has one yet. */
    private int seatsAtOnce(String session, String organisation, AdmissionRules rules) throws Exception {
        written(counts.open(session(session), 10, 0));
        var asRead = seats(session);
        try (var threads = Executors.newFixedThreadPool(20)) {
            threads.invokeAll(IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(person -> () -> written(
                            counts.take(session(session), asRead, place(person, organisation), rules)))
                    .toList());
        }
        return seats(session).taken();
    }
}
