package be.leerkring.programme.site;

import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Appointment;
import be.leerkring.network.session.News;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Whereabouts;
import be.leerkring.platform.markup.Markup;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.View;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A session as search engines and calendars read it from its page: an Event of schema.org, as JSON-LD. */
@Singleton
final class EventData {

    private static final String SCHEMA = "https://schema.org/";

    private final JsonMapper json;
    private final NetworkTime time;

    EventData(JsonMapper json, NetworkTime time) {
        this.json = json;
        this.time = time;
    }

    /** The session at this moment, in the view's language. */
    String of(View view, Session session, Seats seats, Instant now) {
        var page = view.address().site() + session.path();
        var event = thing("Event");
        event.put("@context", "https://schema.org");
        event.put("name", view.text(session.title()));
        if (!session.summary().isEmpty()) {
            event.put("description", Markup.of(view.text(session.summary())).plainText());
        }
        event.put("url", page);
        event.put("startDate", local(session.start()));
        event.put("endDate", local(session.end()));
        event.put("eventStatus", SCHEMA + status(session));
        rescheduled(session).ifPresent(before -> event.put("previousStartDate", local(before.start())));
        event.put("eventAttendanceMode", SCHEMA + attendance(session.venue().whereabouts()));
        event.put("location", place(session.venue(), page));
        event.put("organizer", organiser(view));
        event.put("isAccessibleForFree", true);
        switch (session.phase(now)) {
            case OPEN -> event.put("offers", offer(page, seats.isFull(session.admission()) ? "SoldOut" : "InStock"));
            case ANNOUNCED -> {
                var offer = offer(page, "PreOrder");
                session.admission().opens().ifPresent(opens -> offer.put("validFrom", local(opens)));
                event.put("offers", offer);
            }
            case CLOSED, RUNNING -> event.put("offers", offer(page, "SoldOut"));
            case CANCELLED, OVER -> {
            }
        }
        return text(event);
    }

    private static String status(Session session) {
        if (session.cancelled()) {
            return "EventCancelled";
        }
        return rescheduled(session).isPresent() ? "EventRescheduled" : "EventScheduled";
    }

    /** When it was to be, where its hours are others now. */
    private static Optional<Appointment> rescheduled(Session session) {
        return News.movedFrom(session).filter(before -> !before.isAtTheHoursOf(session.appointment()));
    }

    private static String attendance(Whereabouts whereabouts) {
        if (!whereabouts.isOnline()) {
            return "OfflineEventAttendanceMode";
        }
        return whereabouts.city().isEmpty() ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode";
    }

    /** Whoever has a seat is told the link to join online, and nobody else. */
    private static Map<String, Object> place(Session.Venue venue, String page) {
        var whereabouts = venue.whereabouts();
        if (whereabouts.city().isEmpty()) {
            var online = thing("VirtualLocation");
            online.put("url", page);
            return online;
        }
        var address = thing("PostalAddress");
        putKnown(address, "streetAddress", whereabouts.street());
        putKnown(address, "postalCode", whereabouts.postcode());
        address.put("addressLocality", whereabouts.city());
        var place = thing("Place");
        place.put("name", venue.name());
        place.put("address", address);
        whereabouts.coordinates().ifPresent(at -> {
            var geo = thing("GeoCoordinates");
            geo.put("latitude", at.latitude());
            geo.put("longitude", at.longitude());
            place.put("geo", geo);
        });
        return place;
    }

    private static void putKnown(Map<String, Object> thing, String name, String value) {
        if (!value.isEmpty()) {
            thing.put(name, value);
        }
    }

    private static Map<String, Object> organiser(View view) {
        var organiser = thing("Organization");
        organiser.put("name", view.network().organiser());
        if (!view.network().organiserSite().isEmpty()) {
            organiser.put("url", view.network().organiserSite());
        }
        return organiser;
    }

    /** Every session is free. */
    private static Map<String, Object> offer(String page, String availability) {
        var offer = thing("Offer");
        offer.put("url", page);
        offer.put("price", 0);
        offer.put("priceCurrency", "EUR");
        offer.put("availability", SCHEMA + availability);
        return offer;
    }

    private static Map<String, Object> thing(String type) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        return thing;
    }

    /** With the offset that the network's clocks have then. */
    private String local(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(time.zone()));
    }

    private String text(Map<String, Object> event) {
        try {
            return json.writeValueAsString(event);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }
}
