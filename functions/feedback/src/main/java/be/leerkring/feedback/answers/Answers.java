package be.leerkring.feedback.answers;

import be.leerkring.network.session.AnswerKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Owns the answers. An answer's key follows from the token in the mail, which the table doesn't know: whoever reads the
 * table can't tell whose answer it is, and whoever holds the mail can change it.
 */
@Singleton
public final class Answers {

    Key key(String session, Token token) {
        return AnswerKey.of(session, token.derive("answer"));
    }

    Optional<Answer> in(Map<Key, Item> found, Key key) {
        return Optional.ofNullable(found.get(key)).map(Answers::answer);
    }

    /** The write of an answer in the place of an earlier one, whose approval it ends. */
    Write put(Key key, Answer answer) {
        return Write.put(item(key, answer));
    }

    /** The write of an answer that was collected elsewhere; its quote, where there is one, is approved. */
    public Write putApproved(Session session, String name, Answer answer) {
        var item = item(AnswerKey.of(session.id(), name), answer);
        if (answer.isPublishable()) {
            item.with("programme", Sessions.PROGRAMME)
                    .with("at", session.end())
                    .with("kind", "quote");
        }
        return Write.put(item);
    }

    private static Item item(Key key, Answer answer) {
        var item = Item.at(key)
                .with("takeaway", answer.takeaway())
                .with("missed", answer.missed())
                .with("quote", answer.quote())
                .with("signing", answer.attribution().name())
                .with("name", answer.name())
                .with("organisation", answer.organisation())
                .with("attribution", answer.signature());
        answer.usefulness().ifPresent(number -> item.with("usefulness", number));
        answer.recommend().ifPresent(number -> item.with("recommend", number));
        return item;
    }

    private static Answer answer(Item item) {
        return new Answer(
                number(item, "usefulness"),
                number(item, "recommend"),
                item.text("takeaway", ""),
                item.text("missed", ""),
                item.text("quote", ""),
                Answer.Attribution.valueOf(item.required("signing")),
                item.text("name", ""),
                item.text("organisation", ""));
    }

    private static OptionalInt number(Item item, String name) {
        return item.has(name) ? OptionalInt.of((int) item.count(name)) : OptionalInt.empty();
    }
}
