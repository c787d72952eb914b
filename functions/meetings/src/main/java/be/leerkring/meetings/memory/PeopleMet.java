package be.leerkring.meetings.memory;

import be.leerkring.meetings.Meeting;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Item;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who met whom at one session, person by person: random keys, and no names.
 *
 * @param start when the session began
 * @param until from when on nobody remembers it, as the form promised
 * @param people everybody who met somebody
 * @param times how often two of them shared a table, by their keys in the network
 * @param revision one more at every write
 */
public record PeopleMet(
        String session,
        Instant start,
        Instant until,
        List<Somebody> people,
        Map<Acquaintance, Integer> times,
        long revision) {

    public PeopleMet {
        people = List.copyOf(people);
        times = Map.copyOf(times);
    }

    /**
     * One of them.
     *
     * @param person the key at this session
     * @param always the key in the whole network
     */
    public record Somebody(String person, String always) {}

    /** What is to be remembered of these meetings. */
    static PeopleMet of(Session session, Collection<Meeting> meetings) {
        var people = new TreeMap<String, Somebody>();
        var times = new HashMap<Acquaintance, Integer>();
        for (var meeting : meetings) {
            var one = somebody(meeting.one());
            var other = somebody(meeting.other());
            people.put(one.always(), one);
            people.put(other.always(), other);
            Acquaintance.of(one.always(), other.always()).ifPresent(pair -> times.merge(pair, 1, Integer::sum));
        }
        return new PeopleMet(
                session.id(),
                session.start(),
                session.forgottenAt(),
                List.copyOf(people.values()),
                times,
                1);
    }

    private static Somebody somebody(Participant participant) {
        return new Somebody(participant.person(), participant.identity());
    }

    /** Whether this person is among them. */
    public boolean has(String always) {
        return people.stream().anyMatch(somebody -> somebody.always().equals(always));
    }

    /** The people whom this person met. */
    public List<Somebody> metBy(String always) {
        var met = times.keySet().stream()
                .filter(pair -> pair.has(always))
                .map(pair -> pair.besides(always))
                .collect(Collectors.toSet());
        return people.stream().filter(somebody -> met.contains(somebody.always())).toList();
    }

    /** The same, as if this person had never been there; those who met nobody else are gone as well. */
    public PeopleMet without(String always) {
        var left = times.entrySet().stream()
                .filter(entry -> !entry.getKey().has(always))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var met = left.keySet().stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toSet());
        return new PeopleMet(
                session,
                start,
                until,
                people.stream().filter(somebody -> met.contains(somebody.always())).toList(),
                left,
                revision + 1);
    }

    Item writeTo(Item item) {
        return item.with("session", session)
                .with("start", start)
                .with("until", until)
                .with("expires", Item.seconds(until))
                .withTexts("people", people.stream().map(Somebody::person).toList())
                .withTexts("always", always())
                .with("times", MetTimes.text(always(), times))
                .with("revision", revision);
    }

    private List<String> always() {
        return people.stream().map(Somebody::always).toList();
    }

    static PeopleMet readFrom(Item item) {
        var always = item.list("always");
        var keys = item.list("people");
        return new PeopleMet(
                item.required("session"),
                item.requiredMoment("start"),
                item.requiredMoment("until"),
                Stream.iterate(0, place -> place < always.size(), place -> place + 1)
                        .map(place -> new Somebody(keys.get(place), always.get(place)))
                        .toList(),
                MetTimes.times(always, item.text("times", "")),
                item.count("revision"));
    }
}
