package be.leerkring.network.figures;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    private TestDatabase database;
    private Table table;
    private Figures figures;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        table = new Table(database.client(), TestDatabase.TABLE, Clock.systemUTC());
        figures = new Figures(table, new NetworkTime("Europe/Brussels"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsFrozenIsReadAsItWasAndFrozenOnce() {
        var session = session("een", "2017-03-23T12:30:00Z");
        var first = figures(session, 26);
        assertThat(table.write(List.of(figures.close(session, first)))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(table.write(List.of(figures.close(session, figures(session, 25)))))
                .isInstanceOf(WriteOutcome.Refused.class);
        assertThat(figures.in(table.read(List.of(figures.key(session))), session)).contains(first);
        assertThat(first.everybody()).isEqualTo(new Heads(27, 4, 3, 2));
        assertThat(first.everybody().registered()).isEqualTo(36);
        assertThat(first.of(Kind.INNOVATIVE_BUSINESS_NETWORK)).isEqualTo(Heads.NONE);
    }

    @Test
    void aYearIsTheNetworksOwn() {
        var lastMinute = session("oud", "2017-12-31T22:59:00Z");
        var newYear = session("nieuw", "2017-12-31T23:00:00Z");
        assertThat(figures.lastYear()).isEmpty();
        for (var session : List.of(lastMinute, newYear)) {
            table.attempt(List.of(figures.close(session, figures(session, 1))));
            table.attempt(List.of(figures.count(session, Optional.empty(), Optional.of(marks(4, 9)))));
        }
        assertThat(figures.closed(2017, 2017)).extracting(SessionFigures::session).containsExactly("oud");
        assertThat(figures.closed(2018, 2018)).extracting(SessionFigures::session).containsExactly("nieuw");
        assertThat(figures.closed(2016, 2018)).extracting(SessionFigures::session).containsExactly("oud", "nieuw");
        assertThat(figures.tallies(2018, 2019)).extracting(AnswerTally::session).containsExactly("nieuw");
        assertThat(figures.year(newYear.start())).isEqualTo(2018);
        assertThat(figures.lastYear()).hasValue(2018);
    }

    @Test
    void aTallyFollowsAnswersThatChangeAndGo() {
        var session = session("een", "2017-03-23T12:30:00Z");
        count(session, Optional.empty(), Optional.of(marks(5, 10)));
        count(session, Optional.empty(), Optional.of(marks(1, 0)));
        count(session, Optional.empty(), Optional.of(new Figures.Marks(OptionalInt.empty(), OptionalInt.of(9))));
        count(session, Optional.of(marks(1, 0)), Optional.of(marks(3, 6)));
        assertThat(tally(session).answered()).isEqualTo(3);
        assertThat(tally(session).usefulness()).isEqualTo(Map.of(3, 1, 5, 1));
        assertThat(tally(session).recommend()).isEqualTo(Map.of(6, 1, 9, 1, 10, 1));
        assertThat(tally(session).meanUsefulness()).isEqualTo(OptionalDouble.of(4));
        assertThat(tally(session).netPromoterScore().getAsDouble()).isBetween(33.3, 33.4);
        assertThat(tally(session).isShowable()).isFalse();
        count(session, Optional.of(marks(5, 10)), Optional.empty());
        count(session, Optional.of(marks(3, 6)), Optional.of(marks(3, 6)));
        assertThat(tally(session).answered()).isEqualTo(2);
        assertThat(tally(session).meanRecommendation()).isEqualTo(OptionalDouble.of(7.5));
    }

    @Test
    void withoutMarksThereIsNoMean() {
        var session = session("een", "2017-03-23T12:30:00Z");
        assertThat(figures.tallyIn(table.read(List.of(figures.tallyKey(session))), session)).isEmpty();
        count(
                session,
                Optional.empty(),
                Optional.of(new Figures.Marks(OptionalInt.empty(), OptionalInt.empty())));
        assertThat(tally(session).meanUsefulness()).isEmpty();
        assertThat(tally(session).netPromoterScore()).isEmpty();
    }

    private void count(Session session, Optional<Figures.Marks> before, Optional<Figures.Marks> after) {
        table.attempt(List.of(figures.count(session, before, after)));
    }

    private AnswerTally tally(Session session) {
        return figures.tallyIn(table.read(List.of(figures.tallyKey(session))), session).orElseThrow();
    }

    private static Figures.Marks marks(int usefulness, int recommend) {
        return new Figures.Marks(OptionalInt.of(usefulness), OptionalInt.of(recommend));
    }

    private static SessionFigures figures(Session session, int present) {
        return new SessionFigures(
                session.id(),
                session.title(),
                session.start(),
                session.end(),
                40,
                true,
                Map.of(Kind.SPEARHEAD_CLUSTER, new Heads(present, 4, 3, 2), Kind.OTHER, new Heads(1, 0, 0, 0)),
                List.of("flux50", "vil"),
                1,
                present,
                1,
                new PairsMet(20, 114, 153));
    }

    private static Session session(String id, String start) {
        var text = new LocalizedText(Map.of("nl", "Sessie"));
        var at = Instant.parse(start);
        return new Session(
                id,
                text,
                text,
                at,
                at.plusSeconds(12_600),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(at));
    }
}
