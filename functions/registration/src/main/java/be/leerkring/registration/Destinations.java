package be.leerkring.registration;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Follows the links that participants were mailed, and finds a participant's registration with all it depends on. */
@Singleton
public final class Destinations {

    /** The purpose of the link that confirms. */
    public static final String CONFIRM = "confirm";

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Links links;

    Destinations(
            Table table, Sessions sessions, SeatCounts seatCounts, Registrations registrations, Links links) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.links = links;
    }

    /** Where a link leads, and what else was read on the way. */
    public record Look(Destination destination, Map<Key, Item> found) {}

    /** Follows a link: one round trip, and nothing changes. */
    public Destination follow(Token token, String purpose) {
        return look(token, purpose, List.of()).destination();
    }

    /** Follows a link, and reads what else the page behind it needs: one round trip, and nothing changes. */
    public Look look(Token token, String purpose, List<Key> beside) {
        return look(token, purpose, session -> beside);
    }

    /** The same, where what else is needed depends on the session, by its id. */
    public Look look(Token token, String purpose, Function<String, List<Key>> beside) {
        return PersonKey.of(token.claimedSubject())
                .map(key -> look(token, purpose, key, beside.apply(key.session())))
                .orElseGet(() -> new Look(new Destination.Unknown(), Map.of()));
    }

    private Look look(Token token, String purpose, PersonKey key, List<Key> beside) {
        var session = key.session();
        var person = key.person();
        var keys = new ArrayList<>(keys(session, person));
        keys.add(links.key(token));
        keys.addAll(beside);
        var found = table.read(keys);
        var destination = in(found, session, person);
        return new Look(
                switch (links.judge(token, purpose, found)) {
                    case Link.Valid _ ->
                        destination.<Destination>map(there -> there)
                                .orElseGet(() -> new Destination.Empty(sessions.in(found, session)));
                    case Link.Expired _ -> new Destination.Gone(sessions.in(found, session), destination);
                    case Link.Unknown _ -> new Destination.Unknown();
                },
                found);
    }

    /** Finds a registration by its keys. */
    public Optional<Destination.Found> find(String session, String person) {
        return in(table.read(keys(session, person)), session, person);
    }

    /** Finds registrations for one session by their keys, those that there are: one round trip. */
    public Map<String, Destination.Found> find(String session, Collection<String> people) {
        var found = table.read(people.stream().flatMap(person -> keys(session, person).stream()).toList());
        var there = new HashMap<String, Destination.Found>();
        people.forEach(person -> in(found, session, person).ifPresent(one -> there.put(person, one)));
        return there;
    }

    /** A registration, and what else was read on the way. */
    public record Sighting(Destination.Found there, Map<Key, Item> found) {}

    /** Finds a registration by its keys, and reads what else its page needs: one round trip. */
    public Optional<Sighting> find(String session, String person, List<Key> beside) {
        var keys = new ArrayList<>(keys(session, person));
        keys.addAll(beside);
        var found = table.read(keys);
        return in(found, session, person).map(there -> new Sighting(there, found));
    }

    /** Decides about what a link leads to, anew when something changed between reading and writing. */
    public void decide(Token token, String purpose, Function<Destination.Found, WriteOutcome> decision) {
        table.settle(() -> follow(token, purpose) instanceof Destination.Found there
                ? decision.apply(there)
                : new WriteOutcome.Written());
    }

    /** Decides about a registration, anew when something changed between reading and writing. */
    public void decide(PersonKey subject, Function<Destination.Found, WriteOutcome> decision) {
        table.settle(() -> find(subject.session(), subject.person())
                .map(decision)
                .orElseGet(WriteOutcome.Written::new));
    }

    private List<Key> keys(String session, String person) {
        return List.of(Participants.key(session, person), sessions.key(session), seatCounts.key(session));
    }

    private Optional<Destination.Found> in(Map<Key, Item> found, String session, String person) {
        return sessions.in(found, session).flatMap(known -> registrations
                .in(found, session, person)
                .map(registration -> new Destination.Found(known, seatCounts.in(found, session), registration)));
    }
}
