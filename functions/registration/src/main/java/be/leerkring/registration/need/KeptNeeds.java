package be.leerkring.registration.need;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns what people said that they need: one item a registration, beside it, for it may tell of somebody's health and is
 * kept for less long. It is written together with the registration only, which knows whether there is one.
 */
@Singleton
public final class KeptNeeds {

    /** What the form promises: so long after the session it is erased. */
    public static final Duration KEPT = Session.NEEDS_KEPT;

    private static final String PREFIX = "NEEDS#";

    private final Table table;

    KeptNeeds(Table table) {
        this.table = table;
    }

    /** Where it stands. */
    public Key key(PersonKey person) {
        return new Key(Sessions.partition(person.session()), PREFIX + person.person());
    }

    /** Where it stands of this person. */
    public Key key(Registration registration) {
        return key(new PersonKey(
                registration.participant().session(), registration.participant().person()));
    }

    /** What this person needs, in what was read. */
    public Needs in(Map<Key, Item> found, PersonKey person) {
        return Optional.ofNullable(found.get(key(person))).map(KeptNeeds::read).orElse(Needs.NONE);
    }

    /** What this person needs: one round trip. */
    public Needs find(PersonKey person) {
        return in(table.read(List.of(key(person))), person);
    }

    /** What everybody at a session needs, by their keys: one query. */
    public Map<String, Needs> of(String session) {
        var all = new LinkedHashMap<String, Needs>();
        table.query(Query.of("pk = :session AND begins_with(sk, :needs)")
                .with(":session", Sessions.partition(session))
                .with(":needs", PREFIX)
                .consistent())
                .forEach(item -> all.put(item.key().sort().substring(PREFIX.length()), read(item)));
        return all;
    }

    /** Until when it is kept: two weeks after the session; unconfirmed, no longer than the registration. */
    public static Instant until(Registration registration, Session session) {
        return registration instanceof Pending pending ? pending.lapses() : until(session);
    }

    /** Until when what people need at this session is kept. */
    public static Instant until(Session session) {
        return session.end().plus(KEPT);
    }

    /** The writes by which this is what the person needs; they belong into the transaction of the registration. */
    public List<Write> put(Registration next, Session session, Needs needs) {
        return List.of(needs.isEmpty()
                ? Write.delete(key(next))
                : Write.put(Item.at(key(next))
                        .with("answers", needs.all().stream().map(KeptNeeds::item).toList())
                        .with("expires", Item.seconds(until(next, session)))));
    }

    /** The writes by which it follows a registration from one state to the next: it ends with it, and no sooner. */
    public List<Write> follow(Registration before, Registration next, Session session) {
        if (!before.core().needs()) {
            return List.of();
        }
        if (next instanceof Cancelled) {
            return List.of(Write.delete(key(before)));
        }
        return until(before, session).equals(until(next, session)) ? List.of() : List.of(keep(next, session));
    }

    /** The writes by which it follows a session that was moved, or goes with one that does not take place. */
    public List<Write> follow(Registration registration, Session session) {
        if (!registration.core().needs()) {
            return List.of();
        }
        return List.of(session.cancelled() ? Write.delete(key(registration)) : keep(registration, session));
    }

    private Write keep(Registration registration, Session session) {
        return Write.update(key(registration), "SET expires = :until")
                .with(":until", Item.seconds(until(registration, session)));
    }

    /** The writes by which it goes with a registration that is erased. */
    public List<Write> leave(Registration last) {
        return last.core().needs() ? List.of(Write.delete(key(last))) : List.of();
    }

    private static Item item(Need need) {
        return Item.map()
                .with("kind", need.asked().kind())
                .with("language", need.asked().language())
                .with("question", need.asked().text())
                .withTexts("chosen", need.chosen())
                .with("text", need.text());
    }

    private static Needs read(Item item) {
        return new Needs(item.items("answers").stream()
                .map(answer -> new Need(
                        new Asked(answer.text("kind", ""), answer.text("language", ""), answer.text("question", "")),
                        answer.list("chosen"),
                        answer.text("text", "")))
                .toList());
    }
}
