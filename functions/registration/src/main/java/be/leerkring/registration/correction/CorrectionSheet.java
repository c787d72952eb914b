package be.leerkring.registration.correction;

import be.leerkring.desk.Change;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.registration.Destination;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Attended;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the form.
 *
 * @param organisations those that can be chosen
 * @param needs what the person said that they need
 * @param passed which of the session's rules it would pass, by the keys of their texts
 * @param conflict from how it stands to what the organiser wanted, where somebody else changed it meanwhile
 */
public record CorrectionSheet(
        Destination.Found there,
        List<Organisation> organisations,
        Needs needs,
        List<String> passed,
        Optional<List<Change>> conflict) {

    static CorrectionSheet of(Destination.Found there, List<Organisation> organisations, Needs needs) {
        return new CorrectionSheet(there, organisations, needs, List.of(), Optional.empty());
    }

    CorrectionSheet passing(List<String> rules) {
        return new CorrectionSheet(there, organisations, needs, rules, conflict);
    }

    CorrectionSheet changed(List<Change> differences) {
        return new CorrectionSheet(there, organisations, needs, passed, Optional.of(differences));
    }

    /** Whether the name is all that can be put right. */
    boolean isNameOnly() {
        return there.registration() instanceof Attended;
    }
}
