package be.leerkring.registration;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.text.Folding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The registrations that an address leads to. Several people can share one: they are told apart by their names.
 *
 * @param entries the one that is kept longest last
 * @param revision one more at every write
 */
public record Mailbox(EmailAddress address, List<Entry> entries, long revision) {

    /** What leads to no more than this many at once; of more, those that end first are left out. */
    private static final int MOST = 100;

    public Mailbox {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::until))
                .skip(Math.max(0, entries.size() - MOST))
                .toList();
    }

    /**
     * One registration.
     *
     * @param identity the person's key in the network
     * @param name as names are compared
     * @param until how long the address leads to it
     */
    public record Entry(PersonKey key, String identity, String name, Instant until) {}

    /** A name as names behind one address are compared: whatever its case, accents, hyphens and spaces. */
    public static String folded(String name) {
        return Folding.letters(name);
    }

    /** The key in the network of the person of this name; empty where the address knows none. */
    public Optional<String> identity(String name) {
        return entries.stream().filter(entry -> entry.name().equals(folded(name))).map(Entry::identity).findFirst();
    }

    /** The registrations for this session. */
    List<PersonKey> at(String session) {
        return entries.stream().map(Entry::key).filter(key -> key.session().equals(session)).toList();
    }

    /** Those of them that are of this name. */
    public List<PersonKey> at(String session, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(folded(name)))
                .map(Entry::key)
                .filter(key -> key.session().equals(session))
                .toList();
    }

    /** The mailbox that leads to this registration too, at least until this moment. */
    public Mailbox with(Participant participant, Instant until) {
        var key = new PersonKey(participant.session(), participant.person());
        var longest = entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::until)
                .filter(until::isBefore)
                .findFirst()
                .orElse(until);
        var all = new ArrayList<>(without(List.of(key)).entries());
        all.add(new Entry(key, participant.identity(), folded(participant.name()), longest));
        return new Mailbox(address, all, revision + 1);
    }

    /** The mailbox that leads to these registrations no longer. */
    public Mailbox without(List<PersonKey> keys) {
        return new Mailbox(
                address, entries.stream().filter(entry -> !keys.contains(entry.key())).toList(), revision + 1);
    }

    /** Those that the address leads to at this moment. */
    Mailbox at(Instant now) {
        return new Mailbox(
                address, entries.stream().filter(entry -> now.isBefore(entry.until())).toList(), revision);
    }

    /** Until when it leads to anything; empty where it leads nowhere. */
    Optional<Instant> until() {
        return Stream.of(entries).filter(all -> !all.isEmpty()).map(all -> all.getLast().until()).findFirst();
    }
}
