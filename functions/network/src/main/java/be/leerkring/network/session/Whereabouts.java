package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a venue is, and how one gets there and in. Whatever is not known is empty.
 *
 * @param room where in the building
 * @param street with the number
 * @param city empty where one only joins online
 * @param directions how one gets there: by train, by tram, where one can park
 * @param access what to know who comes in a wheelchair, or can't take stairs
 * @param online a complete https address at which one joins from elsewhere; only for those who have a seat
 */
public record Whereabouts(
        String room,
        String street,
        String postcode,
        String city,
        Optional<Coordinates> coordinates,
        LocalizedText directions,
        LocalizedText access,
        String online) {

    /** Somewhere in this city. */
    public static Whereabouts in(String city) {
        return new Whereabouts("", "", "", city, Optional.empty(), LocalizedText.NONE, LocalizedText.NONE, "");
    }

    /** The postal address on one line: {@code Munt 6, 1000 Brussel}. */
    public String address() {
        return line(street, town());
    }

    private String town() {
        return (postcode + " " + city).strip();
    }

    /** What follows a venue's name on an envelope: room, street, postcode and city. */
    public List<String> lines() {
        return Stream.of(room, street, town()).filter(part -> !part.isEmpty()).toList();
    }

    /** Whether of what was known of where it is, nothing is other in the later one. */
    boolean isStill(Whereabouts later) {
        return isStill(room, later.room)
                && isStill(street, later.street)
                && isStill(postcode, later.postcode)
                && isStill(city, later.city);
    }

    /** Whether this is as it was; what was not known may be known by now. */
    static boolean isStill(String was, String is) {
        return was.isEmpty() || was.equals(is);
    }

    /** Whether one can join from elsewhere. */
    public boolean isOnline() {
        return !online.isEmpty();
    }

    /** What is known of these, on one line. */
    static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
