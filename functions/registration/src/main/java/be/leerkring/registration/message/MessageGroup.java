package be.leerkring.registration.message;

import be.leerkring.registration.Person;
import be.leerkring.registration.state.Registration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * To whom a message goes.
 *
 * @param code {@code confirmed}, {@code waiting}, {@code approval}, {@code attended} or {@code absent}, or else an
 *     organisation's people
 */
public record MessageGroup(String code) {

    private static final String ORGANISATION = "organisation ";

    /** By where they stand; an offer is a way of waiting for a seat, and consent is none. */
    private static final Map<String, List<Person.Status>> STATES = states();

    private static Map<String, List<Person.Status>> states() {
        var states = new LinkedHashMap<String, List<Person.Status>>();
        states.put("confirmed", List.of(Person.Status.CONFIRMED));
        states.put("waiting", List.of(Person.Status.WAITING, Person.Status.OFFERED));
        states.put("approval", List.of(Person.Status.APPROVAL));
        states.put("attended", List.of(Person.Status.ATTENDED));
        states.put("absent", List.of(Person.Status.ABSENT));
        return states;
    }

    /** Those of whom an organisation is known to be theirs: their address is proven, and they did not cancel. */
    public static boolean canBeWrittenTo(Registration registration) {
        return STATES.values().stream().anyMatch(states -> states.contains(Person.Status.of(registration)));
    }

    /** The people of this one's organisation. */
    public static MessageGroup organisationOf(Registration registration) {
        return new MessageGroup(ORGANISATION + registration.place().organisation());
    }

    /** The groups that have people, in the order in which they may be chosen, and how many each has. */
    public static Map<MessageGroup, Long> of(Collection<Registration> people) {
        var groups = new LinkedHashMap<MessageGroup, Long>();
        STATES.keySet().stream().map(MessageGroup::new)
                .forEach(group -> groups.put(group, people.stream().filter(group::has).count()));
        people.stream().filter(MessageGroup::canBeWrittenTo).map(MessageGroup::organisationOf)
                .forEach(group -> groups.merge(group, 1L, Long::sum));
        groups.values().removeIf(count -> count == 0);
        return groups;
    }

    /** Whether it is an organisation's people. */
    public boolean isOrganisation() {
        return code.startsWith(ORGANISATION);
    }

    /** Whether the session is over for its people: they can do without a mail about it. */
    public boolean isAfterwards() {
        return code.equals("attended") || code.equals("absent");
    }

    /** Whether this person is in it, as they stand now. */
    public boolean has(Registration registration) {
        return isOrganisation()
                ? canBeWrittenTo(registration) && organisationOf(registration).equals(this)
                : STATES.getOrDefault(code, List.of()).contains(Person.Status.of(registration));
    }

    /** What the organisations of these people are called by the first of each. */
    public static Map<MessageGroup, String> organisations(Collection<Registration> people) {
        return people.stream()
                .filter(MessageGroup::canBeWrittenTo)
                .collect(Collectors.toMap(
                        MessageGroup::organisationOf,
                        registration -> registration.participant().organisation(),
                        (first, other) -> first));
    }

    /** What its people's organisation is called by the first of them; empty where it is none's. */
    public String organisation(Collection<Registration> people) {
        return organisations(people).getOrDefault(this, "");
    }

    /** The end of the keys of texts about it. */
    public String kind() {
        return isOrganisation() ? "organisation" : code;
    }
}
