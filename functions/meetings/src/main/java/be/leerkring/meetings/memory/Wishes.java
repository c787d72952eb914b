package be.leerkring.meetings.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whom one person would like to stay in touch with. Nobody but that person learns of a wish before it is returned.
 *
 * @param person the wisher's key in the network
 * @param wishes by the other's key in the network
 * @param revision one more at every write; 0 where nothing was ever written
 */
public record Wishes(String person, Map<String, Wish> wishes, long revision) {

    public Wishes {
        wishes = Map.copyOf(wishes);
    }

    /**
     * One wish.
     *
     * @param returned whether the other has the same wish, so that both know
     * @param until from when on nobody remembers it
     */
    public record Wish(boolean returned, Instant until) {}

    /** Whether this person wishes to stay in touch with that one. */
    public boolean has(String other) {
        return wishes.containsKey(other);
    }

    /** Whether both of them do, and know it. */
    public boolean isReturnedBy(String other) {
        return has(other) && wishes.get(other).returned();
    }

    /** With one more wish. */
    public Wishes wish(String other, boolean returned, Instant until) {
        var more = new HashMap<>(wishes);
        more.put(other, new Wish(returned, until));
        return new Wishes(person, more, revision + 1);
    }

    /** Without one of them. */
    public Wishes without(String other) {
        var fewer = new HashMap<>(wishes);
        fewer.remove(other);
        return new Wishes(person, fewer, revision + 1);
    }

    /** What is left of them at this moment. */
    Wishes at(Instant now) {
        return new Wishes(
                person,
                wishes.entrySet().stream()
                        .filter(entry -> now.isBefore(entry.getValue().until()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                revision);
    }
}
