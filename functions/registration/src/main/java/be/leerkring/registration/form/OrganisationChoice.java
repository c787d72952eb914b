package be.leerkring.registration.form;

import be.leerkring.network.organisation.ComparableName;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.text.TypedText;
import be.leerkring.platform.web.FormErrors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The organisation that somebody chose in a form. Whoever types the name of one and chooses none from the list, chose
 * that.
 *
 * @param chosen an organisation's id, or {@link #OTHER}
 * @param named the name of one that the network doesn't list
 */
public record OrganisationChoice(String chosen, String named) {

    /** The value that says: none of these. */
    public static final String OTHER = "other";

    public OrganisationChoice {
        chosen = chosen.isEmpty() && TypedText.hasLetterOrDigit(named) ? OTHER : chosen;
    }

    /** The listed organisation that was chosen, or that was named as the network names it, or did before. */
    public Optional<Organisation> listed(List<Organisation> organisations) {
        var sought = chosen.equals(OTHER) ? named : chosen;
        var name = ComparableName.of(sought);
        return organisations.stream()
                .filter(candidate -> candidate.hasId(sought) || candidate.isNamed(name))
                .findFirst()
                .or(() -> organisations.stream()
                        .filter(candidate -> candidate.isCalled(name))
                        .findFirst());
    }

    /** The one that the network lists, or else one of the other kind, without an id. */
    public Organisation in(List<Organisation> organisations) {
        return listed(organisations).orElseGet(() -> new Organisation("", named, Organisation.Kind.OTHER, false));
    }

    /** Whether it is a listed one, and none of the mail domains that are known of it is that of this address. */
    public boolean isOutsiders(List<Organisation> organisations, EmailAddress address) {
        return listed(organisations).filter(known -> !known.domains().fit(address)).isPresent();
    }

    /** Whether it is another one, and nothing says which. */
    public boolean isUnnamed() {
        return chosen.equals(OTHER) && !TypedText.hasLetterOrDigit(named);
    }

    /** Whether something was chosen that is not in the list. */
    public boolean isUnknown(List<Organisation> organisations) {
        return isUnknown(listed(organisations));
    }

    private boolean isUnknown(Optional<Organisation> listed) {
        return !chosen.isEmpty() && !chosen.equals(OTHER) && listed.isEmpty();
    }

    /** Whether one was chosen from the list, and the name of another one typed: nobody knows which of them counts. */
    public boolean isTwo(List<Organisation> organisations) {
        return !chosen.equals(OTHER)
                && TypedText.hasLetterOrDigit(named)
                && listed(organisations)
                        .filter(known -> !new OrganisationChoice(OTHER, named).listed(organisations)
                                .filter(known::equals)
                                .isPresent())
                        .isPresent();
    }

    /** What only the network and the session can tell to be wrong. */
    public FormErrors.Found check(List<Organisation> organisations, Session session, Instant now) {
        var found = new FormErrors.Found();
        var listed = listed(organisations);
        if (isUnnamed()) {
            found.add("otherOrganisation", "registration.otherOrganisation.missing");
        } else if (isUnknown(listed)) {
            found.add("organisation", "registration.organisation.unknown");
        } else if (isTwo(organisations)) {
            found.add("organisation", "registration.organisation.two");
        } else if (!chosen.isEmpty() && listed.filter(known -> known.kind().subsidised()).isEmpty()) {
            checkOther(session, now, found);
        }
        return found;
    }

    private static void checkOther(Session session, Instant now, FormErrors.Found found) {
        if (session.audience() == Session.Audience.SUBSIDISED) {
            found.add("organisation", "registration.organisation.subsidised");
        } else if (!session.admission().admitsOthers(now)) {
            found.add("organisation", "registration.organisation.subsidised-first");
        }
    }
}
