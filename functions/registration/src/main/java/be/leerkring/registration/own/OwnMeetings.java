package be.leerkring.registration.own;

import be.leerkring.meetings.memory.ContactWishes;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.PeopleMet;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom somebody met at the sessions of a year, and with whom they would like to stay in touch.
 *
 * @param met session by session, the earliest first
 * @param wished by the other's name
 */
public record OwnMeetings(List<Met> met, List<Wished> wished) {

    /** Those whom one met at a session; of somebody who is erased, nothing is known. */
    public record Met(String session, Instant start, List<Other> others) {}

    /** Somebody whom one met. */
    public record Other(String name, String organisation) {}

    /**
     * Somebody whom one would like to meet again.
     *
     * @param returned whether they wish it as well, so that both know
     * @param until from when on nobody remembers it
     */
    public record Wished(String name, boolean returned, Instant until) {}

    /** Reads them. */
    @Singleton
    static final class Reader {

        private final MeetingMemory memory;
        private final ContactWishes wishes;
        private final Participants participants;

        Reader(MeetingMemory memory, ContactWishes wishes, Participants participants) {
            this.memory = memory;
            this.wishes = wishes;
            this.participants = participants;
        }

        /** Where the wishes of the person with this key in the network stand. */
        Key key(String identity) {
            return wishes.key(identity);
        }

        /**
         * Those of the person with this key in the network.
         *
         * @param found what was read, the wishes among it
         */
        OwnMeetings of(String identity, Map<Key, Item> found) {
            var names = new HashMap<String, String>();
            var met = memory.peopleMetBy(identity).stream().map(people -> met(people, identity, names)).toList();
            var wished = wishes.in(found, identity).wishes().entrySet().stream()
                    .map(wish -> new Wished(
                            names.getOrDefault(wish.getKey(), ""),
                            wish.getValue().returned(),
                            wish.getValue().until()))
                    .toList();
            return new OwnMeetings(met, wished);
        }

        private Met met(PeopleMet people, String identity, Map<String, String> names) {
            var others = people.metBy(identity);
            var here = participants.find(
                    people.session(), others.stream().map(PeopleMet.Somebody::person).toList());
            others.stream()
                    .filter(other -> here.containsKey(other.person()))
                    .forEach(other -> names.put(other.always(), here.get(other.person()).name()));
            return new Met(
                    people.session(),
                    people.start(),
                    others.stream()
                            .filter(other -> here.containsKey(other.person()))
                            .map(other -> other(here.get(other.person())))
                            .toList());
        }

        private static Other other(Participant participant) {
            return new Other(participant.name(), participant.organisation());
        }
    }
}
