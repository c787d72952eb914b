package be.leerkring.feedback;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Owns the answers. An answer's key follows from the token in the mail, which the table doesn't know: whoever reads the
 * table can't tell whose answer it is, and whoever holds the mail can change it. No moment stands in it that would tell
 * when it was given: all answers of a session are forgotten together, and their quotes wait from the same moment on.
 */
@Singleton
public final class Answers {

    private static final String PREFIX = "FEEDBACK#";

    private final Table table;
    private final Clock clock;

    Answers(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** By what an answer is known that is given by this token. */
    public static String id(Token token) {
        return token.derive("answer");
    }

    /** Where an answer stands. */
    public Key key(String session, String id) {
        return new Key(Sessions.partition(session), PREFIX + id);
    }

    /** The answer in what was read. */
    public Optional<KeptAnswer> in(Map<Key, Item> found, Key key) {
        return Optional.ofNullable(found.get(key)).filter(this::isKept).map(Answers::answer);
    }

    /** All answers of a session, in an order that tells nothing. */
    public List<KeptAnswer> of(String session) {
        return table.query(Query.of("pk = :session AND begins_with(sk, :answer)")
                .with(":session", Sessions.partition(session))
                .with(":answer", PREFIX))
                .filter(this::isKept)
                .map(Answers::answer)
                .toList();
    }

    /** The answers whose sentence waits for an organiser, those of the earliest session first; at most so many. */
    public List<KeptAnswer> toJudge(int most) {
        var keys = table.queryPage(Query.of("due = :quote")
                .index("due")
                .with(":quote", Quotes.TO_JUDGE)
                .limit(most))
                .stream()
                .map(Item::key)
                .toList();
        var found = table.read(keys);
        return keys.stream().flatMap(key -> in(found, key).stream()).filter(KeptAnswer::waits).toList();
    }

    private boolean isKept(Item item) {
        return clock.instant().isBefore(Instant.ofEpochSecond(item.count("expires")));
    }

    /** The write of an answer; refused where it changed since it was read, or, of a first one, where one stands. */
    public Write put(Session session, KeptAnswer kept) {
        var answer = kept.answer();
        var citation = answer.citation();
        var item = Item.at(key(kept.session(), kept.id()))
                .with("takeaway", answer.takeaway())
                .with("missed", answer.missed())
                .with("quote", citation.text())
                .with("signing", citation.attribution().name())
                .with("name", citation.name())
                .with("organisation", citation.organisation())
                .with("language", answer.language().code())
                .with("kind", answer.kind().code())
                .with("revision", kept.revision())
                .with("expires", Item.seconds(session.forgottenAt()));
        answer.usefulness().ifPresent(number -> item.with("usefulness", number));
        answer.recommend().ifPresent(number -> item.with("recommend", number));
        if (kept.waits()) {
            item.with("due", Quotes.TO_JUDGE).with("dueAt", session.end());
        }
        return kept.revision() == 0 ? Write.putNew(item) : Write.putRevision(item, kept.revision() - 1);
    }

    /** The write that removes an answer; refused where it changed since it was read. */
    public Write remove(KeptAnswer read) {
        return Write.deleteRevision(key(read.session(), read.id()), read.revision());
    }

    private static KeptAnswer answer(Item item) {
        var citation = new Citation(
                item.text("quote", ""),
                Citation.Attribution.valueOf(item.required("signing")),
                item.text("name", ""),
                item.text("organisation", ""));
        var answer = new Answer(
                number(item, "usefulness"),
                number(item, "recommend"),
                item.text("takeaway", ""),
                item.text("missed", ""),
                citation,
                new Language(item.required("language")),
                Organisation.Kind.withCode(item.required("kind")));
        var key = item.key();
        return new KeptAnswer(
                key.partition().substring(Sessions.partition("").length()),
                key.sort().substring(PREFIX.length()),
                answer,
                item.has("due"),
                item.count("revision"));
    }

    private static OptionalInt number(Item item, String name) {
        return item.has(name) ? OptionalInt.of(item.small(name)) : OptionalInt.empty();
    }
}
