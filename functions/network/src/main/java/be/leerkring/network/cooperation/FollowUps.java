package be.leerkring.network.cooperation;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Owns what people answer three months after a session: one item a person, kept as long as the registration. */
@Singleton
public final class FollowUps {

    private static final String PREFIX = "FOLLOW-UP#";

    private final Table table;
    private final Reports reports;

    public FollowUps(Table table, Reports reports) {
        this.table = table;
        this.reports = reports;
    }

    /** Where somebody's answer stands. */
    public Key key(PersonKey by) {
        return new Key(Sessions.partition(by.session()), PREFIX + by.person());
    }

    /** Somebody's answer in what was read. */
    public Optional<FollowUp> in(Map<Key, Item> found, PersonKey by) {
        return Optional.ofNullable(found.get(key(by))).map(FollowUps::followUp);
    }

    /** The answers to what a session became, in no order that says whose they are: one query. */
    public Stream<FollowUp> of(String session) {
        return table.query(Query.of("pk = :session AND begins_with(sk, :answer)")
                .with(":session", Sessions.partition(session))
                .with(":answer", PREFIX))
                .map(FollowUps::followUp);
    }

    /** The write of an answer in its next revision; refused when it changed since it was read. */
    public Write put(FollowUp next, Session session) {
        var numbered = next.reported().entrySet().stream()
                .map(entry -> entry.getValue().writeTo(Item.map().with("number", entry.getKey())))
                .toList();
        return Write.putNext(
                Item.at(key(next.by()))
                        .with("session", next.by().session())
                        .with("person", next.by().person())
                        .with("used", next.used())
                        .with("success", next.success())
                        .with("reported", numbered)
                        .with("at", next.at())
                        .with("revision", next.revision())
                        .with("expires", Item.seconds(session.forgottenAt())),
                next.revision() - 1);
    }

    /**
     * The writes that erase whatever somebody answered, reports and all; refused when the answer changed since it was
     * read.
     */
    public List<Write> erase(Map<Key, Item> found, PersonKey by, Session session) {
        var read = in(found, by);
        var answer = read.isEmpty()
                ? Write.checkAbsent(key(by))
                : Write.deleteRevision(key(by), read.get().revision());
        var reported = read.isEmpty()
                ? Stream.<Write>empty()
                : Stream.iterate(0, number -> number < FollowUp.MOST, number -> number + 1)
                        .map(number -> Write.delete(reports.key(session, by, number)));
        return Stream.concat(Stream.of(answer), reported).toList();
    }

    private static FollowUp followUp(Item item) {
        var reported = new TreeMap<Integer, Reported>();
        item.items("reported").forEach(one -> reported.put(one.small("number"), Reported.readFrom(one)));
        return new FollowUp(
                new PersonKey(item.required("session"), item.required("person")),
                item.text("used", ""),
                item.text("success", ""),
                reported,
                item.requiredMoment("at"),
                item.count("revision"));
    }
}
