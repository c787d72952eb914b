package be.leerkring.registration;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Namesakes;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Owns which registrations an address leads to: one item an address, which ends with the last of them. It stands under
 * a hash of the address, for whoever has the address looks there.
 */
@Singleton
public final class Mailboxes {

    /** What a mail about all of a mailbox is about, where tries are counted; of other mails that is a session's id. */
    public static final String ABOUT = "mailbox";

    private static final String SORT = "REGISTRATIONS";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Table table;
    private final Clock clock;

    Mailboxes(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Where stands what the address leads to. */
    public Key key(EmailAddress address) {
        return new Key("MAILBOX#" + address.derive("mailbox"), SORT);
    }

    /** What the address leads to, in what was read. */
    public Mailbox in(Map<Key, Item> found, EmailAddress address) {
        return Optional.ofNullable(found.get(key(address)))
                .map(item -> read(item, address).at(clock.instant()))
                .orElseGet(() -> new Mailbox(address, List.of(), 0));
    }

    /** What the address leads to: one round trip. */
    public Mailbox find(EmailAddress address) {
        return in(table.read(List.of(key(address))), address);
    }

    /**
     * What an address leads to, and its registrations for one session.
     *
     * @param here as they stood when they were read
     */
    public record Seen(Mailbox mailbox, List<Registration> here) {

        /** The registrations of this name: as far as anybody can know, of one person. */
        public Namesakes namesakes(String name) {
            var folded = Mailbox.folded(name);
            return new Namesakes(here.stream()
                    .filter(one -> Mailbox.folded(one.participant().name()).equals(folded))
                    .toList());
        }

        /** The others who take part, by their names as they wrote them. */
        public List<String> others(String name) {
            var folded = Mailbox.folded(name);
            return here.stream()
                    .filter(Holding.class::isInstance)
                    .map(one -> one.participant().name())
                    .filter(other -> !Mailbox.folded(other).equals(folded))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** What an address leads to at a session: a round trip where it leads to something. */
    public Seen look(Mailbox mailbox, String session) {
        var keys = mailbox.at(session).stream().map(key -> Participants.key(key.session(), key.person())).toList();
        return new Seen(mailbox, read(keys.stream(), table.read(keys)));
    }

    /**
     * What the participant's address leads to at their session beside their own registration: a round trip, and a
     * second one where there is anything.
     */
    public Seen look(Participant participant) {
        return look(List.of(participant)).get(participant.person());
    }

    /** The same of several, by their keys: as many round trips. */
    public Map<String, Seen> look(List<Participant> participants) {
        var found = table.read(participants.stream().map(one -> key(one.email())).toList());
        var mailboxes = participants.stream()
                .collect(Collectors.toMap(Participant::person, one -> in(found, one.email())));
        var others = table.read(participants.stream()
                .flatMap(one -> others(mailboxes.get(one.person()), one))
                .toList());
        return participants.stream().collect(Collectors.toMap(Participant::person, one -> {
            var mailbox = mailboxes.get(one.person());
            return new Seen(mailbox, read(others(mailbox, one), others));
        }));
    }

    /** Where stand the registrations of a mailbox for the participant's session, but for their own. */
    private static Stream<Key> others(Mailbox mailbox, Participant participant) {
        var own = new PersonKey(participant.session(), participant.person());
        return mailbox.at(participant.session()).stream()
                .filter(key -> !key.equals(own))
                .map(key -> Participants.key(key.session(), key.person()));
    }

    private static List<Registration> read(Stream<Key> keys, Map<Key, Item> found) {
        return keys.map(found::get).filter(Objects::nonNull).map(Registrations::read).toList();
    }

    /** The write of a mailbox in its next revision; none where there was nothing, and is nothing. */
    public List<Write> put(Mailbox next) {
        var key = key(next.address());
        var read = next.revision() - 1;
        if (next.until().isEmpty()) {
            return read == 0 ? List.of() : List.of(Write.deleteRevision(key, read));
        }
        var entries = new HashMap<String, Item>();
        next.entries().forEach(entry -> entries.put(entry.key().subject(), Item.map()
                .with("identity", entry.identity())
                .with("name", entry.name())
                .with("until", entry.until())));
        return List.of(Write.putNext(
                Item.at(key)
                        .withMaps("registrations", entries)
                        .with("expires", Item.seconds(next.until().get()))
                        .with("revision", read == 0 ? beginning() : next.revision()),
                read));
    }

    /** Anywhere, so that whoever read a mailbox that ended since doesn't take the one that began since for it. */
    private static long beginning() {
        return RANDOM.nextLong(1, 1L << 40);
    }

    private static Mailbox read(Item item, EmailAddress address) {
        return new Mailbox(
                address,
                item.maps("registrations").entrySet().stream()
                        .map(entry -> new Mailbox.Entry(
                                PersonKey.of(entry.getKey()).orElseThrow(),
                                entry.getValue().required("identity"),
                                entry.getValue().required("name"),
                                entry.getValue().requiredMoment("until")))
                        .toList(),
                item.count("revision"));
    }
}
