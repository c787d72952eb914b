package be.leerkring.registration;

import be.leerkring.network.Participant;
import be.leerkring.network.Participants;
import be.leerkring.network.RegistrationState;
import be.leerkring.network.Session;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Owns the registrations. A write is refused when somebody else wrote the registration since it was read. */
@Singleton
public final class Registrations {

    /** What the form promises: a registration is erased this long after its session. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final Table table;

    Registrations(Table table) {
        this.table = table;
    }

    Optional<Registration> in(Map<Key, Item> found, String session, String person) {
        return Optional.ofNullable(found.get(Participants.key(session, person))).map(Registrations::registration);
    }

    /** The write that records somebody who registered elsewhere; refused where they are registered here. */
    public TransactWriteItem record(Participant participant, Session session, Instant asked) {
        return put(new Registration(participant, asked.getEpochSecond(), asked, asked), session);
    }

    TransactWriteItem put(Registration registration, Session session) {
        var participant = registration.participant();
        var item = Item.at(Participants.key(participant.session(), participant.person()))
                .with("revision", registration.revision())
                .with("asked", registration.asked())
                .with("since", registration.since())
                .with("expires", Item.seconds(erased(registration, session)));
        return table.putRevision(participant.writeTo(item), registration.revision() - 1);
    }

    private static Instant erased(Registration registration, Session session) {
        return registration.state() == RegistrationState.PENDING
                ? registration.lapses()
                : session.end().plus(KEPT);
    }

    private static Registration registration(Item item) {
        return new Registration(
                Participant.readFrom(item),
                item.count("revision"),
                item.requiredMoment("asked"),
                item.requiredMoment("since"));
    }
}
