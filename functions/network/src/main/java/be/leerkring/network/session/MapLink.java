package be.leerkring.network.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;

/** Leads from a venue to a map of OpenStreetMap. Nothing is loaded from there before somebody follows the link. */
public final class MapLink {

    private static final String SITE = "https://www.openstreetmap.org/";

    private MapLink() {}

    /** The map's address: of the point where the venue is, or of what is found by its address; empty without a city. */
    public static Optional<String> to(Session.Venue venue) {
        var whereabouts = venue.whereabouts();
        return whereabouts.coordinates().map(MapLink::of).or(() -> Optional.of(whereabouts.address())
                .filter(_ -> !whereabouts.city().isEmpty())
                .map(address -> whereabouts.street().isEmpty() ? Whereabouts.line(venue.name(), address) : address)
                .map(place -> SITE + "search?query=" + URLEncoder.encode(place, UTF_8).replace("+", "%20")));
    }

    private static String of(Coordinates point) {
        var latitude = point.latitude().toPlainString();
        var longitude = point.longitude().toPlainString();
        return SITE + "?mlat=" + latitude + "&mlon=" + longitude + "#map=18/" + latitude + "/" + longitude;
    }
}
