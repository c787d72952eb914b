package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a session says of a moment that can't be, as it takes place when it does.
 *
 * @param at the moment that contradicts
 * @param what the item of the programme, where it is one; else empty
 */
public record Contradiction(Kind kind, Instant at, LocalizedText what) {

    /** What it is about. */
    public enum Kind {
        /** One could register only once it has started. */
        OPENS,
        /** One could register still when it has started. */
        CLOSES,
        /** Nobody can register any more, though it is to come. */
        CLOSED,
        /** The others could register only once nobody can. */
        OTHERS,
        /** An item of the programme is before the start or after the end. */
        ITEM;

        /** As it is written in texts' keys: {@code opens}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All that contradicts, in the order of the form. */
    public static List<Contradiction> of(Session session, Instant now) {
        var found = new ArrayList<Contradiction>();
        session.programme().stream()
                .filter(item -> item.at().isBefore(session.start()) || item.at().isAfter(session.end()))
                .forEach(item -> found.add(new Contradiction(Kind.ITEM, item.at(), item.title())));
        var rules = session.admission();
        add(found, Kind.OPENS, rules.opens().filter(opens -> !opens.isBefore(session.start())));
        add(found, Kind.CLOSES, rules.closes().filter(closes -> closes.isAfter(session.start())));
        add(found, Kind.CLOSED, rules.closes().filter(closes -> !closes.isAfter(now)));
        var last = rules.closes().filter(session.start()::isAfter).orElse(session.start());
        add(found, Kind.OTHERS, rules.othersFrom().filter(from -> !from.isBefore(last)));
        return List.copyOf(found);
    }

    private static void add(List<Contradiction> found, Kind kind, Optional<Instant> moment) {
        moment.ifPresent(at -> found.add(new Contradiction(kind, at, LocalizedText.NONE)));
    }
}
