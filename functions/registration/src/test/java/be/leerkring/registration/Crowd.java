package be.leerkring.registration;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Registration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many people whose registrations stand in the table without their having gone through the form. */
public final class Crowd {

    private static final int AT_ONCE = 50;
    private static final RegistrationState[] STATES = RegistrationState.values();

    private Crowd() {}

    /** As wide as people usually are: a name of 20 letters, an address of 30, an organisation of 25, a role of 15. */
    public static void register(RegistrationRoom room, Session session, int people, Instant now) {
        record(room, session, IntStream.range(0, people).mapToObj(number -> participant(session, number)), now);
    }

    /** Records these, as they are. */
    public static void record(RegistrationRoom room, Session session, Stream<Participant> people, Instant now) {
        people.map(one -> room.get(Registrations.class).record(one, session, now))
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> room.write(some.toArray(Write[]::new)));
    }

    /** All of a session by their names, of which no two have the same. */
    public static Map<String, Participant> byName(RegistrationRoom room, Session session) {
        return room.get(Registrations.class).now(session.id())
                .map(Registration::participant)
                .collect(Collectors.toMap(Participant::name, Function.identity()));
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
