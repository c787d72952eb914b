package be.leerkring.registration.form;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.seats.Seats;
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

    /** What may turn somebody away, or into the line, in the reader's words. */
    public List<String> rules(View view, Instant now) {
        var admission = session.admission();
        var open = session.audience() == Session.Audience.OPEN;
        var rules = new ArrayList<String>();
        if (seats.isFull(admission)) {
            rules.add(view.text("registration.full"));
        }
        if (!open) {
            rules.add(view.text("registration.rule.subsidised"));
        }
        if (open && !admission.admitsOthers(now)) {
            var from = view.moment(admission.othersFrom().orElseThrow());
            rules.add(view.text("registration.rule.subsidised-first", from));
        }
        if (open && admission.keptForSubsidised() > 0) {
            rules.add(view.text("registration.rule.kept", admission.keptForSubsidised()));
        }
        if (admission.mostOfOne() > 0) {
            rules.add(view.text("registration.rule.most", admission.mostOfOne()));
        }
        if (open && admission.approval()) {
            rules.add(view.text("registration.rule.approval"));
        }
        if (looksAtDomains()) {
            rules.add(view.text("registration.rule.domains"));
        }
        admission.closes()
                .ifPresent(closes -> rules.add(view.text("registration.rule.closes", view.moment(closes))));
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
