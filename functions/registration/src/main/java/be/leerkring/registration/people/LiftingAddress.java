package be.leerkring.registration.people;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the address of somebody at a session get mail again. Where they were passed over in line, the line knows it in
 * the same transaction, so that a seat that is free is offered at once.
 */
@Singleton
final class LiftingAddress {

    private final Table table;
    private final Destinations destinations;
    private final Addresses addresses;
    private final SeatCounts seatCounts;
    private final ChangeLog log;

    LiftingAddress(
            Table table, Destinations destinations, Addresses addresses, SeatCounts seatCounts, ChangeLog log) {
        this.table = table;
        this.destinations = destinations;
        this.addresses = addresses;
        this.seatCounts = seatCounts;
        this.log = log;
    }

    /** Nothing changes where the address gets mail already, or where there is no such person. */
    void lift(PersonKey subject, Organiser by) {
        destinations.decide(subject, there -> {
            var address = there.registration().participant().email().text();
            return addresses.standing(address).suppressed().isPresent()
                    ? lift(there, address, by)
                    : new WriteOutcome.Written();
        });
    }

    private WriteOutcome lift(Destination.Found there, String address, Organiser by) {
        var participant = there.registration().participant();
        var writes = new ArrayList<Write>();
        writes.add(addresses.lift(address));
        writes.add(log.entryAbout(
                by, participant.session(), participant.person(), "address-lifted", List.of()));
        var missed = there.seats().unreachable().stream()
                .filter(place -> place.person().equals(participant.person()))
                .toList();
        if (!missed.isEmpty()) {
            writes.add(seatCounts.put(there.session(), there.seats().reached(missed, true)));
        }
        return table.write(writes);
    }
}
