package be.leerkring.network.session;

import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;

/** Where people's answers stand to what a session brought them. The room {@code feedback} writes them. */
public final class AnswerKey {

    private static final String ANSWER = "FEEDBACK#";

    private AnswerKey() {}

    /** Where the answer with this name stands: it tells one answer of a session from the others. */
    public static Key of(String session, String name) {
        return new Key(Sessions.partition(session), ANSWER + name);
    }

    /** What finds all answers of a session. */
    public static Query all(String session) {
        return Query.of("pk = :session AND begins_with(sk, :answer)")
                .with(":session", Sessions.partition(session))
                .with(":answer", ANSWER);
    }
}
