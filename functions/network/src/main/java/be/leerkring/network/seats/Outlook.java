package be.leerkring.network.seats;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Texts;
import java.util.Locale;
import java.util.Optional;

/** What somebody gets who confirms now: a seat, or a place in line, and then why. Every page and mail says the same. */
public enum Outlook {
    /** There is a seat for them. */
    SEAT,
    /** All seats are taken, held, or meant for those who wait. */
    FULL,
    /** Their organisation has all the seats that one can have. */
    LIMIT,
    /** The seats that are free are kept for those whom the agency funds. */
    KEPT,
    /** An organiser decides about them. */
    APPROVAL;

    /** Of these seats. Whose organisation has all of its own hears that first: no other seat can be theirs. */
    public static Outlook of(Place place, Seats seats, AdmissionRules rules) {
        if (!place.approved()) {
            return APPROVAL;
        }
        if (seats.isOrganisationFull(place, rules)) {
            return LIMIT;
        }
        if (seats.free() > 0 && seats.areOthersFull(place, rules)) {
            return KEPT;
        }
        return seats.isFull(rules) ? FULL : SEAT;
    }

    /** As it is written in texts' keys: {@code limit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it comes to, as it is written in texts' keys: {@code seat}, {@code waiting} or {@code approval}. */
    public String leadsTo() {
        return waits() ? "waiting" : code();
    }

    /** Whether they wait for a seat, and not for an organiser's word. */
    public boolean waits() {
        return switch (this) {
            case FULL, LIMIT, KEPT -> true;
            case SEAT, APPROVAL -> false;
        };
    }

    /** Why they wait, in words; empty where they don't. */
    public Optional<String> why(Session session, Texts texts) {
        return Optional.of(this)
                .filter(Outlook::waits)
                .map(reason -> texts.text("outlook." + reason.code(), session.admission().mostOfOne()));
    }
}
