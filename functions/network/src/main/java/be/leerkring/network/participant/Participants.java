package be.leerkring.network.participant;

import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads who takes part in a session. The room {@code registration} writes them. */
@Singleton
public final class Participants {

    private static final Logger LOG = LoggerFactory.getLogger(Participants.class);

    private static final String PREFIX = "REGISTRATION#";

    private final Table table;

    public Participants(Table table) {
        this.table = table;
    }

    /** Where a registration stands. */
    public static Key key(String session, String person) {
        return new Key(Sessions.partition(session), PREFIX + person);
    }

    /** Everybody who ever registered for the session, whatever the state, page after page. */
    public Stream<Participant> of(String session) {
        return table.query(query(session)).map(Participant::readFrom);
    }

    /** Those of these people who are registered for the session, by their keys: at most 100, in one round trip. */
    public Map<String, Participant> find(String session, Collection<String> people) {
        return people.isEmpty()
                ? Map.of()
                : table.read(people.stream().map(person -> key(session, person)).toList()).values().stream()
                        .map(Participant::readFrom)
                        .collect(Collectors.toMap(Participant::person, participant -> participant));
    }

    /** How many registrations of the session have this state. */
    public int count(String session, RegistrationState state) {
        return table.count(query(session)
                .filter("#state = :state")
                .name("#state", "state")
                .with(":state", state.name()));
    }

    /**
     * Everybody who ever registered for the session, as they stand at this moment, to the last mark. Whose item is
     * damaged is left out, and named in the log.
     */
    public Stream<Participant> now(String session) {
        return table.query(query(session).consistent()).flatMap(item -> readable(item).stream());
    }

    private static Optional<Participant> readable(Item item) {
        try {
            return Optional.of(Participant.readFrom(item));
        } catch (RuntimeException damaged) {
            LOG.error("{} can't be read, and is left out", item.key(), damaged);
            return Optional.empty();
        }
    }

    /** The keys of all of these, those of damaged items too. */
    public Stream<String> people(String session) {
        return table.query(query(session).consistent().project("pk, sk")).map(item -> subject(item.key()).person());
    }

    /** Refuses the transaction unless the registration still stands, in the state in which it was read. */
    public Write still(Participant participant) {
        return still(key(participant.session(), participant.person()), participant.state().name());
    }

    /** The same, of the registration that this item keeps. */
    public static Write still(Item registration) {
        return still(registration.key(), registration.required("state"));
    }

    private static Write still(Key key, String state) {
        return Write.check(key, "#state = :state").name("#state", "state").with(":state", state);
    }

    /** What finds all registrations of a session. */
    public static Query query(String session) {
        return Query.of("pk = :session AND begins_with(sk, :registration)")
                .with(":session", Sessions.partition(session))
                .with(":registration", PREFIX);
    }

    /** The session and the person whose registration stands here. */
    public static PersonKey subject(Key key) {
        return new PersonKey(
                key.partition().substring(Sessions.partition("").length()), key.sort().substring(PREFIX.length()));
    }

}
