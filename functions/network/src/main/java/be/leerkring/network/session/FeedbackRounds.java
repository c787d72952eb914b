package be.leerkring.network.session;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the marks of how far a session's participants were asked what it brought, and says where their answers stand.
 */
@Singleton
public final class FeedbackRounds {

    /**
     * How far it came.
     *
     * @param after the person up to whom everybody was looked at; empty before the first
     * @param asked how many were asked
     * @param done whether everybody was
     */
    public record Round(Optional<String> after, int asked, boolean done) {

        /** Before anybody was asked. */
        public static final Round BEGINNING = new Round(Optional.empty(), 0, false);
    }

    private static final String ANSWER = "FEEDBACK#";

    /** Where the answer with this name stands: it tells one answer of a session from the others. */
    public static Key answer(String session, String name) {
        return new Key(Sessions.partition(session), ANSWER + name);
    }

    /** All answers of a session. */
    public static Query answers(String session) {
        return Query.of("pk = :session AND begins_with(sk, :answer)")
                .with(":session", Sessions.partition(session))
                .with(":answer", ANSWER);
    }

    /** Where a session's mark stands. */
    public Key key(String session) {
        return new Key(Sessions.partition(session), "FEEDBACK-ASKED");
    }

    /** The mark in what was read. */
    public Round in(Map<Key, Item> found, String session) {
        var item = found.get(key(session));
        return item == null
                ? Round.BEGINNING
                : new Round(
                        Optional.of(item.text("after", "")).filter(person -> !person.isEmpty()),
                        (int) item.count("asked"),
                        item.count("done") == 1);
    }

    /** The write of a mark. */
    public Write put(String session, Round round) {
        return Write.put(Item.at(key(session))
                .with("after", round.after().orElse(""))
                .with("asked", round.asked())
                .with("done", round.done() ? 1 : 0));
    }
}
