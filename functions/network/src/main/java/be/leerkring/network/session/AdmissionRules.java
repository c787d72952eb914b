package be.leerkring.network.session;

import java.time.Instant;
import java.util.Optional;

/**
 * Who gets in, as far as a session's organiser limits it.
 *
 * @param opens from when on one can register; empty for at once
 * @param closes until when one can register; empty for until the session starts
 * @param othersFrom from when on those can register whom the agency does not fund; empty for at once
 * @param keptForSubsidised how many seats the others can't have, from 0
 * @param mostOfOne how many seats one organisation can have; 0 for any number
 * @param approval whether an organiser decides about each person of an organisation that the agency does not fund
 */
public record AdmissionRules(
        Optional<Instant> opens,
        Optional<Instant> closes,
        Optional<Instant> othersFrom,
        int keptForSubsidised,
        int mostOfOne,
        boolean approval) {

    /** Everybody, at any time, as long as there are seats. */
    public static final AdmissionRules NONE = new AdmissionRules(Optional.empty(), Optional.empty(), Optional.empty(),
            0, 0, false);

    public AdmissionRules {
        if (keptForSubsidised < 0 || mostOfOne < 0) {
            throw new IllegalArgumentException("Neither " + keptForSubsidised + " seats kept nor " + mostOfOne
                    + " seats of one organisation can be fewer than none");
        }
    }

    /** Whether those whom the agency does not fund can register by now. */
    public boolean admitsOthers(Instant now) {
        return othersFrom.filter(now::isBefore).isEmpty();
    }
}
