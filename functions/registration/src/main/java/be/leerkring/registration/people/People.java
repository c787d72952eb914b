package be.leerkring.registration.people;

import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.text.Folding;
import be.leerkring.registration.Person;
import be.leerkring.registration.Registrations;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A session, and everybody who ever registered for it.
 *
 * @param seats empty where the session has none yet, as a draft
 * @param all whatever their states
 * @param more whether there are more than were read
 */
public record People(Session session, Optional<Seats> seats, List<Person> all, boolean more) {

    /** How many there are of each status. */
    Map<Person.Status, Long> counts() {
        return all.stream().collect(Collectors.groupingBy(Person::status, Collectors.counting()));
    }

    /** The names of their organisations by their keys, in the order of the names. */
    public SequencedMap<String, String> organisations() {
        var names = new HashMap<String, String>();
        all.forEach(person -> names.putIfAbsent(
                person.organisationKey(), person.participant().organisation()));
        var sorted = new LinkedHashMap<String, String>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Folding.alphabet()))
                .forEach(name -> sorted.put(name.getKey(), name.getValue()));
        return sorted;
    }

    /**
     * Reads them: the session, its seats and the organisations in one round trip, and then the registrations, page
     * after page.
     */
    @Singleton
    public static final class Reader {

        /** A list has an end. A registration takes 0.7 kB or so: this many are some 170 read units. */
        static final int MOST = 2000;

        private final Table table;
        private final Sessions sessions;
        private final SeatCounts seatCounts;
        private final Organisations organisations;
        private final Registrations registrations;

        Reader(
                Table table,
                Sessions sessions,
                SeatCounts seatCounts,
                Organisations organisations,
                Registrations registrations) {
            this.table = table;
            this.sessions = sessions;
            this.seatCounts = seatCounts;
            this.organisations = organisations;
            this.registrations = registrations;
        }

        /** The session with this id, if there is one, published or not. */
        public Optional<People> of(String id) {
            var found = table.read(List.of(sessions.key(id), seatCounts.key(id), organisations.key()));
            var listed = organisations.in(found);
            return sessions.anyIn(found, id).map(session -> {
                var seats = found.containsKey(seatCounts.key(id))
                        ? Optional.of(seatCounts.in(found, id))
                        : Optional.<Seats>empty();
                var people = registrations
                        .listed(id, MOST + 1)
                        .map(person -> person.asListed(listed).asSpelt(session.themes()))
                        .toList();
                return new People(
                        session, seats, inLine(people, seats), people.size() > MOST);
            });
        }

        private static List<Person> inLine(List<Person> people, Optional<Seats> seats) {
            var places = new HashMap<String, Integer>();
            seats.ifPresent(known -> known.line().forEach(place -> places.put(place.person(), places.size() + 1)));
            return people.stream()
                    .limit(MOST)
                    .map(person -> person.inLine(places.getOrDefault(person.participant().person(), 0)))
                    .toList();
        }
    }
}
