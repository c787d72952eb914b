package be.leerkring.network.participant;

import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the requests to take over a seat: one a giver, which the next one replaces. It says the same whoever the
 * colleague is, registered or not, for that is none of the giver's business.
 */
@Singleton
public final class PassRequests {

    private static final String PREFIX = "PASS-REQUEST#";

    /** Where that of this giver stands. */
    public Key key(PersonKey giver) {
        return new Key(Sessions.partition(giver.session()), PREFIX + giver.person());
    }

    /** What this giver asked for last, in what was read; nothing that is over. */
    public Optional<PassRequest> in(Map<Key, Item> found, PersonKey giver) {
        return Optional.ofNullable(found.get(key(giver))).map(item -> new PassRequest(
                giver,
                item.text("receiver", ""),
                item.required("name"),
                item.required("email"),
                item.requiredMoment("until")));
    }

    /** The write of what is asked for now, in the stead of whatever was asked for before. */
    public Write put(PassRequest request) {
        return Write.put(Item.at(key(request.giver()))
                .with("receiver", request.receiver())
                .with("name", request.name())
                .with("email", request.email())
                .with("until", request.until())
                .with("expires", Item.seconds(request.until())));
    }

    /** The write by which nothing is asked for any more. */
    public Write delete(PersonKey giver) {
        return Write.delete(key(giver));
    }
}
