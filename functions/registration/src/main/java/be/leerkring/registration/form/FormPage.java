package be.leerkring.registration.form;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.seats.FreeSeats;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.seats.Standing;
import be.leerkring.network.session.AdmissionWords;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.View;
import be.leerkring.registration.state.Consent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What stands around the form. */
public record FormPage(Session session, Seats seats, List<Organisation> organisations) {

    /** Those that may be chosen. */
    public List<Organisation> choices(Instant now) {
        return admitsOthers(now)
                ? organisations
                : organisations.stream()
                        .filter(organisation -> organisation.kind().subsidised())
                        .toList();
    }

    /** Where the session stands, for whoever would fill in the form. */
    public Standing standing(Instant now) {
        return Standing.of(session, free(), now);
    }

    /** What the form is for: a seat, or a place in line. */
    public String heading(View view, Instant now) {
        return view.text(standing(now) == Standing.FULL ? "registration.title.full" : "registration.title");
    }

    /** The seats that there are for whoever would come now. */
    public FreeSeats free() {
        return FreeSeats.of(seats, session.admission());
    }

    /** What may turn somebody away, or into the line, in the reader's words. */
    public List<String> rules(View view, Instant now) {
        var rules = new ArrayList<String>();
        if (standing(now) == Standing.FULL) {
            rules.add(view.text("registration.full"));
        }
        rules.addAll(AdmissionWords.rules(session, view, now));
        if (looksAtDomains()) {
            rules.add(view.text("registration.rule.domains"));
        }
        rules.addAll(AdmissionWords.deadline(session, view));
        return rules;
    }

    /** Whether an organiser decides about those whose address is none of what is known to be their organisation's. */
    public boolean looksAtDomains() {
        return Consent.isAskedOf(session)
                && organisations.stream()
                        .anyMatch(organisation -> !organisation.domains().all().isEmpty());
    }

    /** Whether those whom the agency does not fund can register by now. */
    public boolean admitsOthers(Instant now) {
        return session.audience() == Session.Audience.OPEN && session.admission().admitsOthers(now);
    }
}
