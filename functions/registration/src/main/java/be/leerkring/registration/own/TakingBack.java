package be.leerkring.registration.own;

import be.leerkring.network.participant.PassRequest;
import be.leerkring.network.participant.PassRequests;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody who would pass on their seat keeps it after all: what the colleague was mailed leads to a page that says
 * so.
 */
@Singleton
final class TakingBack {

    private final Table table;
    private final Destinations destinations;
    private final Registrations registrations;
    private final PassRequests passRequests;

    TakingBack(
            Table table, Destinations destinations, Registrations registrations, PassRequests passRequests) {
        this.table = table;
        this.destinations = destinations;
        this.registrations = registrations;
        this.passRequests = passRequests;
    }

    /** Follows a link to one's own registration, and reads what was asked for there: one round trip. */
    Destinations.Look look(Token token) {
        var asked = PersonKey.of(token.claimedSubject()).map(passRequests::key);
        return destinations.look(token, MyLink.PURPOSE, asked.stream().toList());
    }

    /** What this person asked for, in what was read on the way, while it runs. */
    Optional<PassRequest> running(Destination.Found there, Map<Key, Item> found) {
        return passRequests.in(found, giver(there));
    }

    /** The same, in a round trip of its own. */
    Optional<PassRequest> running(Destination.Found there) {
        return running(there, table.read(List.of(passRequests.key(giver(there)))));
    }

    /** Takes the request back, as far as one runs. */
    void takeBack(Token token) {
        destinations.decide(token, MyLink.PURPOSE, there -> running(there)
                .map(request -> table.write(withdrawal(request, there.session())))
                .orElseGet(WriteOutcome.Written::new));
    }

    /** The writes by which this request is taken back. */
    List<Write> withdrawal(PassRequest request, Session session) {
        var writes = new ArrayList<>(List.of(passRequests.delete(request.giver())));
        writes.addAll(release(request, session));
        return writes;
    }

    /** The writes by which the colleague is asked no more, where they still are: another may be instead. */
    List<Write> release(PassRequest request, Session session) {
        return registrations.find(session.id(), request.receiver()).stream()
                .filter(Confirmable.class::isInstance)
                .map(Confirmable.class::cast)
                .filter(asked -> asked.isPassedBy(request.giver().person()))
                .map(asked -> registrations.put(asked.takenBack(), session))
                .toList();
    }

    private static PersonKey giver(Destination.Found there) {
        var participant = there.registration().participant();
        return new PersonKey(participant.session(), participant.person());
    }
}
