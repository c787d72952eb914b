package be.leerkring.meetings.memory;

import be.leerkring.meetings.Meeting;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which organisations met at one session: counts, that stay when the people are forgotten.
 *
 * @param title the session's
 * @param start when it began
 * @param present the ids of the organisations whose people met somebody there
 * @param meetings how often people of two organisations shared a table
 * @param contacts how many pairs of people wished to stay in touch, both of them
 */
public record OrganisationsMet(
        String session,
        LocalizedText title,
        Instant start,
        List<String> present,
        Map<Acquaintance, Integer> meetings,
        Map<Acquaintance, Integer> contacts) {

    /** Between the two ids of a pair of organisations: no id has one. */
    private static final String AND = " ";

    public OrganisationsMet {
        present = List.copyOf(present);
        meetings = Map.copyOf(meetings);
        contacts = Map.copyOf(contacts);
    }

    /** What is to be remembered of these meetings; whoever came for an organisation that has no id is left out. */
    static OrganisationsMet of(Session session, Collection<Meeting> meetings, Collection<Meeting> contacts) {
        var counted = counts(meetings);
        return new OrganisationsMet(
                session.id(),
                session.title(),
                session.start(),
                counted.keySet().stream()
                        .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                        .distinct()
                        .sorted()
                        .toList(),
                counted,
                counts(contacts));
    }

    private static Map<Acquaintance, Integer> counts(Collection<Meeting> meetings) {
        var counts = new HashMap<Acquaintance, Integer>();
        meetings.forEach(meeting -> pair(meeting).ifPresent(pair -> counts.merge(pair, 1, Integer::sum)));
        return counts;
    }

    /** The organisations of two who met; empty where they are one, or the network doesn't list one of them. */
    public static Optional<Acquaintance> pair(Meeting meeting) {
        var one = meeting.one().organisationId();
        var other = meeting.other().organisationId();
        return one.isEmpty() || other.isEmpty() ? Optional.empty() : Acquaintance.of(one, other);
    }

    /** The same under the ids by which the network knows the organisations now; of one with itself there is nothing. */
    OrganisationsMet under(UnaryOperator<String> names) {
        return new OrganisationsMet(
                session,
                title,
                start,
                present.stream().map(names).distinct().toList(),
                renamed(meetings, names),
                renamed(contacts, names));
    }

    private static Map<Acquaintance, Integer> renamed(Map<Acquaintance, Integer> counts, UnaryOperator<String> names) {
        var renamed = new HashMap<Acquaintance, Integer>();
        counts.forEach((pair, count) -> pair.renamed(names).ifPresent(now -> renamed.merge(now, count, Integer::sum)));
        return renamed;
    }

    /** What a pair's contacts are counted under. */
    static String contact(Acquaintance organisations) {
        return organisations.one() + AND + organisations.other();
    }

    Item writeTo(Item item) {
        var ids = Stream.concat(
                present.stream(), meetings.keySet().stream().flatMap(pair -> Stream.of(pair.one(), pair.other())))
                .distinct()
                .toList();
        var counted = new TreeMap<String, Integer>();
        contacts.forEach((pair, count) -> counted.put(contact(pair), count));
        return item.with("session", session)
                .with("title", title.byLanguage())
                .with("start", start)
                .withTexts("present", ids)
                .with("meetings", MetTimes.text(ids, meetings))
                .with("contacts", Attribute.counts(counted));
    }

    static OrganisationsMet readFrom(Item item) {
        var ids = item.list("present");
        var contacts = new HashMap<Acquaintance, Integer>();
        item.counts("contacts").forEach((pair, count) -> pair(pair).ifPresent(two -> contacts.put(two, count)));
        return new OrganisationsMet(
                item.required("session"),
                new LocalizedText(item.texts("title")),
                item.requiredMoment("start"),
                ids,
                MetTimes.times(ids, item.text("meetings", "")),
                contacts);
    }

    private static Optional<Acquaintance> pair(String text) {
        var middle = text.indexOf(AND);
        return Acquaintance.of(text.substring(0, middle), text.substring(middle + 1));
    }
}
