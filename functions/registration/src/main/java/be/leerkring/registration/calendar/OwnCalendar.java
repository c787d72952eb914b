package be.leerkring.registration.calendar;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailbox;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds all sessions of the person behind the link to one registration: those of their name behind their address. */
@Singleton
final class OwnCalendar {

    private final Table table;
    private final Links links;
    private final Destinations destinations;
    private final Mailboxes mailboxes;
    private final Registrations registrations;
    private final Sessions sessions;

    OwnCalendar(
            Table table,
            Links links,
            Destinations destinations,
            Mailboxes mailboxes,
            Registrations registrations,
            Sessions sessions) {
        this.table = table;
        this.links = links;
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.registrations = registrations;
        this.sessions = sessions;
    }

    /**
     * Where the feed's token leads.
     *
     * @param sessions all that the person registered for and did not leave, the first to begin first
     * @param open the ids of those for which they have no seat yet
     */
    record Followed(Destination destination, List<Session> sessions, Set<String> open) {

        static Followed to(Destination nowhere) {
            return new Followed(nowhere, List.of(), Set.of());
        }
    }

    /** Follows it: a query and three round trips, and nothing changes. */
    Followed follow(Token token) {
        var person = PersonKey.of(token.claimedSubject());
        if (person.isEmpty()) {
            return Followed.to(new Destination.Unknown());
        }
        var key = person.get();
        return switch (links.judge(token, MyLink.PURPOSE, MyLink.CALENDAR)) {
            case Link.Unknown() -> Followed.to(new Destination.Unknown());
            case Link.Expired _ -> Followed.to(new Destination.Gone(sessions.find(key.session()), Optional.empty()));
            case Link.Valid _ -> destinations.find(key.session(), key.person())
                    .map(this::all)
                    .orElseGet(() -> Followed.to(new Destination.Empty(sessions.find(key.session()))));
        };
    }

    private Followed all(Destination.Found there) {
        var participant = there.registration().participant();
        var name = Mailbox.folded(participant.name());
        var own = Stream.concat(
                Stream.of(new PersonKey(participant.session(), participant.person())),
                mailboxes.find(participant.email()).entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .map(Mailbox.Entry::key))
                .distinct()
                .toList();
        var found = table.read(own.stream()
                .flatMap(key -> Stream.of(
                        sessions.key(key.session()), Participants.key(key.session(), key.person())))
                .distinct()
                .toList());
        var standing = own.stream()
                .flatMap(key -> registrations.in(found, key.session(), key.person()).stream())
                .filter(one -> !(one instanceof Pending || one instanceof Cancelled))
                .collect(Collectors.toMap(one -> one.participant().session(), one -> one, (one, _) -> one));
        var open = new HashSet<String>();
        standing.forEach((session, one) -> {
            if (isOpen(one)) {
                open.add(session);
            }
        });
        return new Followed(
                there,
                standing.keySet().stream()
                        .flatMap(session -> sessions.in(found, session).stream())
                        .sorted(Comparator.comparing(Session::start))
                        .toList(),
                open);
    }

    private static boolean isOpen(Registration one) {
        return one instanceof Waiting || one instanceof Offered;
    }
}
