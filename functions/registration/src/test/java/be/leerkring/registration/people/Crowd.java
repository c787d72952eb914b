package be.leerkring.registration.people;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.registration.Registrations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many people whose registrations stand in the table without their having gone through the form. */
final class Crowd {

    private static final int AT_ONCE = 50;
    private static final RegistrationState[] STATES = RegistrationState.values();

    private Crowd() {}

    /** As wide as people usually are: a name of 20 letters, an address of 30, an organisation of 25, a role of 15. */
    static void register(RegistrationRoom room, Session session, int people, Instant now) {
        var registrations = room.get(Registrations.class);
        var writes = new ArrayList<>(IntStream.range(0, people)
                .mapToObj(number -> registrations.record(participant(session, number), session, now))
                .toList());
        while (!writes.isEmpty()) {
            var some = List.copyOf(writes.subList(0, Math.min(AT_ONCE, writes.size())));
            writes.subList(0, some.size()).clear();
            if (!(room.get(Table.class).write(some) instanceof WriteOutcome.Written)) {
                throw new IllegalStateException("Refused");
            }
        }
    }

    private static Participant participant(Session session, int number) {
        var address = new EmailAddress("voornaam.familienaam%04d@x.be".formatted(number));
        return new Participant(
                session.id(),
                address.derive(session.id()),
                "Voornaam Naam %06d".formatted(number),
                address,
                "organisatie-%02d".formatted(number % 20),
                "Een organisatie nummer %02d".formatted(number % 20),
                Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK,
                "clustermanager ",
                new Language("nl"),
                STATES[number % STATES.length]);
    }
}
