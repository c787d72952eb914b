package be.leerkring.programme.session;

import be.leerkring.desk.VenueForm;
import be.leerkring.network.session.Contradiction;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.IntStream;

/**
 * What has to hold of a session that everybody sees: asked when it is published, and whenever it is saved after that,
 * for what was right once can be made wrong.
 */
@Singleton
final class PublishedCheck {

    private final SessionCheck check;
    private final Languages languages;
    private final NetworkTime time;
    private final Clock clock;

    PublishedCheck(SessionCheck check, Languages languages, NetworkTime time, Clock clock) {
        this.check = check;
        this.languages = languages;
        this.time = time;
        this.clock = clock;
    }

    /** What keeps a draft with these values from being published; its form has the rows of the programme. */
    FormErrors.Found beforePublishing(StoredSession draft, SessionForm form, SessionValues values) {
        var found = essentials(values);
        if (check.isPast(values)) {
            found.add("date", "session-form.date.past");
        }
        Contradiction.of(values.in(draft.session(), time), clock.instant())
                .forEach(one -> add(one, form, found));
        return found;
    }

    /** What keeps a published session from becoming one with these values; nothing once it has begun or is over. */
    FormErrors.Found afterPublishing(StoredSession stored, SessionForm form, SessionValues values) {
        var session = values.in(stored.session(), time);
        if (!session.isToCome(clock.instant())) {
            return new FormErrors.Found();
        }
        var found = essentials(values);
        Contradiction.of(session, clock.instant()).stream()
                .filter(one -> one.kind() != Contradiction.Kind.CLOSED || closesAnew(stored.session(), session))
                .forEach(one -> add(one, form, found));
        return found;
    }

    /** That it closed in the past may be so; that it is to close in the past may not. */
    private static boolean closesAnew(Session before, Session after) {
        return !before.admission().closes().equals(after.admission().closes());
    }

    private FormErrors.Found essentials(SessionValues values) {
        var found = new FormErrors.Found();
        if (values.text("title." + languages.preferred()).isEmpty()) {
            found.add("title-" + languages.preferred(), "session-form.title.missing");
        }
        new VenueForm(values.byField()).required(found);
        if (values.number("capacity") == 0) {
            found.add("capacity", "session-form.capacity.missing");
        }
        return found;
    }

    private void add(Contradiction one, SessionForm form, FormErrors.Found found) {
        switch (one.kind()) {
            case ITEM -> found.add("item-" + row(one, form) + "-time", "session-form.item.outside");
            case OPENS -> found.add("opens", "session-form.opens.late");
            case CLOSES -> found.add("closes", "session-form.closes.late");
            case CLOSED -> found.add("closes", "session-form.closes.past");
            case OTHERS -> found.add("othersFrom", "session-form.othersFrom.late");
        }
    }

    private int row(Contradiction item, SessionForm form) {
        var hour = time.hour(item.at());
        return IntStream.range(0, form.rows().size())
                .filter(row -> form.rows().get(row).time().equals(hour))
                .findFirst()
                .orElse(0);
    }
}
