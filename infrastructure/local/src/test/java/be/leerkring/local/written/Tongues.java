package be.leerkring.local.written;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.local.Laptop;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Replies;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A network whose organisers write in one language each, one of them in none of the site's, and without spaces. */
final class Tongues {

    static final List<String> ALL = List.of("nl", "en", "fr");

    /** What the session was called by which two cooperate. */
    private static final String FIRST = "kennismaking-2017-01";

    private static final String LONG = "lang".repeat(50);

    private static final Instant START = Instant.parse("2017-03-28T11:30:00Z");

    private final Laptop laptop;

    Tongues(Laptop laptop) {
        this.laptop = laptop;
    }

    /** A session, an entry and a cooperation in every language. */
    void publish() {
        var context = laptop.context();
        for (var language : ALL) {
            var writes = new ArrayList<Write>();
            writes.add(context.getBean(Sessions.class).put(session(language)));
            writes.add(context.getBean(SeatCounts.class).open(session(language), 12, 0));
            writes.addAll(context.getBean(Knowledge.class).add(entry(language)));
            writes.add(context.getBean(Cooperations.class).put(cooperation(language)));
            writes.add(context.getBean(Replies.class).put(id(language), new Reply(text(language, "een\ntwee"), 1)));
            write(writes);
        }
    }

    static String id(String language) {
        return "sessie-" + language;
    }

    /** Words that say in which language they are, and that no line ends within. */
    static String words(String language, String what) {
        return "woord-" + language + " " + what + " " + LONG;
    }

    private static LocalizedText text(String language, String what) {
        return new LocalizedText(Map.of(language, words(language, what)));
    }

    private static LocalizedText longText(String language) {
        return text(language, "alinea\n\n- woord-" + language + " punt\n- https://www.example.org/" + LONG + "\n\n");
    }

    private static Session session(String language) {
        return new Session(
                id(language),
                text(language, "titel"),
                longText(language),
                START,
                START.plus(Duration.ofHours(3)),
                new Session.Venue("Zaal" + LONG, "Stad" + LONG),
                Session.Audience.OPEN,
                List.of("Een_thema_zonder_spaties_dat_niet_ophoudt_want_het_gaat_door"),
                List.of(new Session.ProgrammeItem(START, text(language, "onthaal"))),
                false,
                AdmissionRules.NONE,
                Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
    }

    private static KnowledgeEntry entry(String language) {
        return new KnowledgeEntry(
                "fiche-" + language,
                KnowledgeEntry.Kind.MATERIAL,
                text(language, "fiche"),
                longText(language),
                "https://www." + "example".repeat(8) + ".org/",
                "map/" + LONG,
                List.of("circulaire-economie"),
                Optional.of(id(language)),
                Instant.parse("2017-02-01T08:00:00Z"),
                0);
    }

    private Cooperation cooperation(String language) {
        var first = laptop.context().getBean(Sessions.class).find(FIRST).orElseThrow();
        return new Cooperation(
                "samen-" + language,
                text(language, "samen"),
                List.of("vil", "catalisti"),
                Set.of("vil", "catalisti"),
                new TreeMap<>(Map.of(Stage.RUNNING, LocalDate.parse("2017-02-10"))),
                Optional.of(new Cooperation.Beginning(first.id(), text(language, "begin"), first.start())),
                List.of("industrie-4-0"),
                longText(language),
                "https://example.org/" + LONG,
                true,
                0);
    }

    /** The cookie of an organiser who is signed in. */
    String signIn() {
        var issued = laptop.context().getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        write(List.of(issued.write()));
        return issued.token().text();
    }

    private void write(List<Write> writes) {
        assertThat(laptop.context().getBean(Table.class).write(writes)).isInstanceOf(WriteOutcome.Written.class);
    }
}
