package be.leerkring.speeddating.contacts;

import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.ContactWishes;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.meetings.memory.PeopleMet;
import be.leerkring.meetings.memory.Wishes;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom somebody met, and with whom of them they would like to stay in touch. A page shows its reader's own wishes, and
 * others' only where both wish the same: what it reads, and so how long it takes, depends on the reader alone.
 */
@Singleton
public final class Contacts {

    /** As many items as one round trip reads. */
    private static final int AT_ONCE = 100;

    private final Table table;
    private final Sessions sessions;
    private final Links links;
    private final MeetingMemory memory;
    private final ContactWishes wishes;
    private final Participants participants;
    private final Outbox outbox;
    private final ContactMails mails;

    Contacts(
            Table table,
            Sessions sessions,
            Links links,
            MeetingMemory memory,
            ContactWishes wishes,
            Participants participants,
            Outbox outbox,
            ContactMails mails) {
        this.table = table;
        this.sessions = sessions;
        this.links = links;
        this.memory = memory;
        this.wishes = wishes;
        this.participants = participants;
        this.outbox = outbox;
        this.mails = mails;
    }

    /** Where a link leads. */
    public sealed interface Destination {

        /**
         * To somebody's own page.
         *
         * @param met those whom this person met there, by name; empty where they met nobody, or nobody knows yet
         */
        record Found(Session session, Participant self, List<Met> met) implements Destination {}

        record Gone(Optional<Session> session) implements Destination {}

        record Unknown() implements Destination {}
    }

    /**
     * Somebody whom one met.
     *
     * @param wished whether one would like to stay in touch
     * @param returned whether both would
     */
    record Met(Participant participant, boolean wished, boolean returned) {}

    /** Follows a link; nothing changes. */
    Destination follow(Token token) {
        return PersonKey.of(token.claimedSubject())
                .map(key -> follow(token, key))
                .orElseGet(Destination.Unknown::new);
    }

    private Destination follow(Token token, PersonKey key) {
        var session = key.session();
        var self = Participants.key(session, key.person());
        var found = table.read(List.of(links.key(token), self, sessions.key(session), memory.people(session)));
        return switch (links.judge(token, OwnLink.PURPOSE, found)) {
            case Link.Valid _ -> sessions.in(found, session)
                    .filter(_ -> found.containsKey(self))
                    .<Destination>map(there -> found(there, Participant.readFrom(found.get(self)), found))
                    .orElseGet(() -> new Destination.Gone(sessions.in(found, session)));
            case Link.Expired _ -> new Destination.Gone(sessions.in(found, session));
            case Link.Unknown _ -> new Destination.Unknown();
        };
    }

    private Destination.Found found(Session session, Participant self, Map<Key, Item> found) {
        var always = self.identity();
        var people = memory.in(found, session.id()).map(met -> met.metBy(always)).orElse(List.of());
        var keys = new ArrayList<Key>();
        keys.add(wishes.key(always));
        people.forEach(somebody -> keys.add(Participants.key(session.id(), somebody.person())));
        var read = read(keys);
        var mine = wishes.in(read, always);
        return new Destination.Found(session, self, people.stream()
                .map(PeopleMet.Somebody::person)
                .flatMap(person -> Optional.ofNullable(read.get(Participants.key(session.id(), person))).stream())
                .map(Participant::readFrom)
                .map(other -> new Met(
                        other,
                        mine.has(other.identity()),
                        mine.isReturnedBy(other.identity())))
                .sorted(Comparator.comparing(met -> met.participant().name()))
                .toList());
    }

    private Map<Key, Item> read(List<Key> keys) {
        var read = new HashMap<Key, Item>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            read.putAll(table.read(keys.subList(from, Math.min(keys.size(), from + AT_ONCE))));
        }
        return read;
    }

    /**
     * Wishes to stay in touch with exactly these of those whom one met; what is returned stays.
     *
     * @param ticked keys at the session; those of people whom one did not meet mean nothing
     */
    Destination wish(Token token, Set<String> ticked) {
        var destination = follow(token);
        if (destination instanceof Destination.Found there) {
            there.met().stream()
                    .filter(met -> !met.returned()
                            && met.wished() != ticked.contains(met.participant().person()))
                    .forEach(met -> decide(there, met.participant().person(), !met.wished()));
        }
        return destination;
    }

    private void decide(Destination.Found there, String person, boolean wanted) {
        var _ = table.decide(() -> {
            var people = participants.find(there.session().id(), Set.of(there.self().person(), person));
            var self = people.get(there.self().person());
            var other = people.get(person);
            return self == null || other == null
                    ? Decision.made(true)
                    : decide(there.session(), self, other, wanted);
        });
    }

    /**
     * Both sets of wishes are as they were read, or all of this is decided again: so two who meet here see each other.
     */
    private Decision<Boolean> decide(Session session, Participant self, Participant other, boolean wanted) {
        var mine = self.identity();
        var theirs = other.identity();
        var found = table.read(List.of(wishes.key(mine), wishes.key(theirs)));
        var own = wishes.in(found, mine);
        var others = wishes.in(found, theirs);
        if (own.has(theirs) == wanted || own.isReturnedBy(theirs)) {
            return Decision.made(true);
        }
        var writes = new ArrayList<Write>();
        writes.add(participants.still(self));
        writes.add(participants.still(other));
        if (!wanted) {
            writes.add(wishes.put(own.without(theirs)));
        } else if (others.has(mine)) {
            writes.addAll(contact(session, self, other, own, others));
        } else {
            writes.add(wishes.put(own.wish(theirs, false, session.forgottenAt())));
            writes.add(wishes.unchanged(others));
        }
        return table.write(writes).then(true);
    }

    private List<Write> contact(
            Session session, Participant self, Participant other, Wishes own, Wishes others) {
        var until = session.forgottenAt();
        var writes = new ArrayList<Write>();
        writes.add(wishes.put(own.wish(others.person(), true, until)));
        writes.add(wishes.put(others.wish(own.person(), true, until)));
        writes.add(outbox.put(mails.contact(self, other, session)));
        writes.add(outbox.put(mails.contact(other, self, session)));
        OrganisationsMet.pair(new Meeting(self, other))
                .ifPresent(pair -> writes.add(memory.contact(session.id(), pair)));
        return writes;
    }
}
