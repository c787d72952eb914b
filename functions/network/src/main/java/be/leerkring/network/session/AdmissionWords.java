package be.leerkring.network.session;

import be.leerkring.platform.web.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of a session in the reader's words: its page and its form say the same before anybody registers. */
public final class AdmissionWords {

    private AdmissionWords() {}

    /** What may turn somebody away, or into the waiting list, or has somebody decide about them. */
    public static List<String> rules(Session session, View view, Instant now) {
        var admission = session.admission();
        var rules = new ArrayList<String>();
        if (session.audience() == Session.Audience.SUBSIDISED) {
            rules.add(view.text("registration.rule.subsidised"));
        } else {
            rules.addAll(aboutOthers(session, view, now));
        }
        if (admission.mostOfOne() > 0) {
            rules.add(view.text("registration.rule.most", admission.mostOfOne()));
        }
        return rules;
    }

    private static List<String> aboutOthers(Session session, View view, Instant now) {
        var admission = session.admission();
        var rules = new ArrayList<String>();
        if (!session.isOpenToOthers(now)) {
            var from = view.moment(admission.othersFrom().orElseThrow());
            rules.add(view.text("registration.rule.subsidised-first", from));
        }
        if (admission.keptForSubsidised() > 0) {
            rules.add(view.text("registration.rule.kept", admission.keptForSubsidised()));
        }
        if (admission.approval()) {
            rules.add(view.text("registration.rule.approval"));
        }
        return rules;
    }

    /** Until when one can register; nothing where that is until the session starts. */
    public static List<String> deadline(Session session, View view) {
        return session.admission().closes()
                .map(closes -> view.text("registration.rule.closes", view.moment(closes)))
                .stream()
                .toList();
    }
}
