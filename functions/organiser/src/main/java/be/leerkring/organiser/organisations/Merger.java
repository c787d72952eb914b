package be.leerkring.organiser.organisations;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.organiser.FormerNames;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two organisations that become one.
 *
 * @param from the one that is no longer listed
 * @param into the one that stays
 * @param coming the sessions at which it matters
 */
public record Merger(Organisation from, Organisation into, List<Merger.Coming> coming) {

    /** A session that is not over, and its seats. */
    record Coming(Session session, Seats seats) {

        /** How many seats an organisation's people have. */
        int seatsOf(Organisation organisation) {
            return seats.organisations().getOrDefault(organisation.id(), 0);
        }
    }

    /** The sessions at which both have seats: together they may have more than one organisation can. */
    List<Coming> shared() {
        return coming.stream()
                .filter(session -> session.seatsOf(from) > 0 && session.seatsOf(into) > 0)
                .toList();
    }

    /** By what people who registered are known to be of the one that is no longer listed. */
    List<String> ids() {
        return Stream.concat(Stream.of(from.id()), from.formerIds().stream()).toList();
    }

    /** The one that stays: what it lacked, it has from the other, and it answers to the other's ids and names. */
    Organisation result() {
        return new Organisation(
                into.id(),
                into.name(),
                into.kind(),
                into.placeholder(),
                into.website().isEmpty() ? from.website() : into.website(),
                into.contact().isEmpty() && into.email().isEmpty() ? from.contact() : into.contact(),
                into.contact().isEmpty() && into.email().isEmpty() ? from.email() : into.email(),
                into.domains().and(from.domains()),
                Stream.concat(into.formerIds().stream(), ids().stream()).toList(),
                FormerNames.of(into.name(), List.of(from.name()), from.formerNames(), into.formerNames()),
                into.revision() + 1);
    }
}
