package be.leerkring.feedback.results;

import be.leerkring.feedback.Answers;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the quotes that wait for an organiser, of all sessions: one query of the index, and two batches. */
@Singleton
final class QuoteQueue {

    /** So many stand on the page; when some are judged, others follow. */
    private static final int MOST = 50;

    private final Table table;
    private final Answers answers;
    private final Sessions sessions;

    QuoteQueue(Table table, Answers answers, Sessions sessions) {
        this.table = table;
        this.answers = answers;
        this.sessions = sessions;
    }

    QueueSheet read() {
        var waiting = answers.toJudge(MOST + 1);
        var bySession = waiting.stream().limit(MOST).collect(Collectors.groupingBy(KeptAnswer::session));
        var found = table.read(bySession.keySet().stream().map(sessions::key).toList());
        var groups = bySession.entrySet().stream()
                .flatMap(group -> sessions.in(found, group.getKey())
                        .map(session -> new QueueSheet.OfSession(session, quotes(group)))
                        .stream())
                .sorted(Comparator.comparing((QueueSheet.OfSession group) -> group.session().start())
                        .thenComparing(group -> group.session().id()))
                .toList();
        return new QueueSheet(groups, waiting.size() > MOST, false);
    }

    private static List<SaidQuote> quotes(Map.Entry<String, List<KeptAnswer>> group) {
        return group.getValue().stream()
                .flatMap(kept -> AnswersSheet.waitingOrLeft(kept).stream())
                .sorted(SaidQuote.BY_TEXT)
                .toList();
    }
}
