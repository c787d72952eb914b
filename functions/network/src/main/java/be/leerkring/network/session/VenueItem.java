package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;

/**
 * A venue among a session's attributes. The index {@code programme} has the map {@code venue}, for cards and calendars;
 * long texts, and the link for those who have a seat, stand beside it and are in the session's own item alone.
 */
final class VenueItem {

    private VenueItem() {}

    static Item write(Item session, Session.Venue venue) {
        var whereabouts = venue.whereabouts();
        return session.with("venue", Item.map()
                .with("name", venue.name())
                .with("room", whereabouts.room())
                .with("street", whereabouts.street())
                .with("postcode", whereabouts.postcode())
                .with("city", whereabouts.city())
                .with("at", whereabouts.coordinates().map(Coordinates::text).orElse("")))
                .with("directions", whereabouts.directions().byLanguage())
                .with("access", whereabouts.access().byLanguage())
                .with("online", whereabouts.online());
    }

    static Session.Venue read(Item session) {
        var venue = session.map("venue");
        return new Session.Venue(venue.text("name", ""), new Whereabouts(
                venue.text("room", ""),
                venue.text("street", ""),
                venue.text("postcode", ""),
                venue.text("city", ""),
                Coordinates.parse(venue.text("at", "")),
                new LocalizedText(session.texts("directions")),
                new LocalizedText(session.texts("access")),
                session.text("online", "")));
    }
}
