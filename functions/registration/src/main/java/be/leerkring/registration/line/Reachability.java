package be.leerkring.registration.line;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.Place;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.WaitingListMails;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows whom the mail about a seat can reach, of those in line and of those for whom a seat is held. */
@Singleton
final class Reachability {

    private final Table table;
    private final Registrations registrations;
    private final Addresses addresses;
    private final MailRecords mails;

    Reachability(Table table, Registrations registrations, Addresses addresses, MailRecords mails) {
        this.table = table;
        this.registrations = registrations;
        this.addresses = addresses;
        this.mails = mails;
    }

    /** Some of those in line, and which of their addresses take no mail. */
    static final class Look {

        private final Map<String, Registration> people;
        private final Set<String> suppressed;

        private Look(Map<String, Registration> people, Set<String> suppressed) {
            this.people = people;
            this.suppressed = suppressed;
        }

        /** The registration of whoever has this place; empty where it is gone. */
        Optional<Registration> registration(Place place) {
            return Optional.ofNullable(people.get(place.person()));
        }

        boolean reaches(Place place) {
            return registration(place).filter(known -> suppressed.contains(address(known))).isEmpty();
        }
    }

    /** Two round trips, for as many places of a session as one takes; none for none. */
    Look look(String session, Collection<Place> places) {
        var found = table.read(places.stream().map(place -> Participants.key(session, place.person())).toList());
        var people = new HashMap<String, Registration>();
        places.forEach(place -> registrations
                .in(found, session, place.person())
                .ifPresent(known -> people.put(place.person(), known)));
        return new Look(people, suppressed(people.values()));
    }

    private Set<String> suppressed(Collection<Registration> people) {
        return addresses.suppressed(people.stream().map(Reachability::address).toList()).keySet();
    }

    private static String address(Registration registration) {
        return registration.participant().email().text();
    }

    /**
     * Those of these people for whom a seat is held, and whom the mail that says so did not reach, nor will. Whoever
     * got it and complained afterwards has read it. Two round trips, and a third where an address takes no mail.
     */
    List<Offered> missed(Collection<PersonKey> held) {
        var found = table.read(held.stream()
                .map(subject -> Participants.key(subject.session(), subject.person()))
                .toList());
        var offered = held.stream()
                .flatMap(subject -> registrations.in(found, subject.session(), subject.person()).stream())
                .filter(Offered.class::isInstance)
                .map(Offered.class::cast)
                .toList();
        var suppressed = suppressed(List.copyOf(offered));
        var suspected = offered.stream().filter(one -> suppressed.contains(address(one))).toList();
        var arrived = mails.find(suspected.stream().map(Reachability::mail).toList()).stream()
                .filter(mail -> mail.state() == MailState.DELIVERED || mail.state() == MailState.COMPLAINED)
                .map(MailRecord::key)
                .collect(Collectors.toSet());
        return suspected.stream().filter(one -> !arrived.contains(mail(one))).toList();
    }

    private static Key mail(Offered offered) {
        return QueuedMails.key(offered.participant().subject(), WaitingListMails.OFFER, offered.revision());
    }
}
