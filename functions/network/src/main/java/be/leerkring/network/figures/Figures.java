package be.leerkring.network.figures;

import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Owns what is counted of each session: the figures of those that are closed, which the desk writes, and the tallies of
 * answers, which whoever answers writes. Each kind has a partition of its own, for not everybody may write both; in
 * each, sessions stand by the day on which they began, in the network's time zone.
 *
 * <p>Figures of one session depend on those of others: whoever was at another one is not new, and pairs that met before
 * are not first. So whoever freezes or mends figures does so in turn, {@link #turn}.
 */
@Singleton
public final class Figures {

    private static final String CLOSED = "FIGURES";
    private static final String ANSWERS = "ANSWERS";

    private static final Key TURN = new Key(CLOSED, "TURN");

    /** Sorts after the last day of a year, and before the first of the next. */
    private static final String AFTER_YEAR = "-~";

    /** Beyond every year of a session. */
    private static final int LAST_YEAR = 9999;

    private final Table table;
    private final NetworkTime time;

    public Figures(Table table, NetworkTime time) {
        this.table = table;
        this.time = time;
    }

    /** Whether a session can be closed: it took place, it is over, and its people are not erased yet. */
    public static boolean canBeClosed(Session session, Instant now) {
        return !session.edition().draft()
                && !session.cancelled()
                && !session.isAhead(now)
                && now.isBefore(session.forgottenAt());
    }

    /** Where the figures of a session stand once it is closed. */
    public Key key(Session session) {
        return key(session.id(), session.start());
    }

    /** Where the tally of its answers stands. */
    public Key tallyKey(Session session) {
        return new Key(ANSWERS, sortKey(session));
    }

    private String sortKey(Session session) {
        return sortKey(session.id(), session.start());
    }

    private String sortKey(String session, Instant start) {
        return time.local(start).toLocalDate() + "#" + session;
    }

    /** Where the figures of the session stand that has this id and began at this moment. */
    public Key key(String session, Instant start) {
        return new Key(CLOSED, sortKey(session, start));
    }

    /** The figures in what was read; empty where the session is not closed. */
    public Optional<SessionFigures> in(Map<Key, Item> found, Session session) {
        return in(found, session.id(), session.start());
    }

    /** The same, of the session that has this id and began at this moment. */
    public Optional<SessionFigures> in(Map<Key, Item> found, String session, Instant start) {
        return Optional.ofNullable(found.get(key(session, start))).map(SessionFigures::readFrom);
    }

    /** The tally in what was read; empty where nobody answered. */
    public Optional<AnswerTally> tallyIn(Map<Key, Item> found, Session session) {
        return Optional.ofNullable(found.get(tallyKey(session))).map(AnswerTally::readFrom);
    }

    /** The write that closes a session; refused where it is closed already. */
    public Write close(Session session, SessionFigures figures) {
        return Write.putNew(figures.writeTo(Item.at(key(session))));
    }

    /**
     * The write that puts right which pairs met by the time of a session that is closed, for more is known of it by
     * now. How many pairs were possible stays as it was.
     */
    public Write mend(SessionFigures figures, PairsMet pairs) {
        return Write.update(
                key(figures.session(), figures.start()), "SET pairs.#first = :first, pairs.#soFar = :soFar")
                .when("attribute_exists(pk)")
                .name("#first", "first")
                .name("#soFar", "soFar")
                .with(":first", pairs.first())
                .with(":soFar", pairs.soFar());
    }

    /** Where it stands whose turn it is: to be read before anything on which figures depend. */
    public Key turnKey() {
        return TURN;
    }

    /** The write that takes the turn; refused where somebody took it since this was read. */
    public Write turn(Map<Key, Item> found) {
        var read = Optional.ofNullable(found.get(TURN)).map(item -> item.count("revision")).orElse(0L);
        return Write.putNext(Item.at(TURN).with("revision", read + 1), read);
    }

    /**
     * The figures of the sessions that began in these years, both included, the earliest first, as they stand at this
     * moment: one query.
     */
    public List<SessionFigures> closed(int firstYear, int lastYear) {
        return table.query(years(CLOSED, firstYear, lastYear).consistent())
                .map(SessionFigures::readFrom)
                .toList();
    }

    /** The tallies of the sessions that began in these years, both included, the earliest first: one query. */
    public List<AnswerTally> tallies(int firstYear, int lastYear) {
        return table.query(years(ANSWERS, firstYear, lastYear)).map(AnswerTally::readFrom).toList();
    }

    /** The year of the last session that is closed, in the network's time zone; empty while none is. */
    public OptionalInt lastYear() {
        return table.queryPage(years(CLOSED, 0, LAST_YEAR).backwards().limit(1)).stream()
                .map(SessionFigures::readFrom)
                .mapToInt(last -> year(last.start()))
                .findFirst();
    }

    /** The year in which the session began, in the network's time zone. */
    public int year(Instant start) {
        return time.local(start).getYear();
    }

    private static Query years(String partition, int first, int last) {
        return Query.of("pk = :partition AND sk BETWEEN :from AND :until")
                .with(":partition", partition)
                .with(":from", "%04d".formatted(first))
                .with(":until", "%04d".formatted(last) + AFTER_YEAR);
    }

    /**
     * Marks that one answer gives.
     *
     * @param usefulness 1 to 5, or none
     * @param recommend 0 to 10, or none
     */
    public record Marks(OptionalInt usefulness, OptionalInt recommend) {

        private void addTo(Map<String, Integer> differences, int sign) {
            differences.merge("answered", sign, Integer::sum);
            usefulness.ifPresent(mark -> differences.merge("usefulness" + mark, sign, Integer::sum));
            recommend.ifPresent(mark -> differences.merge("recommend" + mark, sign, Integer::sum));
        }
    }

    /**
     * The write that counts one answer in the place of another. It insists on nothing: whoever answers insists on the
     * answer that was there before.
     *
     * @param before the marks of the answer that goes; empty where there was none
     * @param after the marks of the answer that comes; empty where there is none any more; one of the two is there
     */
    public Write count(Session session, Optional<Marks> before, Optional<Marks> after) {
        var differences = new TreeMap<String, Integer>();
        before.ifPresent(marks -> marks.addTo(differences, -1));
        after.ifPresent(marks -> marks.addTo(differences, 1));
        var counted = differences.keySet().stream().map(name -> name + " :" + name).collect(Collectors.joining(", "));
        return Write.update(tallyKey(session), "SET #session = :session, #start = :start ADD " + counted)
                .name("#session", "session")
                .name("#start", "start")
                .with(":session", session.id())
                .with(":start", session.start())
                .with(differences.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> ":" + entry.getKey(), entry -> Item.number(entry.getValue()))));
    }
}
