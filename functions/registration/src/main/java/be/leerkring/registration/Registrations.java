package be.leerkring.registration;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Absent;
import be.leerkring.registration.state.Attended;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Core;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the registrations. A write is refused when somebody else wrote the registration since it was read. One about
 * which something is to be done at its time stands in the index {@code due}.
 */
@Singleton
public final class Registrations {

    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

    private static final String DUE = "REGISTRATION";

    /** Where those stand for whom a seat is held, by the moment until when. */
    private static final String HELD = "OFFER";

    /** What a list of registrations shows. Among them are words that DynamoDB reserves. */
    private static final List<String> LISTED = List.of("session", "person", "identity", "name", "email",
            "organisationId",
            "organisation", "kind", "role", "language", "state", "since", "until", "unapproved", "ending", "seeks",
            "offers");

    private final Table table;

    Registrations(Table table) {
        this.table = table;
    }

    public Optional<Registration> in(Map<Key, Item> found, String session, String person) {
        return Optional.ofNullable(found.get(Participants.key(session, person))).map(Registrations::read);
    }

    /** One registration, in a round trip of its own. */
    public Optional<Registration> find(String session, String person) {
        return in(table.read(List.of(Participants.key(session, person))), session, person);
    }

    /** The registrations of a session as a list shows them: at most so many, whatever the state, page after page. */
    public Stream<Person> listed(String session, int most) {
        return table.query(Participants.query(session)
                .limit(most)
                .project(LISTED.stream().map(name -> "#" + name).collect(Collectors.joining(", ")))
                .names(
                        LISTED.stream().collect(Collectors.toMap(name -> "#" + name, name -> name))))
                .limit(most)
                .map(Registrations::person);
    }

    /** All registrations of a session as they stand at this moment, to the last mark. */
    public Stream<Registration> now(String session) {
        return table.query(Participants.query(session).consistent()).map(Registrations::read);
    }

    /** The same; whose item is damaged is left out, and named in the log. */
    public Stream<Registration> readable(String session) {
        return table.query(Participants.query(session).consistent()).flatMap(item -> readable(item).stream());
    }

    private static Optional<Registration> readable(Item item) {
        try {
            return Optional.of(read(item));
        } catch (RuntimeException damaged) {
            LOG.error("{} can't be read, and is left out", item.key(), damaged);
            return Optional.empty();
        }
    }

    /** Where something was to be done by this moment, the longest due first: the partition and the key. */
    public Stream<Key> due(Instant now) {
        return Stream.of(HELD, DUE).flatMap(kind -> due(kind, "dueAt <= :now", now));
    }

    /** Where those stand for whom a seat is held after this moment. */
    public Stream<Key> held(Instant now) {
        return due(HELD, "dueAt > :now", now);
    }

    private Stream<Key> due(String kind, String when, Instant now) {
        return table.query(Query.of("due = :registration AND " + when)
                .index("due")
                .with(":registration", kind)
                .with(":now", now))
                .map(Item::key);
    }

    /** The write that records somebody who registered elsewhere; refused where they are registered here. */
    public Write record(Participant participant, Session session, Instant asked) {
        return Write.putNew(item(Registration.elsewhere(participant, asked), session));
    }

    /** The write of somebody's next registration; refused when it changed, or was erased, since it was read. */
    public Write put(Registration next, Session session) {
        return Write.putRevision(item(next, session), next.revision() - 1);
    }

    /** The write of a registration that was never written; refused where its key has one. */
    Write putFirst(Registration first, Session session) {
        return Write.putNew(item(first, session));
    }

    private static Item item(Registration registration, Session session) {
        var participant = registration.participant();
        var item = Item.at(Participants.key(participant.session(), participant.person()))
                .with("revision", registration.revision())
                .with("asked", registration.asked())
                .with("since", registration.since())
                .with("expires", Item.seconds(erased(registration, session)));
        if (registration.core().needs()) {
            item.with("needs", 1);
        }
        switch (registration) {
            case Pending pending -> {
                item.with("passedBy", pending.passedBy().orElse("")).with("reminded", pending.reminded() ? 1 : 0)
                        .with("outsider", pending.outsider() ? 1 : 0)
                        .with("takenBack", pending.isTakenBack() ? 1 : 0);
                pending.due().ifPresent(due -> due(item, DUE, due));
            }
            case Waiting waiting ->
                item.with("passedBy", waiting.passedBy().orElse("")).with("unapproved", waiting.approved() ? 0 : 1);
            case Offered offered -> due(item.with("until", offered.until()), HELD, offered.until());
            case Cancelled cancelled ->
                item.with("ending", cancelled.ending().name()).with("reason", cancelled.reason());
            case Confirmed _,Attended _,Absent _ -> {
                // Nothing but what is true in every state.
            }
        }
        return participant.writeTo(item);
    }

    private static void due(Item item, String kind, Instant due) {
        item.with("due", kind).with("dueAt", due);
    }

    /** The write that erases it. */
    public Write delete(Registration registration) {
        var participant = registration.participant();
        return Write.deleteRevision(
                Participants.key(participant.session(), participant.person()), registration.revision());
    }

    private static Instant erased(Registration registration, Session session) {
        return registration instanceof Pending pending
                ? pending.lapses()
                : session.forgottenAt();
    }

    private static Person person(Item item) {
        return new Person(
                Participant.readFrom(item),
                item.requiredMoment("since"),
                item.moment("until"),
                item.count("unapproved") == 0,
                ending(item),
                0);
    }

    /**
     * The registration that an item keeps.
     *
     * @throws RuntimeException when the item is damaged
     */
    public static Registration read(Item item) {
        var core = new Core(
                Participant.readFrom(item),
                item.count("revision"),
                item.requiredMoment("asked"),
                item.requiredMoment("since"),
                item.flag("needs"));
        return switch (core.participant().state()) {
            case PENDING -> new Pending(
                    core, passedBy(item), item.count("reminded") == 1, item.count("outsider") == 1,
                    item.count("takenBack") == 1);
            case CONFIRMED -> new Confirmed(core);
            case WAITING -> new Waiting(core, item.count("unapproved") == 0, passedBy(item));
            case OFFERED -> new Offered(core, item.requiredMoment("until"));
            case CANCELLED -> new Cancelled(core, ending(item).orElseThrow(), item.text("reason", ""));
            case ATTENDED -> new Attended(core);
            case ABSENT -> new Absent(core);
        };
    }

    private static Optional<String> passedBy(Item item) {
        return Optional.of(item.text("passedBy", "")).filter(giver -> !giver.isEmpty());
    }

    private static Optional<Cancelled.Ending> ending(Item item) {
        return Optional.of(item.text("ending", "")).filter(code -> !code.isEmpty()).map(Cancelled.Ending::valueOf);
    }
}
