package be.leerkring.network.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries, the list of all, and what stands beside a session. */
final class KnowledgeTest {

    static final Instant START = Instant.parse("2017-03-23T12:30:00Z");

    private TestDatabase database;
    private Table table;
    private Knowledge knowledge;
    private Sessions sessions;
    private SeatCounts seats;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        table = new Table(database.client(), TestDatabase.TABLE, Clock.systemUTC());
        knowledge = new Knowledge(table);
        sessions = new Sessions(table);
        seats = new SeatCounts();
    }

    @AfterEach
    void close() {
        database.close();
    }

    static KnowledgeEntry entry(String id, String session) {
        return new KnowledgeEntry(
                id,
                KnowledgeEntry.Kind.MATERIAL,
                new LocalizedText(Map.of("nl", "Presentatie", "en", "Presentation")),
                new LocalizedText(Map.of("nl", "Wat we toonden")),
                "https://example.org/" + id,
                "",
                List.of("industrie-4-0", "kennismaking"),
                Optional.of(session).filter(name -> !name.isEmpty()),
                START,
                0);
    }

    private static KnowledgeEntry createdAt(String id, Instant created) {
        var entry = entry(id, "");
        return new KnowledgeEntry(id, entry.kind(), entry.title(), entry.summary(), "", "map 3, blad 2",
                List.of(), Optional.empty(), created, 0);
    }

    /** The entry as somebody leaves it who gives it another title and another session. */
    private static KnowledgeEntry changed(KnowledgeEntry entry, String title, String session) {
        return new KnowledgeEntry(
                entry.id(),
                entry.kind(),
                new LocalizedText(Map.of("nl", title)),
                entry.summary(),
                entry.link(),
                entry.reference(),
                entry.themes(),
                Optional.of(session).filter(name -> !name.isEmpty()),
                entry.created(),
                entry.revision() + 1);
    }

    private boolean written(List<Write> writes) {
        return table.write(writes) instanceof WriteOutcome.Written;
    }

    private KnowledgeEntry found(String id) {
        return knowledge.find(id).orElseThrow();
    }

    /** The titles that a session's page shows; the mail after it shows the same. */
    private List<String> of(String session) {
        var ofHead = knowledge.in(sessions.head(session), session);
        assertThat(knowledge.of(session)).isEqualTo(ofHead);
        return ofHead.stream().map(entry -> entry.title().byLanguage().get("nl")).toList();
    }

    private Session publish(String id) {
        var session = new Session(
                id,
                new LocalizedText(Map.of("nl", "Samen leren")),
                LocalizedText.NONE,
                START,
                START.plusSeconds(12_600),
                new Session.Venue("Zaal", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
        assertThat(written(List.of(sessions.put(session), seats.open(session, 40, 3)))).isTrue();
        return session;
    }

    @Test
    void anEntryIsReadAsItWasWrittenWhereverItStands() {
        var entry = entry("presentatie", "sessie");
        assertThat(written(knowledge.add(entry))).isTrue();
        assertThat(written(knowledge.add(createdAt("los", START.plusSeconds(1))))).isTrue();

        assertThat(found("presentatie")).isEqualTo(entry);
        assertThat(knowledge.newest()).containsExactly(createdAt("los", START.plusSeconds(1)), entry);
        assertThat(knowledge.of("sessie")).containsExactly(entry);
        assertThat(knowledge.find("los")).contains(createdAt("los", START.plusSeconds(1)));
        assertThat(knowledge.find("niets")).isEmpty();
    }

    @Test
    void aSecondEntryWithTheSameIdIsRefusedAndLeavesNoCopy() {
        assertThat(written(knowledge.add(entry("presentatie", "een")))).isTrue();

        assertThat(table.write(knowledge.add(entry("presentatie", "twee"))))
                .isEqualTo(new WriteOutcome.Refused(List.of(new Key("KNOWLEDGE", "presentatie"))));
        assertThat(of("een")).containsExactly("Presentatie");
        assertThat(of("twee")).isEmpty();
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsToldAndNothingIsLost() throws Exception {
        assertThat(written(knowledge.add(entry("presentatie", "een")))).isTrue();
        var read = found("presentatie");

        List<Future<Boolean>> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(person -> () -> written(knowledge.change(
                            read, changed(read, "Van " + person, "sessie-" + person))))
                    .toList());
        }

        assertThat(answers.stream().filter(Future::resultNow)).hasSize(1);
        var winner = answers.indexOf(answers.stream().filter(Future::resultNow).findFirst().orElseThrow());
        assertThat(found("presentatie").title().byLanguage()).containsEntry("nl", "Van " + winner);
        assertThat(found("presentatie").revision()).isEqualTo(1);
        assertThat(of("een")).isEmpty();
        for (int person = 0; person < 8; person++) {
            assertThat(of("sessie-" + person)).hasSize(person == winner ? 1 : 0);
        }
    }

    @Test
    void anEntryMovesWithItsSessionAndNeverStandsAtTwo() {
        assertThat(written(knowledge.add(entry("presentatie", "")))).isTrue();

        for (var session : List.of("een", "twee", "twee", "", "een")) {
            var read = found("presentatie");
            var title = "Nummer " + read.revision();
            assertThat(written(knowledge.change(read, changed(read, title, session)))).isTrue();

            for (var other : List.of("een", "twee")) {
                assertThat(of(other)).isEqualTo(other.equals(session) ? List.of(title) : List.of());
            }
            assertThat(knowledge.newest()).singleElement().satisfies(
                    listed -> assertThat(listed.session()).isEqualTo(found("presentatie").session()));
        }
    }

    @Test
    void whatWasRemovedIsGoneEverywhereAndNobodyBringsItBack() {
        assertThat(written(knowledge.add(entry("presentatie", "een")))).isTrue();
        var read = found("presentatie");
        assertThat(written(knowledge.change(read, changed(read, "Anders", "een")))).isTrue();

        assertThat(written(knowledge.remove(read))).as("as it was before somebody changed it").isFalse();
        assertThat(written(knowledge.remove(found("presentatie")))).isTrue();

        assertThat(written(knowledge.change(read, changed(read, "Terug", "een")))).isFalse();
        assertThat(knowledge.find("presentatie")).isEmpty();
        assertThat(knowledge.newest()).isEmpty();
        assertThat(of("een")).isEmpty();
        assertThat(database.client().scan(scan -> scan.tableName(TestDatabase.TABLE)).items()).isEmpty();
    }

    @Test
    void aSessionsHeadIsTheSessionItsSeatsAndItsKnowledgeHoweverMuchThereIs() {
        var session = publish("sessie");
        assertThat(written(List.of(Write.put(Item.at(Participants.key("sessie", "iemand")).with("name", "An")))))
                .isTrue();
        IntStream.range(0, Knowledge.MOST_OF_A_SESSION + 20).forEach(
                number -> assertThat(written(knowledge.add(entry("blad-" + number, "sessie")))).isTrue());
        publish("sessie-2");

        var head = sessions.head("sessie");

        assertThat(sessions.in(head, "sessie")).contains(session);
        assertThat(seats.in(head, "sessie").capacity()).isEqualTo(40);
        assertThat(head).hasSize(2 + Knowledge.MOST_OF_A_SESSION + 20);
        assertThat(knowledge.in(head, "sessie")).hasSize(Knowledge.MOST_OF_A_SESSION);
        assertThat(knowledge.of("sessie")).hasSize(Knowledge.MOST_OF_A_SESSION);
        assertThat(sessions.head("sessie-2")).hasSize(2);
        assertThat(sessions.head("nergens")).isEmpty();
    }

    @Test
    void theListIsTheNewestEntriesAndIsBounded() {
        var entries = IntStream.range(0, Knowledge.MOST + 30)
                .mapToObj(number -> createdAt("stuk-" + number, START.plusSeconds(number)))
                .toList();
        entries.forEach(entry -> assertThat(written(knowledge.add(entry))).isTrue());

        assertThat(knowledge.newest()).isEqualTo(entries.reversed().subList(0, Knowledge.MOST));
    }

    @Test
    void aProgrammeWithKnowledgeBesideItShowsSessionsOnly() {
        var session = publish("sessie");
        assertThat(written(knowledge.add(entry("presentatie", "sessie")))).isTrue();

        assertThat(sessions.startedBetween(START.minusSeconds(1), START.plusSeconds(1)).map(Session::id))
                .containsExactly(session.id());
    }
}
