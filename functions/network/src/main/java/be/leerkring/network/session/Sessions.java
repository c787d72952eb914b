package be.leerkring.network.session;

import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Owns the sessions. Their entries in the index {@code programme} stand in the order of their starts. */
@Singleton
public final class Sessions {

    /** The partition of the index that holds what the programme's page shows. */
    public static final String PROGRAMME = "PROGRAMME";

    /** The partition of the index that holds the sessions which only organisers see. */
    public static final String DRAFTS = "DRAFTS";

    private static final String KIND = "session";

    /** As {@code Slug} makes them of titles, and whoever writes a network's file. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** How many items of a session's head are read at most: session, seats, reply, its quotes and its knowledge. */
    private static final int HEAD = 3 + Quotes.MOST_OF_A_SESSION + Knowledge.MOST_OF_A_SESSION;

    private final Table table;

    public Sessions(Table table) {
        this.table = table;
    }

    /** Whether a session can have this id: for a page that reads nothing. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Where a session stands. */
    public Key key(String id) {
        return new Key(partition(id), "#SESSION");
    }

    /** The partition of everything about one session. */
    public static String partition(String id) {
        return "SESSION#" + id;
    }

    /** The session in what was read, if it is published. */
    public Optional<Session> in(Map<Key, Item> found, String id) {
        return anyIn(found, id).filter(session -> !session.edition().draft());
    }

    /** The session in what was read, published or not: for organisers' eyes. */
    public Optional<Session> anyIn(Map<Key, Item> found, String id) {
        return Optional.ofNullable(found.get(key(id))).map(Sessions::session);
    }

    /** One session, if it is published, in a round trip of its own. */
    public Optional<Session> find(String id) {
        return in(table.read(List.of(key(id))), id);
    }

    /**
     * What a session's page shows, in one round trip: the session, its seats, its quotes, the reply to what was said
     * and its knowledge, whose sort keys begin with {@code #}. It is read from the end, where the session and its seats
     * stand, so that they are always in it.
     */
    public Map<Key, Item> head(String id) {
        return table.queryPage(Query.of("pk = :session AND begins_with(sk, :head)")
                .with(":session", partition(id))
                .with(":head", "#")
                .consistent()
                .backwards()
                .limit(HEAD))
                .stream()
                .collect(Collectors.toMap(Item::key, Function.identity()));
    }

    /** One session, published or not, in a round trip of its own: for organisers' eyes. */
    public Optional<Session> findAny(String id) {
        return anyIn(table.read(List.of(key(id))), id);
    }

    /** The sessions that only organisers see, in the order of their starts; details left out. */
    public Stream<Session> drafts() {
        return table.query(Query.of("programme = :drafts")
                .index("programme")
                .with(":drafts", DRAFTS))
                .map(Sessions::session);
    }

    /** The published sessions that started from this instant on and before that one, in order; details left out. */
    public Stream<Session> startedBetween(Instant from, Instant until) {
        return table.query(Query.of("programme = :programme AND #at BETWEEN :from AND :until")
                .index("programme")
                .filter("kind = :kind")
                .name("#at", "at")
                .with(":programme", PROGRAMME)
                .with(":from", from)
                .with(":until", until)
                .with(":kind", KIND))
                .map(Sessions::session);
    }

    /** Whether an entry of the index {@code programme} is a session's. */
    public static boolean isSession(Item entry) {
        return KIND.equals(entry.text("kind", ""));
    }

    /** Refuses the transaction when the session was moved or called off since it was read. */
    public Write unchanged(Session session) {
        return Write.check(key(session.id()), "#sequence = :sequence")
                .name("#sequence", "sequence")
                .with(":sequence", session.sequence());
    }

    /** The write of the session's next edition; refused when it was written, or deleted, since it was read. */
    public Write put(Session session) {
        var edition = session.edition();
        var item = VenueItem.write(Item.at(key(session.id())), session.venue())
                .with("kind", KIND)
                .with("id", session.id())
                .with("title", session.title().byLanguage())
                .with("summary", session.summary().byLanguage())
                .with("start", session.start())
                .with("end", session.end())
                .with("audience", session.audience().name())
                .with("themes", String.join(" ", session.themes()))
                .with(
                        "items",
                        session.programme().stream()
                                .map(part -> Item.map()
                                        .with("at", part.at())
                                        .with("title", part.title().byLanguage()))
                                .toList())
                .with("assumed", session.assumed() ? 1 : 0)
                .with("admission", admission(session.admission()))
                .with("questions", QuestionItems.of(session.questions()))
                .with("cancelled", edition.cancelled() ? 1 : 0)
                .with("sequence", edition.sequence())
                .with("changed", edition.changed())
                .with("revision", edition.revision())
                .with("programme", edition.draft() ? DRAFTS : PROGRAMME)
                .with("at", session.start());
        edition.news().ifPresent(news -> item.with("news", news(news)));
        return edition.revision() == 0 ? Write.putNew(item) : Write.putRevision(item, edition.revision() - 1);
    }

    /** The deletion of a session that nobody but organisers has seen; refused when it changed since it was read. */
    public Write delete(Session draft) {
        return Write.deleteRevision(key(draft.id()), draft.edition().revision());
    }

    /** The session that an item, or an index entry without its details, tells of. */
    public static Session session(Item item) {
        return new Session(
                item.required("id"),
                new LocalizedText(item.texts("title")),
                new LocalizedText(item.texts("summary")),
                item.requiredMoment("start"),
                item.requiredMoment("end"),
                VenueItem.read(item),
                Session.Audience.valueOf(item.required("audience")),
                Arrays.stream(item.text("themes", "").split(" "))
                        .filter(theme -> !theme.isEmpty())
                        .toList(),
                item.items("items").stream()
                        .map(part -> new Session.ProgrammeItem(
                                part.requiredMoment("at"), new LocalizedText(part.texts("title"))))
                        .toList(),
                item.count("assumed") == 1,
                admission(item.map("admission")),
                new Edition(
                        item.required("programme").equals(DRAFTS),
                        item.count("cancelled") == 1,
                        (int) item.count("sequence"),
                        item.requiredMoment("changed"),
                        item.count("revision"),
                        item.has("news") ? Optional.of(news(item.map("news"))) : Optional.empty()),
                QuestionItems.in(item.items("questions")));
    }

    private static Item news(News news) {
        return VenueItem.write(Item.map(), news.before().venue())
                .with("start", news.before().start())
                .with("end", news.before().end())
                .with("reason", news.reason().byLanguage());
    }

    private static News news(Item item) {
        return new News(
                new Appointment(item.requiredMoment("start"), item.requiredMoment("end"), VenueItem.read(item)),
                new LocalizedText(item.texts("reason")));
    }

    private static Item admission(AdmissionRules rules) {
        var item = Item.map()
                .with("kept", rules.keptForSubsidised())
                .with("mostOfOne", rules.mostOfOne())
                .with("approval", rules.approval() ? 1 : 0);
        rules.opens().ifPresent(opens -> item.with("opens", opens));
        rules.closes().ifPresent(closes -> item.with("closes", closes));
        rules.othersFrom().ifPresent(othersFrom -> item.with("othersFrom", othersFrom));
        return item;
    }

    private static AdmissionRules admission(Item item) {
        return new AdmissionRules(
                item.moment("opens"),
                item.moment("closes"),
                item.moment("othersFrom"),
                (int) item.count("kept"),
                (int) item.count("mostOfOne"),
                item.count("approval") == 1);
    }
}
