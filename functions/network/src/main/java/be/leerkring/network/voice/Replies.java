package be.leerkring.network.voice;

import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Owns what organisers reply to what people said of a session: one item at the head of the session's partition. */
@Singleton
public final class Replies {

    private final Table table;

    public Replies(Table table) {
        this.table = table;
    }

    /** Where the reply about a session stands. */
    public Key key(String session) {
        return new Key(Sessions.partition(session), "#WE-DO");
    }

    /** The reply in what was read; {@link Reply#NONE} where there is none. */
    public Reply in(Map<Key, Item> found, String session) {
        return Optional.ofNullable(found.get(key(session)))
                .map(item -> new Reply(new LocalizedText(item.texts("text")), item.count("revision")))
                .orElse(Reply.NONE);
    }

    /** The same, in a round trip of its own. */
    public Reply find(String session) {
        return in(table.read(List.of(key(session))), session);
    }

    /** The write of a reply after a change; refused when it changed since it was read. */
    public Write put(String session, Reply next) {
        return Write.putNext(
                Item.at(key(session)).with("text", next.text().byLanguage()).with("revision", next.revision()),
                next.revision() - 1);
    }
}
